import { Effort, InvalidProblemError, readProblem } from '@alidade/cohorts';
import type { CohortProblem, Progress, Solution } from '@alidade/cohorts';
import { UseCaseError } from '@alidade/errors';
import { optimize } from '@alidade/optimizer';
import { readFile, writeFile } from 'node:fs/promises';
import { read, UsageError, wholeNumber } from '../command-line.js';
import type { Command } from '../command-line.js';

export const solve: Command = {
  name: ['solve'],
  form: 'solve PROBLEM.json [--seed 1] [--effort quick|standard|thorough] [--out FILE]',
  purpose: 'Place executives in cohorts: writes the solution and prints one line of figures.',
  async run(words) {
    const { values, positionals } = read(
      words,
      {
        seed: { type: 'string', default: '1' },
        effort: { type: 'string', default: Effort.Standard },
        out: { type: 'string' },
      },
      1,
    );
    const seed = wholeNumber('seed', values.seed, { min: 0, max: 2 ** 32 - 1 });
    const effort = effortOf(values.effort);
    const problem = await problemIn(positionals[0] ?? '');
    const started = performance.now();
    const solution = await optimize(problem, { seed, effort, onProgress: tellProgress });
    const seconds = (performance.now() - started) / 1000;
    const out = values.out;
    if (out !== undefined)
      await writeFile(out, `${JSON.stringify(documentOf(problem, solution, { seed, effort }))}\n`);
    process.stdout.write(`${figures(problem, solution, seconds)}\n`);
    if (solution.evaluation === null) process.exitCode = 1;
  },
};

function effortOf(text: string): Effort {
  const effort = Object.values(Effort).find((each) => each === text);
  if (effort === undefined) throw new UsageError(`--effort is quick, standard or thorough, not ${text}.`);
  return effort;
}

async function problemIn(file: string): Promise<CohortProblem> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UseCaseError('NOT_FOUND', `${file} cannot be read.`);
  });
  try {
    return readProblem(JSON.parse(text));
  } catch (error) {
    if (error instanceof InvalidProblemError) throw new UseCaseError('INVALID_INPUT', error.message);
    if (error instanceof SyntaxError)
      throw new UseCaseError('INVALID_INPUT', `${file} is no JSON: ${error.message}`);
    throw error;
  }
}

/** Writes how far it is to stderr. */
function tellProgress({ phase, objective, bound }: Progress): void {
  const best = objective === null ? 'no plan yet' : `best ${objective.toFixed(4)}`;
  process.stderr.write(`${phase}: ${best}, bound ${bound === null ? 'none' : bound.toFixed(4)}\n`);
}

/** The solution as a file: placements, worth, bound, and what it was made with. */
function documentOf(
  { name }: CohortProblem,
  { evaluation, ...solution }: Solution,
  made: { readonly seed: number; readonly effort: Effort },
): object {
  const { brokenRules: _none, ...worth } = evaluation ?? { objective: null, brokenRules: [] };
  return { format: 'alidade-cohort-solution/1', problem: name, ...made, ...solution, ...worth };
}

function figures(
  problem: CohortProblem,
  { status, evaluation, bound, contradictions }: Solution,
  seconds: number,
): string {
  const time = `${seconds.toFixed(2)} s`;
  if (evaluation === null)
    return [status, ...contradictions.map(({ sentence }) => sentence), time].join(' · ');
  const gap = bound === null || bound === 0 ? 0 : ((bound - evaluation.objective) / Math.abs(bound)) * 100;
  return [
    status,
    `objective ${evaluation.objective.toFixed(6)}`,
    `bound ${bound?.toFixed(6) ?? 'none'} (gap ${gap.toFixed(3)} %)`,
    `${evaluation.seated} of ${problem.executives.length} seated in ${evaluation.cohortsRun.length} cohorts`,
    `cost ${evaluation.cost}`,
    time,
  ].join(' · ');
}
