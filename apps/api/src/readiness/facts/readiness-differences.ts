import type { Viewer } from '@alidade/access';
import { addTallies, currentLevel, executiveReadiness, holdsOn, tallyOf } from '@alidade/readiness';
import type { CountedLevel, ExecutiveReadiness, PolicyPeriod, Tally } from '@alidade/readiness';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/grouped-by.js';
import {
  evidenceOf,
  executiveIdsInOrder,
  heldPeriodsOf,
  policyPeriods,
  statementsOf,
  withinPeriods,
} from './raw-history.queries.js';
import type { Evidence, HeldPeriod, Statement, StatementPeriod } from './raw-history.queries.js';
import { perHead, storedLevelsOn, storedReadinessOn, storedTalliesOn } from './stored-facts.queries.js';

/** A figure that is kept and one that the pure functions make of the raw history on that day; null: there is none. */
export interface Difference {
  readonly day: string;
  /** e.g. `readiness <executive> <statement>` */
  readonly what: string;
  readonly stored: unknown;
  readonly expected: unknown;
}

type Scope = Pick<Viewer, 'organizationId'>;
type Figures = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

const BATCH = 500;
const TOLERANCE = 1e-9;

/**
 * Holds the facts of one day against the raw history: levels, readiness and tallies, each made by the function that
 * defines it for a day, not by those that make histories. Yields every difference; nothing when all are right.
 */
export async function* readinessDifferences(
  tx: EntityManager,
  organization: Scope,
  day: string,
): AsyncGenerator<Difference> {
  const policies = await policyPeriods(tx, organization);
  const inForce = policies.find((policy) => holdsOn(policy, day));
  if (!inForce) return;
  const statements = await statementsInForce(tx, organization, day);
  const ancestors = groupedBy(
    (await withinPeriods(tx, organization)).filter((within) => holdsOn(within, day)),
    ({ unitId }) => unitId,
  );
  const tallies = new ExpectedTallies(organization, (unitId) =>
    (ancestors.get(unitId) ?? []).map(({ ancestorId }) => ancestorId),
  );
  const ids = await executiveIdsInOrder(tx, organization);
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    // oxlint-disable-next-line no-await-in-loop
    const people = await peopleOn(tx, organization, batch, { day, inForce });
    // oxlint-disable-next-line no-await-in-loop
    yield* between(day, await storedLevelsOn(tx, organization, batch, day), levelsOf(people));
    const expected = readinessOf(people, statements, inForce, tallies);
    // oxlint-disable-next-line no-await-in-loop
    yield* between(day, await storedReadinessOn(tx, organization, batch, day), expected);
    tallies.endBatch();
  }
  yield* between(day, await storedTalliesOn(tx, organization, day), tallies.figures());
}

interface InForce {
  readonly strategyId: string;
  readonly period: StatementPeriod;
}

async function statementsInForce(tx: EntityManager, organization: Scope, day: string): Promise<InForce[]> {
  const statements: readonly Statement[] = await statementsOf(tx, organization);
  return statements.flatMap(({ id: strategyId, periods }) =>
    periods.filter((period) => holdsOn(period, day)).map((period) => ({ strategyId, period })),
  );
}

interface PersonOnDay {
  readonly executiveId: string;
  /** Where they stand on the day; not given: nowhere. */
  readonly held: HeldPeriod | undefined;
  readonly levels: ReadonlyMap<string, CountedLevel & { readonly evidenceId: string }>;
}

async function peopleOn(
  tx: EntityManager,
  organization: Scope,
  ids: readonly string[],
  { day, inForce }: { readonly day: string; readonly inForce: PolicyPeriod },
): Promise<PersonOnDay[]> {
  const held = await heldPeriodsOf(tx, organization, ids);
  const evidence = groupedBy(await evidenceOf(tx, organization, ids), ({ executiveId }) => executiveId);
  return ids.map((executiveId) => ({
    executiveId,
    held: held.get(executiveId)?.find((period) => holdsOn(period, day)),
    levels: countedOn(evidence.get(executiveId) ?? [], day, inForce.policy.staleAfterMonths),
  }));
}

function countedOn(
  evidence: readonly Evidence[],
  day: string,
  staleAfterMonths: number,
): PersonOnDay['levels'] {
  const byCapability = groupedBy(evidence, ({ capabilityId }) => capabilityId);
  const levels = new Map<string, CountedLevel & { evidenceId: string }>();
  for (const [capabilityId, own] of byCapability) {
    const current = currentLevel(own, day, staleAfterMonths);
    if (current === null || current.stale) continue;
    const { id: evidenceId, level, standardError } = current.evidence;
    levels.set(capabilityId, { level, standardError, evidenceId });
  }
  return levels;
}

function levelsOf(people: readonly PersonOnDay[]): Figures {
  return new Map(
    people.flatMap(({ executiveId, levels }) =>
      [...levels].map(([id, level]) => [`level ${executiveId} ${id}`, { ...level }] as const),
    ),
  );
}

function readinessOf(
  people: readonly PersonOnDay[],
  statements: readonly InForce[],
  { policy, version }: PolicyPeriod,
  tallies: ExpectedTallies,
): Figures {
  const figures = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { executiveId, held, levels } of people) {
    if (!held) continue;
    const { leadershipLevelId } = held;
    for (const { strategyId, period } of statements) {
      const readiness = executiveReadiness(period.requirementsOf(leadershipLevelId), levels, policy);
      if (readiness === null) continue;
      tallies.add(strategyId, held, readiness);
      const { value, coverage, band, low, high } = readiness;
      const made = { versionId: period.versionId, leadershipLevelId, policyVersion: version };
      figures.set(`readiness ${executiveId} ${strategyId}`, { value, coverage, band, low, high, ...made });
    }
  }
  return figures;
}

/** Summed batch by batch, so that it holds no executive longer than that. */
class ExpectedTallies {
  private readonly sums = new Map<string, Tally>();
  private batch = new Map<string, ExecutiveReadiness[]>();

  constructor(
    private readonly organization: Scope,
    private readonly ancestorsOf: (unitId: string) => readonly string[],
  ) {}

  add(strategyId: string, { unitId, leadershipLevelId }: HeldPeriod, readiness: ExecutiveReadiness): void {
    for (const populationId of [this.organization.organizationId, ...this.ancestorsOf(unitId)]) {
      const key = `tally ${strategyId} ${populationId} ${leadershipLevelId}`;
      const members = this.batch.get(key) ?? [];
      members.push(readiness);
      this.batch.set(key, members);
    }
  }

  endBatch(): void {
    for (const [key, members] of this.batch) {
      const known = this.sums.get(key);
      this.sums.set(key, addTallies([...(known ? [known] : []), tallyOf(members)]));
    }
    this.batch = new Map();
  }

  figures(): Figures {
    return new Map([...this.sums].map(([key, tally]) => [key, perHead(tally)]));
  }
}

function* between(day: string, stored: Figures, expected: Figures): Generator<Difference> {
  for (const what of new Set([...stored.keys(), ...expected.keys()])) {
    const pair = { stored: stored.get(what) ?? null, expected: expected.get(what) ?? null };
    if (pair.stored === null || pair.expected === null || !isAlike(pair.stored, pair.expected))
      yield { day, what, ...pair };
  }
}

function isAlike(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isNear(a[key], b[key]));
}

function isNear(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= TOLERANCE;
  if (Array.isArray(a) && Array.isArray(b)) return a.every((one, i) => isNear(one, b[i]));
  return a === b;
}
