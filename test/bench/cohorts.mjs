// npm run bench:cohorts [-- --sizes 60x4,300x12 --efforts quick,standard --seeds 3 --problems 5]: the optimizer on problems of
// its own generator, beside greedy and random plans.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { realisticProblem } from './cohort-problems.mjs';
import { plantedProblem } from './planted-cohort-problem.mjs';

execFileSync(process.execPath, ['bin/alidade.mjs', 'build'], { stdio: 'inherit' });
const { readProblem, refereeOf } = await import('../../dist/libs/cohorts/src/index.js');
const { optimize } = await import('../../dist/libs/optimizer/src/index.js');
const { seededRandom } = await import('../../dist/libs/statistics/src/index.js');

const { values: wanted } = parseArgs({
  options: {
    sizes: { type: 'string', default: '60x4,300x12,1000x40' },
    efforts: { type: 'string', default: 'quick,standard' },
    kinds: { type: 'string', default: 'planted,realistic' },
    seeds: { type: 'string', default: '1' },
    problems: { type: 'string', default: '1' },
  },
});
const MAKERS = { planted: plantedProblem, realistic: realisticProblem };
const upTo = (count) => Array.from({ length: Number(count) }, (_, k) => k + 1);

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
for (const size of wanted.sizes.split(','))
  for (const kind of wanted.kinds.split(','))
    for (const number of upTo(wanted.problems)) await measure(size, kind, number);

async function measure(size, kind, number) {
  const [executives, cohorts] = size.split('x').map(Number);
  const { problem: document, optimum } = MAKERS[kind](seededRandom(1000 * number + executives), {
    executives,
    cohorts,
  });
  const problem = readProblem(document);
  const referee = refereeOf(problem);
  let best = optimum;
  const row = (plan, evaluation, seconds) => {
    const below = best === null ? '' : (100 * (1 - evaluation.objective / best)).toFixed(4);
    const figures = [evaluation.objective.toFixed(4), below, seconds, evaluation.brokenRules.length];
    console.log([`${problem.name} no. ${number}`, plan, ...figures].join(' | '));
  };
  for (const effort of wanted.efforts.split(','))
    for (const seed of upTo(wanted.seeds)) {
      const started = performance.now();
      const { evaluation, bound, status } = await optimize(problem, { seed, effort });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      best = optimum ?? bound;
      if (evaluation) row(`${effort} seed ${seed} ${status}`, evaluation, seconds);
      else console.log([problem.name, effort, status, '', seconds, ''].join(' | '));
    }
  if (executives <= 300) compareWithOthers(problem, referee, row);
}

/** What people use: the seat of most points for everybody in turn; and any seat. */
function compareWithOthers(problem, referee, row) {
  const random = seededRandom(1);
  const points = (executive, cohort) => referee([{ executive: executive.id, cohort: cohort.id }]).benefit;
  const byPoints = (executive) =>
    problem.cohorts.toSorted((a, b) => points(executive, b) - points(executive, a));
  const shuffled = () =>
    problem.cohorts
      .map((cohort) => [random.fraction(), cohort])
      .toSorted((a, b) => a[0] - b[0])
      .map(([, cohort]) => cohort);
  row('greedy by benefit', inOrder(problem, referee, byPoints), '');
  row('random', inOrder(problem, referee, shuffled), '');
}
