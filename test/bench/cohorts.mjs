// npm run bench:cohorts [-- --large]: the optimizer on problems of its own generator, beside greedy and random plans.
import { execFileSync } from 'node:child_process';
import { plantedProblem, realisticProblem } from './cohort-problems.mjs';

execFileSync(process.execPath, ['bin/alidade.mjs', 'build'], { stdio: 'inherit' });
const { readProblem, refereeOf, solve } = await import('../../dist/libs/cohorts/src/index.js');
const { seededRandom } = await import('../../dist/libs/statistics/src/index.js');

const SMALL = [
  { executives: 60, cohorts: 4 },
  { executives: 300, cohorts: 12 },
  { executives: 1000, cohorts: 40 },
];
const LARGE = [...SMALL, { executives: 5000, cohorts: 200 }];
const sizes = process.argv.includes('--large') ? LARGE : SMALL;
const efforts = process.argv.includes('--thorough')
  ? ['quick', 'standard', 'thorough']
  : ['quick', 'standard'];

/** Everybody in turn, into the first seat in the order given that breaks no rule; minimums are left to chance. */
function inOrder(problem, referee, rank) {
  const placements = [];
  for (const executive of problem.executives)
    for (const cohort of rank(executive)) {
      const trial = [...placements, { executive: executive.id, cohort: cohort.id }];
      const bad = referee(trial).brokenRules.some(
        ({ rule, sentence }) => rule !== 'seats' || !sentence.includes('to run'),
      );
      if (bad) continue;
      placements.push(trial.at(-1));
      break;
    }
  const short = new Set(
    referee(placements).brokenRules.flatMap(({ rule, cohorts }) => (rule === 'seats' ? cohorts : [])),
  );
  return referee(placements.filter(({ cohort }) => !short.has(cohort)));
}

console.log('problem | plan | objective | below optimum or bound % | seconds | rules broken');
for (const size of sizes)
  for (const make of [plantedProblem, realisticProblem]) {
    const { problem: document, optimum } = make(seededRandom(size.executives), size);
    const problem = readProblem(document);
    const referee = refereeOf(problem);
    let best = optimum;
    const row = (plan, evaluation, seconds) => {
      const below = best === null ? '' : (100 * (1 - evaluation.objective / best)).toFixed(3);
      console.log(
        [
          problem.name,
          plan,
          evaluation.objective.toFixed(3),
          below,
          seconds,
          evaluation.brokenRules.length,
        ].join(' | '),
      );
    };
    for (const effort of efforts) {
      const started = performance.now();
      const { evaluation, bound, status } = solve(problem, { seed: 1, effort });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      best = optimum ?? bound;
      if (evaluation) row(effort, evaluation, seconds);
      else console.log([problem.name, effort, status, '', seconds, ''].join(' | '));
    }
    if (size.executives > 300) continue;
    const random = seededRandom(1);
    const points = (executive, cohort) => referee([{ executive: executive.id, cohort: cohort.id }]).benefit;
    row(
      'greedy by benefit',
      inOrder(problem, referee, (e) => problem.cohorts.toSorted((a, b) => points(e, b) - points(e, a))),
      '',
    );
    row(
      'random',
      inOrder(problem, referee, () =>
        problem.cohorts
          .map((c) => [random.fraction(), c])
          .toSorted((a, b) => a[0] - b[0])
          .map(([, c]) => c),
      ),
      '',
    );
  }
