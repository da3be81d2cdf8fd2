/**
 * No single answer of a peer, direct report or other rater, and no mean of a group that is not released, follows from
 * all that all viewers together are shown. Two proofs over random rounds: an oracle that solves the figures as equations
 * over the answers, and a twin of each round in which everything held back is said differently and everything shown was
 * said by others, which must look the same to the last byte.
 *
 * Ten rounds here; `npm run test:anonymity` plays a thousand.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seededRandom } from '@alidade/statistics';
import { AnonymityWorld, SUBJECTS } from '../support/anonymity-world.js';
import type { Seen } from '../support/anonymity-world.js';
import { leaksIn, peopleDetermined } from '../support/oracle.js';
import type { Cell, Equation } from '../support/oracle.js';
import { Program } from '../support/program.js';
import { PROTECTED, randomRounds, shownTogether, twinOf } from '../support/random-rounds.js';
import type { Said } from '../support/random-rounds.js';
import { TestWorker } from '../support/worker.js';

const ROUNDS = Number(process.env['ANONYMITY_ROUNDS'] ?? 10);
const ROUNDS_OF_A_WORLD = 10;
const WORLD_MS = 600_000;

/** The answers that count about one subject, by group. */
function cellsOf(said: Said): Cell[] {
  const shown = shownTogether(said);
  return PROTECTED.flatMap((id) => {
    const places = [...said.answers.keys()].filter(
      (i) => said.answers[i]?.group === id && said.answers[i]?.level !== null,
    );
    if (places.length === 0) return [];
    const shownIn = shown.find((each) => each.places.includes(places[0] ?? -1))?.name ?? null;
    return [{ id, size: places.length, levels: places.map((i) => said.answers[i]?.level ?? 0), shownIn }];
  });
}

interface Score {
  readonly others: number | null;
  readonly groups: readonly {
    readonly group: string;
    readonly pooledOf: readonly string[];
    readonly mean: number;
    readonly respondents: number;
  }[];
  readonly suppressedGroups: readonly string[];
}

/** Everything a report says of others, as equations over the sums of the cells. */
function equationsOf({ groups, others }: Score): Equation[] {
  const total = new Map<string, number>();
  let known = 0;
  const equations = groups.flatMap(({ group, pooledOf, mean, respondents }) => {
    if (group === 'MANAGER') {
      known += mean;
      return [];
    }
    const cells = pooledOf.length > 0 ? pooledOf : [group];
    for (const cell of cells) total.set(cell, 1 / respondents);
    return [{ terms: new Map(cells.map((cell) => [cell, 1])), value: mean * respondents }];
  });
  if (others === null || total.size === 0) return equations;
  return [...equations, { terms: total, value: others * groups.length - known }];
}

const scoreIn = (seen: readonly Seen[], round: number, subject: number): Score | null => {
  const found = seen.find(
    ({ who, what }) => who === 'designer' && what === `released report ${round} of ${subject}`,
  );
  return JSON.parse(found?.answer ?? 'null').releasedScores[0] ?? null;
};

describe('anonymity', () => {
  let program: Program;
  let worker: TestWorker;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program, { env: { WORKER_CONCURRENCY: '4' } });
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  it.each(Array.from({ length: Math.ceil(ROUNDS / ROUNDS_OF_A_WORLD) }, (_, i) => [i + 1]))(
    'is kept in ten random rounds of seed %i',
    async (seed) => {
      const rounds = randomRounds(seed, ROUNDS_OF_A_WORLD, SUBJECTS);
      const random = seededRandom(seed + 1_000_000);
      const twins = rounds.map((round) => round.map((said) => twinOf(said, random)));
      const world = await AnonymityWorld.in(program, ROUNDS_OF_A_WORLD);
      const seen = await world.play(rounds, seed);
      const twin = await (await AnonymityWorld.in(program, ROUNDS_OF_A_WORLD)).play(twins, seed + 2_000_000);
      expect(twin.filter((each, i) => each.answer !== seen[i]?.answer)).toEqual([]);
      expect(twin).toHaveLength(seen.length);

      let figures = 0;
      for (const [round, subjects] of rounds.entries())
        for (const [subject, said] of subjects.entries()) {
          const cells = cellsOf(said);
          const score = scoreIn(seen, round, subject);
          if (score === null) continue;
          const equations = equationsOf(score);
          figures += equations.length;
          const heldBack = cells.filter(({ shownIn }) => shownIn === null).map(({ id }) => id);
          expect({ round, subject, suppressed: score.suppressedGroups }).toEqual({
            round,
            subject,
            suppressed: heldBack,
          });
          expect({ round, subject, leaks: leaksIn(cells, equations) }).toEqual({ round, subject, leaks: [] });
        }
      expect(figures).toBeGreaterThan(ROUNDS_OF_A_WORLD);
    },
    WORLD_MS,
  );
});

