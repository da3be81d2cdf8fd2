import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { levelSegmentsUnder, overlapOf, readinessHistory } from '@alidade/readiness';
import type { LevelPeriod, PolicyPeriod, ReadinessPeriod, RequiredPeriod } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/grouped-by.js';
import { replaceLevels, replaceReadiness } from './facts.writes.js';
import type { LevelRow, ReadinessRow } from './facts.writes.js';
import { batchesOf, inTurn } from './in-turn.js';
import { evidenceOf, heldPeriodsOf, levelPeriodsOf, levelsEverHeldBy } from './raw-history.queries.js';
import type {
  Evidence,
  HeldPeriod,
  LevelOfExecutive,
  Statement,
  WithinPeriod,
} from './raw-history.queries.js';
import { EVERYBODY, isIn, isNobody } from './rebuild-scope.js';
import type { RebuildScope, Whose } from './rebuild-scope.js';
import { StatementTallies } from './rebuild-tallies.js';

/** Executives whose history is in memory at once. */
const BATCH = 1000;

/** All that one rebuild stands on. */
export interface Rebuild {
  readonly organization: Pick<Viewer, 'organizationId'>;
  /** The history as it was on record at one instant: what is written meanwhile has a cause of its own. */
  readonly raw: ReadSession;
  /** Where facts are written and read back. */
  readonly tx: EntityManager;
  readonly signal: AbortSignal;
  readonly policies: readonly PolicyPeriod[];
  readonly within: readonly WithinPeriod[];
  /** Everybody, in one order. */
  readonly executiveIds: readonly string[];
}

/** @returns how many facts changed */
export function rebuildLevels(rebuild: Rebuild, whose: Whose): Promise<number> {
  const { organization, raw, tx, signal, policies } = rebuild;
  return inTurn<readonly string[], readonly Evidence[], readonly LevelRow[]>(
    batchesOf(
      rebuild.executiveIds.filter((id) => isIn(whose, id)),
      BATCH,
    ),
    {
      read: (ids) => raw.read((snapshot) => evidenceOf(snapshot, organization, ids)),
      make: (evidence) => levelRows(evidence, policies),
      write: (rows, ids) => replaceLevels(tx, organization, ids, rows),
    },
    signal,
  );
}

function levelRows(evidence: readonly Evidence[], policies: readonly PolicyPeriod[]): LevelRow[] {
  const byCapability = groupedBy(
    evidence,
    ({ executiveId, capabilityId }) => `${executiveId} ${capabilityId}`,
  );
  return [...byCapability.values()].flatMap((own) =>
    levelSegmentsUnder(own, policies).map(({ validFrom, validTo, evidence: holding }) => {
      const { id, executiveId, capabilityId, level, standardError } = holding;
      return { executiveId, capabilityId, validFrom, validTo, level, standardError, evidenceId: id };
    }),
  );
}

/** Which part of a statement's facts is made anew. */
interface StatementScope {
  readonly whose: Whose;
  /** Leadership levels whose tallies are made anew; null: all. */
  readonly levels: ReadonlySet<string> | null;
}

/** Readiness of those concerned for one statement, and the tallies they are in. @returns how many facts and tallies changed */
export async function rebuildStatement(
  rebuild: Rebuild,
  statement: Statement,
  scope: RebuildScope,
): Promise<{ readonly facts: number; readonly tallies: number }> {
  const whose = scope.readinessOf(statement);
  if (isNobody(whose)) return { facts: 0, tallies: 0 };
  const levels = await tallyLevels(rebuild, whose);
  const tallies = new StatementTallies(statement);
  const part = { whose, levels };
  const key = { ...rebuild.organization, strategyId: statement.id };
  const facts = await inTurn<readonly string[], People, readonly ReadinessRow[]>(
    batchesOf(rebuild.executiveIds, BATCH),
    {
      read: (ids) => peopleConcerned(rebuild, statement, part, ids),
      make: (people) => readinessRows(rebuild, statement, part, { people, tallies }),
      write: (rows, ids) =>
        replaceReadiness(
          rebuild.tx,
          key,
          ids.filter((id) => isIn(whose, id)),
          rows,
        ),
    },
    rebuild.signal,
  );
  return { facts, tallies: await tallies.write(rebuild, levels && [...levels]) };
}

