import { Button } from '@mantine/core';
import { useState } from 'react';
import { plusMonths, today } from '../../../shared/address/days.ts';
import { populationOf, usePageAddress } from '../../../shared/address/page-address.ts';
import { usePageData } from '../../../shared/api/use-page-data.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { BandKey } from '../../../ui/chart/band-bar.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page, Section } from '../../../ui/page.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { ExportMenu } from '../../../ui/table/export-menu.tsx';
import { CompareWith } from './compare-with.tsx';
import { readinessColumns } from './readiness-columns.ts';
import { ReadinessSentence } from './readiness-sentence.tsx';
import { ReadinessWhy } from './readiness-why.tsx';
import styles from './readiness.module.css';
import { readinessDocument } from './readiness.query.ts';
import type { StrategyRow } from './readiness.query.ts';
import { StrategyLine } from './strategy-line.tsx';

const TREND_MONTHS = 24;

/** How ready are we to execute each strategy, and where is it critical? */
export function ReadinessPage() {
  const text = useText();
  const address = usePageAddress();
  const { day = null, compare = null } = address;
  const page = usePageData(readinessDocument, {
    day,
    compare: compare !== null,
    before: compare,
    population: populationOf(address),
    trendFrom: plusMonths(day ?? today(), -TREND_MONTHS),
    trendTo: day ?? today(),
  });
  const [asTable, setAsTable] = useState(false);
  if (!page.data) return <NotYet query={page} />;
  const { strategies } = page.data;
  const title = text('readiness.title');
  if (strategies.length === 0)
    return (
      <Page title={title}>
        <EmptyState title={text('readiness.empty.title')}>{text('readiness.empty.text')}</EmptyState>
      </Page>
    );
  return (
    <Page
      title={title}
      sentence={<ReadinessSentence strategies={strategiesAmong(strategies)} />}
      busy={page.isPlaceholderData}
      actions={
        <>
          <CompareWith />
          <Button variant="default" size="xs" onClick={() => setAsTable(!asTable)}>
            {text(asTable ? 'ui.showPicture' : 'ui.showTable')}
          </Button>
          <ExportMenu name="readiness" columns={readinessColumns(text)} rows={strategies} />
        </>
      }
    >
      {asTable ? (
        <DataTable
          caption={title}
          columns={readinessColumns(text)}
          rows={strategies}
          keyOf={({ id }) => id}
        />
      ) : (
        <Pictures strategies={strategies} />
      )}
      {address.why !== undefined && <ReadinessWhy why={address.why} strategies={strategies} />}
    </Page>
  );
}

const strategiesAmong = (statements: readonly StrategyRow[]): readonly StrategyRow[] =>
  statements.filter(({ kind }) => kind === 'STRATEGY');

function Pictures({ strategies }: { readonly strategies: readonly StrategyRow[] }) {
  const text = useText();
  return (
    <>
      <Lines
        title={text('readiness.strategies')}
        column={text('readiness.column.title')}
        strategies={strategiesAmong(strategies)}
      />
      <Lines
        title={text('readiness.values')}
        column={text('readiness.column.titleValue')}
        strategies={strategies.filter(({ kind }) => kind !== 'STRATEGY')}
      />
    </>
  );
}

interface LinesProps {
  readonly title: string;
  /** Heads the names. */
  readonly column: string;
  readonly strategies: readonly StrategyRow[];
}

function Lines({ title, column, strategies }: LinesProps) {
  const text = useText();
  if (strategies.length === 0) return null;
  return (
    <Section title={title}>
      <div>
        <div className={styles.heads} aria-hidden="true">
          <span>{column}</span>
          <BandKey />
          <span>{text('readiness.column.mean')}</span>
          <span>{text('readiness.column.trend')}</span>
          <span>{text('readiness.column.gaps')}</span>
          <span>{text('readiness.column.goal')}</span>
        </div>
        <ol className={styles.list}>
          {strategies.map((strategy) => (
            <StrategyLine key={strategy.id} strategy={strategy} />
          ))}
        </ol>
      </div>
    </Section>
  );
}
