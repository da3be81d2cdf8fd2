import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../shared/api/ask.ts';
import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { Figure } from '../../../ui/figure.tsx';
import { Section } from '../../../ui/page.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import type { Column } from '../../../ui/table/columns.ts';
import { Unknown } from '../../../ui/unknown.tsx';
import type { Gap } from '../readiness.fragments.ts';
import { expectedGain, programsFor } from './done-for.ts';
import styles from './strategy.module.css';
import { strategyGainsDocument } from './strategy.query.ts';
import type { GainReport, ProgramView } from './strategy.query.ts';

/** Every participant is compared with everybody else: that takes longer than the rest of the page and waits for it. */
export function useGains(strategyId: string): readonly GainReport[] | undefined {
  const { data } = useQuery({
    queryKey: ['strategy-gains', strategyId],
    queryFn: ({ signal }) => ask(strategyGainsDocument, { id: strategyId }, { signal }),
  });
  return data?.gainReport;
}

interface DoneSectionProps {
  readonly strategyId: string;
  readonly gaps: readonly Gap[];
  readonly programs: readonly ProgramView[];
}

/** Expected against achieved gain by capability, and the cohorts that were to bring it. */
export function DoneSection({ strategyId, gaps, programs }: DoneSectionProps) {
  const text = useText();
  const capabilityIds = gaps.map(({ capability }) => capability.id);
  const concerned = programs.filter(({ develops }) =>
    develops.some(({ capability }) => capabilityIds.includes(capability.id)),
  );
  if (concerned.length === 0)
    return <Section title={text('strategy.done')} lead={text('strategy.done.none')} />;
  return (
    <Section title={text('strategy.done')} lead={text('strategy.done.lead')}>
      <GainTable strategyId={strategyId} gaps={gaps} programs={concerned} />
      <CohortTable programs={concerned} />
    </Section>
  );
}

interface GainRow {
  readonly capability: Gap['capability'];
  readonly expected: number | null;
  readonly report: GainReport | undefined;
}

function GainTable({ strategyId, gaps, programs }: DoneSectionProps) {
  const text = useText();
  const figures = useFigures();
  const gains = useGains(strategyId);
  const rows = gaps
    .filter(({ capability }) => programsFor(programs, capability.id).length > 0)
    .map(({ capability }) => ({
      capability,
      expected: expectedGain(programs, capability.id),
      report: gains?.find((report) => report.capability.id === capability.id),
    }));
  const columns: readonly Column<GainRow>[] = [
    { key: 'name', title: text('strategy.missing.capability'), value: ({ capability }) => capability.name },
    {
      key: 'expected',
      title: text('strategy.done.expected'),
      value: ({ expected }) => (expected === null ? '' : figures.signedLevel(expected)),
      numeric: true,
    },
    {
      key: 'achieved',
      title: text('strategy.done.achieved'),
      value: ({ report }) => report?.meanGain ?? null,
      cell: ({ report }) => (gains ? <Achieved report={report} /> : '…'),
      numeric: true,
    },
    {
      key: 'people',
      title: text('strategy.done.people'),
      value: ({ report }) =>
        report
          ? text('strategy.done.people.of', {
              participants: report.participants,
              confirmed: report.confirmed,
            })
          : '',
      numeric: true,
    },
  ];
  return (
    <DataTable
      caption={text('strategy.done')}
      columns={columns}
      rows={rows}
      keyOf={({ capability }) => capability.id}
    />
  );
}

function Achieved({ report }: { readonly report: GainReport | undefined }) {
  const text = useText();
  const figures = useFigures();
  if (report?.suppressed) return <Unknown>{text('strategy.done.hidden')}</Unknown>;
  if (report?.meanGain == null) return <Unknown>{text('strategy.done.notYet')}</Unknown>;
  const { capability, meanGain, gainLow, gainHigh } = report;
  const gain = figures.signedLevel(meanGain);
  return (
    <Figure why={`gain.${capability.id}`}>
      {gainLow === null || gainHigh === null
        ? gain
        : text('strategy.done.gainOf', {
            gain,
            low: figures.signedLevel(gainLow),
            high: figures.signedLevel(gainHigh),
          })}
    </Figure>
  );
}

type CohortRow = ProgramView['cohorts'][number] & { readonly program: string };

function CohortTable({ programs }: { readonly programs: readonly ProgramView[] }) {
  const text = useText();
  const figures = useFigures();
  const rows: readonly CohortRow[] = programs.flatMap(({ title, cohorts }) =>
    cohorts.map((cohort) => ({ ...cohort, program: title })),
  );
  const columns: readonly Column<CohortRow>[] = [
    { key: 'name', title: text('strategy.done.cohort'), value: ({ name }) => name },
    { key: 'program', title: text('strategy.done.program'), value: ({ program }) => program },
    {
      key: 'when',
      title: text('strategy.done.when'),
      value: ({ startsOn, endsOn }) => `${figures.day(startsOn)} – ${figures.day(endsOn)}`,
    },
    { key: 'status', title: text('strategy.done.status'), value: ({ status }) => text(`cohort.${status}`) },
  ];
  const summary = text('strategy.done.cohorts', { count: rows.length });
  return (
    <details className={styles.details}>
      <summary>{summary}</summary>
      <DataTable caption={summary} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </details>
  );
}