async function tallyLevels({ tx, organization }: Rebuild, whose: Whose): Promise<ReadonlySet<string> | null> {
  return whose === EVERYBODY ? null : levelsEverHeldBy(tx, organization, [...whose]);
}

const isTallied =
  (levels: StatementScope['levels']) =>
  ({ leadershipLevelId }: HeldPeriod): boolean =>
    levels === null || levels.has(leadershipLevelId);

/** Executives with where they stood and the levels that count. */
interface People {
  readonly ids: readonly string[];
  readonly held: ReadonlyMap<string, readonly HeldPeriod[]>;
  readonly levels: ReadonlyMap<string, readonly LevelOfExecutive[]>;
}

/** Of a batch, those whose facts are made anew, and those who are in a tally that is. */
async function peopleConcerned(
  { organization, raw, tx }: Rebuild,
  { capabilityIds }: Statement,
  { whose, levels }: StatementScope,
  batch: readonly string[],
): Promise<People> {
  const held = await raw.read((snapshot) => heldPeriodsOf(snapshot, organization, batch));
  const ids = batch.filter((id) => isIn(whose, id) || held.get(id)?.some(isTallied(levels)));
  const rows = ids.length === 0 ? [] : await levelPeriodsOf(tx, organization, ids, capabilityIds);
  return { ids, held, levels: groupedBy(rows, ({ executiveId }) => executiveId) };
}

/** The facts of those whose facts are made anew; everybody is counted in the tallies. */
function readinessRows(
  { policies }: Rebuild,
  statement: Statement,
  { whose, levels }: StatementScope,
  { people, tallies }: { readonly people: People; readonly tallies: StatementTallies },
): readonly ReadinessRow[] {
  const rows: ReadinessRow[] = [];
  for (const id of people.ids) {
    const held = people.held.get(id) ?? [];
    const byCapability = groupedBy(people.levels.get(id) ?? [], ({ capabilityId }) => capabilityId);
    const history = historyOf(statement, held, byCapability, policies);
    tallies.add(history, held.filter(isTallied(levels)));
    if (isIn(whose, id)) rows.push(...history.map((period) => readinessRow(id, period)));
  }
  return rows;
}

/** What a statement requires of an executive at one leadership level. */
export interface RequiredOfPosting extends RequiredPeriod {
  readonly versionId: string;
  readonly leadershipLevelId: string;
}

/** The readiness of one executive for one statement over all days. */
function historyOf(
  { periods }: Pick<Statement, 'periods'>,
  held: readonly HeldPeriod[],
  levels: ReadonlyMap<string, readonly LevelPeriod[]>,
  policies: readonly PolicyPeriod[],
): readonly ReadinessPeriod<RequiredOfPosting>[] {
  const required = levelsHeld(held).flatMap((posting) =>
    periods.flatMap((period): RequiredOfPosting[] => {
      const overlap = overlapOf(posting, period);
      const { leadershipLevelId } = posting;
      const { versionId, requirementsOf } = period;
      if (overlap === null) return [];
      return [{ ...overlap, versionId, leadershipLevelId, requirements: requirementsOf(leadershipLevelId) }];
    }),
  );
  return readinessHistory(required, levels, policies);
}

/** A move to another unit or manager at the same leadership level changes nothing about what is required. */
function levelsHeld(held: readonly HeldPeriod[]): readonly HeldPeriod[] {
  const merged: HeldPeriod[] = [];
  for (const period of held) {
    const last = merged.at(-1);
    if (last?.validTo === period.validFrom && last.leadershipLevelId === period.leadershipLevelId)
      merged[merged.length - 1] = { ...last, validTo: period.validTo };
    else merged.push(period);
  }
  return merged;
}

function readinessRow(
  executiveId: string,
  { validFrom, validTo, required, policyVersion, readiness }: ReadinessPeriod<RequiredOfPosting>,
): ReadinessRow {
  const { versionId, leadershipLevelId } = required;
  const { value, coverage, band, low, high } = readiness;
  const figures = { value, coverage, band, low, high, policyVersion };
  return { executiveId, validFrom, validTo, versionId, leadershipLevelId, ...figures };
}
