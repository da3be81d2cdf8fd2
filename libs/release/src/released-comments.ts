import { seededRandom, seedFromText } from '@alidade/statistics';
import type { RaterGroup } from './rater-group.js';
import type { CountedGroup } from './released-groups.js';

/** Comments on one capability by group; of raters who observed it. */
export type GroupComments = ReadonlyMap<RaterGroup, readonly string[]>;

/**
 * The comments on one capability that may be shown: those of raters whose answers are shown, as one list without groups.
 *
 * Their order is a Fisher-Yates shuffle seeded by the words themselves: it is the same whoever wrote them and whenever, and
 * tells nothing from one capability to the next.
 *
 * O(comments · log comments).
 */
export function releasedComments(
  comments: GroupComments,
  counted: readonly CountedGroup[],
): readonly string[] {
  const shown = new Set<string>(counted.flatMap(({ group, pooledOf }) => [group, ...pooledOf]));
  const words = [...comments].flatMap(([group, own]) => (shown.has(group) ? own : [])).toSorted();
  const random = seededRandom(seedFromText(JSON.stringify(words)));
  for (let last = words.length - 1; last > 0; last -= 1) {
    const other = random.index(last + 1);
    const word = words[last] ?? '';
    words[last] = words[other] ?? '';
    words[other] = word;
  }
  return words;
}
