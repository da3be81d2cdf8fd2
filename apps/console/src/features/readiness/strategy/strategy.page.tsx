import { Link, useParams } from '@tanstack/react-router';
import { plusMonths, today } from '../../../shared/address/days.ts';
import { keepPopulation, populationOf, usePageAddress } from '../../../shared/address/page-address.ts';
import { usePageData } from '../../../shared/api/use-page-data.ts';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { NotYet } from '../../../ui/not-yet.tsx';
import { Page } from '../../../ui/page.tsx';
import type { Gap } from '../readiness.fragments.ts';
import { DoneSection } from './done-section.tsx';
import { GoesSection } from './goes-section.tsx';
import { MissingSection } from './missing-section.tsx';
import { MovedSection } from './moved-section.tsx';
import { StrategySentence } from './strategy-sentence.tsx';
import { StrategyWhy } from './strategy-why.tsx';
import { columnsIn, WhereSection } from './where-section.tsx';
import styles from './strategy.module.css';
import { strategyDocument } from './strategy.query.ts';
import type { StrategyView } from './strategy.query.ts';

const TREND_MONTHS = 24;
const BY = { units: 'UNIT', levels: 'LEADERSHIP_LEVEL' } as const;

/** What is missing for one strategy, where, what moved it, where it goes, and what was done. */
export function StrategyPage() {
  const text = useText();
  const address = usePageAddress();
  const { id } = useParams({ from: '/frame/strategies/$id' });
  const { day = null } = address;
  const page = usePageData(strategyDocument, {
    id,
    day,
    population: populationOf(address),
    trendFrom: plusMonths(day ?? today(), -TREND_MONTHS),
    trendTo: day ?? today(),
    by: BY[columnsIn(address)],
    mapped: address.level === undefined,
  });
  if (!page.data) return <NotYet query={page} />;
  const { strategy, programs } = page.data;
  const gaps = gapsOf(strategy);
  return (
    <Page
      title={strategy.title}
      eyebrow={
        <Link to="/readiness" search={keepPopulation}>
          {text('strategy.back')}
        </Link>
      }
      sentence={<StrategySentence strategy={strategy} />}
      busy={page.isPlaceholderData}
    >
      <Facts strategy={strategy} />
      <div className={styles.page}>
        <MissingSection gaps={gaps} programs={programs} />
        <WhereSection strategy={strategy} />
        <MovedSection goals={strategy.goals} />
        <GoesSection strategy={strategy} />
        <DoneSection strategyId={strategy.id} gaps={gaps} programs={programs} />
      </div>
      {address.why !== undefined && <StrategyWhy why={address.why} strategy={strategy} />}
    </Page>
  );
}

const gapsOf = ({ readiness }: StrategyView): readonly Gap[] =>
  readiness && !readiness.suppressed ? readiness.gaps : [];

function Facts({ strategy: { owner, weight, narrative, readiness } }: { readonly strategy: StrategyView }) {
  const text = useText();
  const figures = useFigures();
  const mean = readiness?.meanReadiness;
  return (
    <div className={styles.facts}>
      <p>
        {text('strategy.facts', {
          owner: owner?.name ?? 'none',
          weight,
          mean: mean == null ? 'none' : figures.whole(mean),
        })}
      </p>
      <details className={styles.narrative}>
        <summary>{text('strategy.narrative')}</summary>
        <p>{narrative}</p>
      </details>
    </div>
  );
}
