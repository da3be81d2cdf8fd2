import type { Viewer } from '@alidade/access';
import { StrategyVersion } from '@alidade/database';
import type { Strategy } from '@alidade/database';
import { IsNull, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import { noteReadinessCause } from '../platform/readiness-causes.js';
import { shownFirst } from './direction.queries.js';
import { endedOn, replacedFrom } from './version-validity.js';

/** On whose behalf the direction changes. */
export type Author = Pick<Viewer, 'organizationId' | 'personId' | 'today'>;

/** What a version says beside what it requires. */
export type Said = Pick<StrategyVersion, 'narrative' | 'weight'>;

type ShownVersion = Said & Pick<StrategyVersion, 'id' | 'validFrom'>;

/** The version of a statement that an edit which holds from `day` starts from: as `shownFirst`. */
export async function versionShownOn(
  tx: EntityManager,
  { organizationId, id }: Pick<Strategy, 'organizationId' | 'id'>,
  day: string,
): Promise<ShownVersion> {
  const [version]: ShownVersion[] = await tx.query(
    `SELECT v.id, v.narrative, v.weight, v.valid_from AS "validFrom" FROM strategy_version v
     WHERE v.organization_id = $1 AND v.strategy_id = $2 ORDER BY ${shownFirst('$3::date')} LIMIT 1`,
    [organizationId, id, day],
  );
  if (!version) throw new Error(`Statement ${id} without a version`);
  return version;
}

/**
 * What a change of an approved statement starts from, and from which day it holds: the day named, else today, else,
 * where the statement has not begun yet, its first day. It starts from what is shown today or, for a later day, what
 * was to hold then; so a change backward keeps what is said today, not what was said at the time.
 */
export async function versionToChange(
  tx: EntityManager,
  { today }: Pick<Author, 'today'>,
  strategy: Strategy,
  effectiveFrom: string | null,
): Promise<{ readonly base: ShownVersion; readonly from: string }> {
  const base = await versionShownOn(tx, strategy, laterOf(effectiveFrom ?? today, today));
  return { base, from: effectiveFrom ?? laterOf(base.validFrom, today) };
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

/** The draft becomes the first approved version, from the day planned for it on. */
export async function approveDraft(tx: EntityManager, author: Author, strategy: Strategy): Promise<void> {
  const { organizationId, id, validFrom, number } = await draftOf(tx, strategy);
  const approval = { approvedAt: () => 'now()', approvedById: author.personId };
  await tx.update(StrategyVersion, { organizationId, id }, approval);
  await noteChange(tx, author, strategy, { action: 'STRATEGY_APPROVED', from: validFrom, version: number });
}

/** Changes what the draft says, or from which day its approval will hold. */
export async function changeDraft(
  tx: EntityManager,
  author: Author,
  strategy: Strategy,
  {
    action,
    set,
  }: { readonly action: string; readonly set: Partial<Said & Pick<StrategyVersion, 'validFrom'>> },
): Promise<string> {
  const { organizationId, id, number } = await draftOf(tx, strategy);
  if (Object.keys(set).length > 0) await tx.update(StrategyVersion, { organizationId, id }, set);
  await noteChange(tx, author, strategy, { action, version: number });
  return id;
}

/** Begins a new approved version on a day; what held from then on holds no longer. @returns its id */
export async function beginVersion(
  tx: EntityManager,
  author: Author,
  strategy: Strategy,
  { action, from, said }: { readonly action: string; readonly from: string; readonly said: Said },
): Promise<string> {
  const { organizationId, id: strategyId } = strategy;
  const recorded = await approvedVersions(tx, strategy);
  const { earlier, latest } = replacedFrom(recorded, from);
  await keepEnds(tx, recorded, earlier);
  const number = 1 + Math.max(0, ...recorded.map((version) => version.number));
  const { narrative, weight } = said;
  const version = { organizationId, strategyId, number, narrative, weight, ...latest };
  const { identifiers } = await tx.insert(StrategyVersion, {
    ...version,
    approvedAt: () => 'now()',
    approvedById: author.personId,
  });
  await noteChange(tx, author, strategy, { action, from, version: number });
  return identifiers[0]?.['id'];
}

/** From that day on no version holds. */
export async function endVersions(
  tx: EntityManager,
  author: Author,
  strategy: Strategy,
  on: string,
): Promise<void> {
  const recorded = await approvedVersions(tx, strategy);
  await keepEnds(tx, recorded, endedOn(recorded, on));
  await noteChange(tx, author, strategy, { action: 'STRATEGY_RETIRED', from: on });
}

interface Change {
  readonly action: string;
  /** First day on which something else holds; of a draft there is none. */
  readonly from?: string;
  readonly version?: number;
}

/** Every write to a version ends here. */
async function noteChange(
  tx: EntityManager,
  author: Author,
  { id }: Strategy,
  { action, ...detail }: Change,
): Promise<void> {
  await recordAudit(tx, author, { action, subjectId: id, detail });
  // Drafts count in no figure.
  if (detail.from !== undefined)
    await noteReadinessCause(tx, author, { from: detail.from, executiveId: null, strategyId: id });
}

export function draftOf(tx: EntityManager, { organizationId, id }: Strategy): Promise<StrategyVersion> {
  return tx.findOneByOrFail(StrategyVersion, { organizationId, strategyId: id, approvedAt: IsNull() });
}

function approvedVersions(
  tx: EntityManager,
  { organizationId, id }: Strategy,
): Promise<readonly StrategyVersion[]> {
  return tx.find(StrategyVersion, {
    where: { organizationId, strategyId: id, approvedAt: Not(IsNull()) },
    order: { number: 'ASC' },
  });
}

/** The days on which approved versions end are all that ever changes of them. */
async function keepEnds(
  tx: EntityManager,
  before: readonly StrategyVersion[],
  after: readonly StrategyVersion[],
): Promise<void> {
  for (const [i, { organizationId, id, validTo }] of after.entries())
    if (validTo !== before[i]?.validTo)
      // oxlint-disable-next-line no-await-in-loop
      await tx.update(StrategyVersion, { organizationId, id }, { validTo });
}

/** A version that requires what another one does. */
export async function copyRequirements(
  tx: EntityManager,
  { organizationId }: Pick<Author, 'organizationId'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO requirement (organization_id, strategy_version_id, capability_id, leadership_level_id, required_level, weight, critical)
     SELECT organization_id, $3, capability_id, leadership_level_id, required_level, weight, critical
     FROM requirement WHERE organization_id = $1 AND strategy_version_id = $2`,
    [organizationId, from, to],
  );
}
