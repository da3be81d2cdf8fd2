import { COLLEAGUES, PROTECTED_GROUPS, RaterGroup } from './rater-group.js';
import type { ReleasedGroupName } from './rater-group.js';
import type { ObservedLevels } from './rating.js';

/** Answers of others that may be shown together. Holds single answers: for use inside this library only. */
export interface CountedGroup {
  readonly group: ReleasedGroupName;
  readonly pooledOf: readonly RaterGroup[];
  readonly levels: readonly number[];
}

export interface GroupDecision {
  /** MANAGER, PEER, DIRECT_REPORT, OTHER, COLLEAGUES, in this order; those without an observed rating are absent. */
  readonly counted: readonly CountedGroup[];
  readonly suppressed: readonly RaterGroup[];
}

/**
 * Which answers of others about one capability may be shown, and under which name.
 *
 * The manager's always; a protected group from `minimumRespondents` observed ratings on; the protected groups below that
 * together as COLLEAGUES when all of them together reach it, else not at all. Every figure of a release is made from what
 * is counted here and from nothing else, so no figure depends on an answer that is not released.
 */
export function decideGroups(observed: ObservedLevels, minimumRespondents: number): GroupDecision {
  const levelsOf = (group: RaterGroup) => observed.get(group) ?? [];
  const answering = PROTECTED_GROUPS.filter((group) => levelsOf(group).length > 0);
  const alone = answering.filter((group) => levelsOf(group).length >= minimumRespondents);
  const small = answering.filter((group) => levelsOf(group).length < minimumRespondents);
  const pool = small.flatMap(levelsOf);
  const manager = levelsOf(RaterGroup.Manager);

  const counted: CountedGroup[] = alone.map((group) => ({ group, pooledOf: [], levels: levelsOf(group) }));
  if (manager.length > 0) counted.unshift({ group: RaterGroup.Manager, pooledOf: [], levels: manager });
  if (pool.length < minimumRespondents) return { counted, suppressed: small };
  counted.push({ group: COLLEAGUES, pooledOf: small, levels: pool });
  return { counted, suppressed: [] };
}
