import { FOR_EVER, SINCE_EVER } from '@alidade/database';
import { overlapOf, TallyColumns, TallyHistory } from '@alidade/readiness';
import type { Period, ReadinessPeriod } from '@alidade/readiness';
import { groupedBy } from '../../platform/grouped-by.js';
import { replaceTallies } from './facts.writes.js';
import type { TallyRow } from './facts.writes.js';
import { batchesOf, inTurn } from './in-turn.js';
import type { HeldPeriod, Statement } from './raw-history.queries.js';
import type { Rebuild, RequiredOfPosting } from './rebuild.js';

/** Units whose tallies are in memory at once. */
const BATCH = 50;
const ALWAYS: Period = { validFrom: SINCE_EVER, validTo: FOR_EVER };

/** Leadership level -> history. */
type ByLevel = Map<string, TallyHistory>;

/**
 * The tallies of one statement: first of each unit's own people, as they come in batches, then of the units that
 * contain it, over the days on which they do, and of the organization.
 */
export class StatementTallies {
  private readonly columns: TallyColumns;
  private readonly own = new Map<string, ByLevel>();

  constructor(private readonly statement: Statement) {
    this.columns = new TallyColumns(statement.capabilityIds);
  }

  /** Counts an executive in where they stood while their readiness was as it was. */
  add(history: readonly ReadinessPeriod<RequiredOfPosting>[], held: readonly HeldPeriod[]): void {
    for (const fact of history) {
      const share = this.columns.shareOf(fact.readiness);
      for (const posting of held) {
        const overlap = overlapOf(fact, posting);
        if (overlap) this.historyIn(this.own, posting).add(overlap, share);
      }
    }
  }

  /**
   * @param leadershipLevelIds  of which levels people were counted in; null: of all
   * @returns                   how many tallies changed
   */
  async write(
    { tx, organization, within, signal }: Rebuild,
    leadershipLevelIds: readonly string[] | null,
  ): Promise<number> {
    const { organizationId } = organization;
    const parts = groupedBy(
      [
        ...within,
        ...[...this.own.keys()].map((unitId) => ({ unitId, ancestorId: organizationId, ...ALWAYS })),
      ],
      ({ ancestorId }) => ancestorId,
    );
    const unitIds = [...new Set([organizationId, ...parts.keys()])];
    const key = { organizationId, strategyId: this.statement.id, leadershipLevelIds };
    return inTurn<readonly string[], undefined, TallyRow[]>(
      batchesOf(unitIds, BATCH),
      {
        read: async () => undefined,
        make: (_, ids) => ids.flatMap((unitId) => this.rowsOf(unitId, parts.get(unitId) ?? [])),
        write: (rows, ids) => replaceTallies(tx, { ...key, unitIds: ids }, rows),
      },
      signal,
    );
  }

  private rowsOf(unitId: string, parts: readonly (Period & { readonly unitId: string })[]): TallyRow[] {
    const together: ByLevel = new Map();
    for (const part of parts)
      for (const [leadershipLevelId, history] of this.own.get(part.unitId) ?? [])
        historyAt(together, leadershipLevelId, this.columns).addPart(part, history);
    return [...together].flatMap(([leadershipLevelId, history]) =>
      history.periods().map((period) => ({ ...period, unitId, leadershipLevelId })),
    );
  }

  private historyIn(units: Map<string, ByLevel>, { unitId, leadershipLevelId }: HeldPeriod): TallyHistory {
    const known = units.get(unitId) ?? new Map<string, TallyHistory>();
    units.set(unitId, known);
    return historyAt(known, leadershipLevelId, this.columns);
  }
}

function historyAt(levels: ByLevel, leadershipLevelId: string, columns: TallyColumns): TallyHistory {
  const known = levels.get(leadershipLevelId) ?? new TallyHistory(columns);
  levels.set(leadershipLevelId, known);
  return known;
}