const cell = (id: string, levels: readonly number[], shownIn: string | null): Cell => ({
  id,
  size: levels.length,
  levels,
  shownIn,
});
const sumOf = (cells: readonly Cell[], value?: number): Equation => ({
  terms: new Map(cells.map(({ id }) => [id, 1])),
  value: value ?? cells.flatMap(({ levels }) => levels).reduce((sum, level) => sum + level, 0),
});

describe('the oracle', () => {
  const peers = cell('PEER', [2, 3, 5], 'PEER');
  const reports = cell('DIRECT_REPORT', [4], null);
  const others = cell('OTHER', [2, 5], null);

  it('finds nothing in what the rules let through', () => {
    expect(leaksIn([peers, reports, others], [sumOf([peers])])).toEqual([]);
    const pool = [cell('DIRECT_REPORT', [4], 'COLLEAGUES'), cell('OTHER', [2, 5], 'COLLEAGUES')];
    expect(leaksIn([peers, ...pool], [sumOf([peers]), sumOf(pool)])).toEqual([]);
    expect(peopleDetermined([['a', 'b', 'c', 'd', 'e']])).toEqual([]);
  });
  it('lets show what raters are told: that all of a released group agree', () => {
    const agreed = cell('PEER', [5, 5, 5], 'PEER');
    expect(leaksIn([agreed], [sumOf([agreed])])).toEqual([]);
  });
  it('finds a total from which the published parts can be taken away', () => {
    expect(leaksIn([peers, reports], [sumOf([peers]), sumOf([peers, reports])])).toEqual([
      { cell: 'DIRECT_REPORT', what: 'SINGLE_ANSWER' },
      { cell: 'DIRECT_REPORT', what: 'MEAN_OF_UNRELEASED_GROUP' },
    ]);
  });
  it('finds a pool that is one small group', () => {
    const alone = cell('OTHER', [2, 5], 'COLLEAGUES');
    expect(leaksIn([alone], [sumOf([alone])])).toEqual([{ cell: 'OTHER', what: 'MEAN_OF_UNRELEASED_GROUP' }]);
  });
  it('finds an answer that came after the first release', () => {
    const late = cell('PEER, late', [1], 'PEER');
    expect(leaksIn([peers, late], [sumOf([peers]), sumOf([peers, late])])).toContainEqual({
      cell: 'PEER, late',
      what: 'SINGLE_ANSWER',
    });
  });
  it('finds the two answers behind a minimum and a maximum of two', () => {
    const [lower, upper] = [cell('the lower', [2], null), cell('the upper', [5], null)];
    const leaks = leaksIn([lower, upper], [sumOf([lower]), sumOf([upper])]);
    expect(leaks.filter(({ what }) => what === 'SINGLE_ANSWER')).toHaveLength(2);
  });
  it('finds whom a filter leaves out', () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(peopleDetermined([all, all.slice(1)])).toEqual(['a']);
    expect(peopleDetermined([all, all.slice(0, 3), all.slice(2)])).toEqual(['c']);
  });
  it('finds a figure that is made of answers held back', () => {
    const equations = [sumOf([peers]), { terms: new Map([['PEER', 1 / 3]]), value: 3.5 }];
    expect(leaksIn([peers, reports], equations)).toContainEqual({
      cell: 'PEER',
      what: 'FIGURE_OF_HELD_BACK_ANSWERS',
    });
  });
});
