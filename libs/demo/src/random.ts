import { seededRandom } from '@alidade/statistics';
import type { RandomGenerator } from '@alidade/statistics';

/** √3: the sum of four uniforms has variance 1/3. */
const ROOT_THREE = 1.7320508075688772;

/** What a stream of random numbers is for; each purpose draws from streams of its own, so that parts never disturb each other. */
export const Purpose = {
  Tree: 1,
  Career: 2,
  Identity: 3,
  Levels: 4,
  Drift: 5,
  Program: 6,
  Enrollment: 7,
  Subjects: 8,
  Raters: 9,
  Ratings: 10,
  Comments: 11,
  Leniency: 12,
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];

/** A stream of random numbers: whole numbers, sums and products only, so it is the same on every machine. */
export class RandomStream {
  constructor(private readonly generator: RandomGenerator) {}

  /** Uniform on [0, 1). */
  next(): number {
    return this.generator.fraction();
  }

  /** Uniform whole number, 0 … below − 1. */
  integer(below: number): number {
    return this.generator.index(below);
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** Mean 0, standard deviation 1, never beyond ±3.47: the sum of four uniforms, since Math.log may differ between machines. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * ROOT_THREE;
  }

  /** @throws RangeError when there is nothing to pick from */
  pick<T>(items: readonly T[]): T {
    const item = items.length > 0 ? items[this.integer(items.length)] : undefined;
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }
}

/**
 * The stream of one purpose and, where given, of one thing or one pair of things (an executive; an executive in a
 * round). Odd factors keep the sums apart; the generator's own mixing makes neighbors unrelated.
 */
export function streamOf(seed: number, purpose: Purpose, first = 0, second = 0): RandomStream {
  const own =
    Math.imul(seed, 0x165667b1) +
    Math.imul(purpose, 0x85ebca6b) +
    Math.imul(first, 0xc2b2ae35) +
    Math.imul(second, 0x27d4eb2f);
  return new RandomStream(seededRandom(own >>> 0));
}
