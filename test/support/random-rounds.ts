import { seededRandom } from '@alidade/statistics';
import type { RandomGenerator } from '@alidade/statistics';

export const PROTECTED = ['PEER', 'DIRECT_REPORT', 'OTHER'] as const;
type Group = 'SELF' | 'MANAGER' | (typeof PROTECTED)[number];

interface SaidBy {
  readonly group: Group;
  /** Null: not observed. */
  readonly level: number | null;
  readonly comment: string | null;
}

/** What was said about one subject in one round that asks about one capability, and how many declined. */
export interface Said {
  readonly answers: readonly SaidBy[];
  readonly declined: number;
}

/** Answers shown together, by their place among all answers; or held back. */
export interface Shown {
  readonly name: string;
  readonly places: readonly number[];
}

/** The rule of MEASUREMENT, said once more and independently: which answers are shown together. */
export function shownTogether({ answers }: Said): Shown[] {
  const of = (group: Group) =>
    [...answers.keys()].filter((i) => answers[i]?.group === group && answers[i]?.level !== null);
  const groups = PROTECTED.map((group) => ({ name: group as string, places: of(group) }));
  const alone = groups.filter(({ places }) => places.length >= 3);
  const pool = groups.filter(({ places }) => places.length < 3).flatMap(({ places }) => places);
  return pool.length >= 3 ? [...alone, { name: 'COLLEAGUES', places: pool }] : alone;
}

const WORDS = ['listens', 'is late', 'explains why', 'decides alone', 'trusts', 'asks', 'hurries'];

/** Groups of nobody to nine, half of them small; some unanimous, some silent, some who do not observe or decline. */
function randomSaid(random: RandomGenerator): Said {
  const mood = random.index(5) + 1;
  const level = () => (random.fraction() < 0.1 ? null : random.fraction() < 0.4 ? mood : random.index(5) + 1);
  const comment = () =>
    random.fraction() < 0.3 ? `${WORDS[random.index(WORDS.length)]} ${random.index(90)}` : null;
  const say = (group: Group): SaidBy => ({ group, level: level(), comment: comment() });
  const answers: SaidBy[] = [];
  if (random.fraction() < 0.9) answers.push(say('SELF'));
  if (random.fraction() < 0.8) answers.push(say('MANAGER'));
  for (const group of PROTECTED) {
    const size = random.fraction() < 0.5 ? random.index(4) : random.index(10);
    for (let i = 0; i < size; i += 1) answers.push(say(group));
  }
  return { answers, declined: random.index(3) };
}

/**
 * Another world that must look the same: what is held back is said differently, and what is shown together was said by
 * others of those shown together.
 */
export function twinOf(said: Said, random: RandomGenerator): Said {
  const answers = [...said.answers];
  const shown = new Set<number>();
  for (const { places } of shownTogether(said)) {
    const mixed = shuffled(places, random);
    for (const [i, place] of places.entries()) {
      shown.add(place);
      const [here, there] = [said.answers[place], said.answers[mixed[i] ?? place]];
      if (here && there) answers[place] = { ...there, group: here.group };
    }
  }
  return { ...said, answers: answers.map((each, i) => (shown.has(i) ? each : otherwise(each, random))) };
}

/** The same, unless it is an answer that is held back. */
function otherwise(each: SaidBy, random: RandomGenerator): SaidBy {
  const { group, level } = each;
  if (group === 'SELF' || group === 'MANAGER' || level === null) return each;
  return { group, level: (level % 5) + 1, comment: `held back ${random.index(1000)}` };
}

export function shuffled<T>(values: readonly T[], random: RandomGenerator): T[] {
  const mixed = [...values];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = random.index(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

/** rounds × subjects */
export function randomRounds(seed: number, rounds: number, subjects: number): Said[][] {
  const random = seededRandom(seed);
  return Array.from({ length: rounds }, () => Array.from({ length: subjects }, () => randomSaid(random)));
}
