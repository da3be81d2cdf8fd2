import { useFigures } from '../../../shared/text/use-figures.ts';
import { useText } from '../../../shared/text/use-text.ts';
import { GapBar } from '../../../ui/chart/gap-bar.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Section } from '../../../ui/page.tsx';
import { Suppressed } from '../../../ui/suppressed.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { ExportMenu } from '../../../ui/table/export-menu.tsx';
import type { Column } from '../../../ui/table/columns.ts';
import { Unknown } from '../../../ui/unknown.tsx';
import type { Gap } from '../readiness.fragments.ts';
import { cohortsAhead, programsFor } from './done-for.ts';
import styles from './strategy.module.css';
import type { ProgramView } from './strategy.query.ts';

interface MissingSectionProps {
  readonly gaps: readonly Gap[];
  readonly programs: readonly ProgramView[];
}

/** What is required and not there, and what is being done about it. */
export function MissingSection({ gaps, programs }: MissingSectionProps) {
  const text = useText();
  const columns = useColumns(programs);
  if (gaps.length === 0)
    return <Section title={text('strategy.missing')} lead={text('strategy.missing.none')} />;
  return (
    <Section
      title={text('strategy.missing')}
      lead={text('strategy.missing.lead')}
      actions={<ExportMenu name="gaps" columns={columns} rows={gaps} />}
    >
      <DataTable
        caption={text('strategy.missing')}
        columns={columns}
        rows={gaps}
        keyOf={({ capability }) => capability.id}
      />
    </Section>
  );
}

function useColumns(programs: readonly ProgramView[]): readonly Column<Gap>[] {
  const text = useText();
  return [
    {
      key: 'capability',
      title: text('strategy.missing.capability'),
      value: ({ capability }) => capability.name,
      cell: (gap) => <NameCell gap={gap} />,
    },
    {
      key: 'gap',
      title: text('strategy.missing.gap'),
      value: ({ meanGap }) => meanGap,
      cell: (gap) => <GapCell gap={gap} />,
    },
    {
      key: 'below',
      title: text('strategy.missing.below'),
      value: ({ belowRequired }) => belowRequired,
      cell: (gap) => <BelowCell gap={gap} />,
    },
    {
      key: 'assessed',
      title: text('strategy.missing.assessed'),
      value: ({ assessed }) => assessed,
      exportOnly: true,
    },
    {
      key: 'critical',
      title: text('strategy.missing.critical'),
      value: ({ critical }) => (critical ? text('ui.critical') : ''),
      exportOnly: true,
    },
    {
      key: 'done',
      title: text('strategy.missing.done'),
      value: ({ capability }) =>
        programsFor(programs, capability.id)
          .map(({ title }) => title)
          .join('; '),
      cell: ({ capability }) => <DoneCell programs={programsFor(programs, capability.id)} />,
    },
  ];
}

interface GapProps {
  readonly gap: Gap;
}

function NameCell({ gap: { capability, critical } }: GapProps) {
  const text = useText();
  return (
    <>
      {capability.name}
      {critical && <small>{text('ui.critical')}</small>}
    </>
  );
}

function GapCell({ gap: { capability, meanGap } }: GapProps) {
  const text = useText();
  const figures = useFigures();
  if (meanGap === null) return <Unknown>–</Unknown>;
  return (
    <div className={styles.gap}>
      <Figure why={`gap.${capability.id}`}>
        {text('strategy.missing.levels', { gap: figures.level(meanGap) })}
      </Figure>
      <GapBar levels={meanGap} />
    </div>
  );
}

function BelowCell({ gap: { belowRequired, assessed } }: GapProps) {
  const text = useText();
  const figures = useFigures();
  if (belowRequired === null || assessed === null) return <Suppressed short />;
  return (
    <span className={styles.nowrap}>
      {text('ui.of', { part: figures.whole(belowRequired), whole: figures.whole(assessed) })}
    </span>
  );
}

function DoneCell({ programs }: { readonly programs: readonly ProgramView[] }) {
  const text = useText();
  if (programs.length === 0) return <Unknown>{text('strategy.missing.nothing')}</Unknown>;
  return (
    <ul className={styles.doing}>
      {programs.map((program) => {
        const ahead = cohortsAhead(program);
        const [both, none] = [ahead.running > 0 && ahead.planned > 0, ahead.running + ahead.planned === 0];
        return (
          <li key={program.id}>
            {program.title}
            <small>
              {text('strategy.missing.cohorts', {
                ...ahead,
                both: both ? 'yes' : 'no',
                none: none ? 'yes' : 'no',
              })}
            </small>
          </li>
        );
      })}
    </ul>
  );
}
