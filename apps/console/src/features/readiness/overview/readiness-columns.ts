import type { MessageKey } from '../../../messages/catalogue.ts';
import type { Text } from '../../../shared/text/use-text.ts';
import type { Column } from '../../../ui/table/columns.ts';
import type { StrategyRow } from './readiness.query.ts';

/** The page as a table, one strategy a row. */
export function readinessColumns(text: Text): readonly Column<StrategyRow>[] {
  const number = (
    key: string,
    title: MessageKey,
    value: (row: StrategyRow) => number | null | undefined,
  ): Column<StrategyRow> => ({ key, title: text(title), value: (row) => value(row) ?? null, numeric: true });
  return [
    { key: 'title', title: text('readiness.column.title'), value: ({ title }) => title },
    number('weight', 'readiness.column.weight', ({ weight }) => weight),
    number('readyNow', 'band.READY_NOW', ({ readiness }) => readiness?.readyNow),
    number('readySoon', 'band.READY_SOON', ({ readiness }) => readiness?.readySoon),
    number('developing', 'band.DEVELOPING', ({ readiness }) => readiness?.developing),
    number('unknown', 'band.INSUFFICIENT_EVIDENCE', ({ readiness }) => readiness?.insufficientEvidence),
    number('share', 'readiness.column.share', ({ readiness }) => rounded(readiness?.readyShare)),
    number('mean', 'readiness.column.mean', ({ readiness }) => readiness?.meanReadiness),
    number('coverage', 'readiness.column.coverage', ({ readiness }) => rounded(readiness?.meanCoverage)),
  ];
}

/** A share to whole percents. */
const rounded = (share: number | null | undefined): number | null =>
  share == null ? null : Math.round(100 * share) / 100;
