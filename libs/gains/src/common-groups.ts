import { mean } from '@alidade/statistics';
import { InvalidGainError } from './invalid-gain-error.js';

/** The protected groups too small to be shown alone, together. */
const POOL = 'COLLEAGUES';
const SELF = 'SELF';

/** One rater group's released result for one person and capability at one occasion: one row of a released score. */
export interface ReleasedGroup {
  /** SELF, MANAGER, PEER, DIRECT_REPORT, OTHER, or COLLEAGUES for the pool. */
  readonly group: string;
  /** Mean of its observed ratings, 1..5. */
  readonly mean: number;
  /** Raters who gave an observed rating, at least 1. */
  readonly respondents: number;
  /** Of the pool only: the groups that gave it at least one observed rating, in any order. */
  readonly pooledOf?: readonly string[] | null;
}

/** A person's score at one occasion, from the groups that were released at both. */
export interface CommonScore {
  readonly mean: number;
  /** Raters behind it. */
  readonly respondents: number;
}

export interface CommonGroups {
  readonly pre: CommonScore;
  readonly post: CommonScore;
  /** The groups it rests on, in the order of the first occasion. */
  readonly groups: readonly string[];
}

/**
 * What a person's two measurements have in common: the rater groups other than SELF that were released at both, so
 * that no group that came or went is read as a change. A pool counts only with a pool of the same groups.
 *
 * score = plain mean over those groups of m_g
 *
 * @param pre  released groups at the first occasion, each at most once, in any order
 * @param post the same at the second
 * @returns    both scores, 1..5, with the raters behind them; null when no group was released at both
 * @throws InvalidGainError when a group comes twice, a mean is off 1..5, nobody responded, or a pool names no groups
 *
 * O(groups).
 */
export function commonGroups(
  pre: readonly ReleasedGroup[],
  post: readonly ReleasedGroup[],
): CommonGroups | null {
  const [before, after] = [byKey(pre), byKey(post)];
  const keys = [...before.keys()].filter((key) => key !== SELF && after.has(key));
  const first = scoreOver(keys, before);
  const second = scoreOver(keys, after);
  if (first === null || second === null) return null;
  return { pre: first, post: second, groups: keys.map((key) => before.get(key)!.group) };
}

function byKey(released: readonly ReleasedGroup[]): ReadonlyMap<string, ReleasedGroup> {
  const found = new Map<string, ReleasedGroup>();
  for (const row of released) {
    requireReleased(row);
    const key = row.group === POOL ? `${POOL} of ${(row.pooledOf ?? []).toSorted().join(', ')}` : row.group;
    if (found.has(key)) throw new InvalidGainError(`${key} is released twice`);
    found.set(key, row);
  }
  return found;
}

function requireReleased({ group, mean: level, respondents, pooledOf }: ReleasedGroup): void {
  if (!(level >= 1 && level <= 5))
    throw new InvalidGainError(`A mean of ${group} is within 1..5, got ${level}`);
  if (!Number.isInteger(respondents) || respondents < 1)
    throw new InvalidGainError(`A released group has respondents, ${group} has ${respondents}`);
  if (group === POOL && (pooledOf ?? []).length === 0)
    throw new InvalidGainError('A pool is named by the groups that it is made of');
}

function scoreOver(
  keys: readonly string[],
  released: ReadonlyMap<string, ReleasedGroup>,
): CommonScore | null {
  const rows = keys.map((key) => released.get(key)!);
  const level = mean(rows.map((row) => row.mean));
  return level === null
    ? null
    : { mean: level, respondents: rows.reduce((sum, row) => sum + row.respondents, 0) };
}
