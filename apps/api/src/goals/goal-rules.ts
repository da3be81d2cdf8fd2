import { GoalMetric } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { FieldFault } from '@alidade/errors';
import type { CreateGoalInput } from './goals.inputs.js';

/** Least and greatest figure of the metrics that can be measured, and which id names what is measured. */
const MEASURABLE: Readonly<Partial<Record<GoalMetric, Measurable>>> = {
  STRATEGY_READINESS: { range: [0, 1], names: 'strategyId' },
  MEAN_READINESS: { range: [0, 100], names: 'strategyId' },
  CAPABILITY_LEVEL: { range: [1, 5], names: 'capabilityId' },
};

interface Measurable {
  readonly range: readonly [number, number];
  readonly names: 'strategyId' | 'capabilityId';
}

const OF_OTHER_METRICS = ['condition', 'cascadeLevel', 'messageId', 'indicatorId'] as const;

/** @throws UseCaseError INVALID_INPUT with every fault of a goal that can be told without looking anything up */
export function requireMeasurable(input: CreateGoalInput): void {
  const measurable = MEASURABLE[input.metric];
  const fields: FieldFault[] = [];
  const fault = (path: string, message: string) => fields.push({ path: `input.${path}`, message });
  if (!measurable) fault('metric', `${input.metric} cannot be measured yet.`);
  for (const path of OF_OTHER_METRICS)
    if (input[path] != null) fault(path, `${path} belongs to a metric that cannot be measured yet.`);
  if (input.dueOn <= input.baselineOn) fault('dueOn', 'A goal is due after the day of its baseline.');
  if (measurable) fields.push(...faultsOf(input, measurable));
  refuse(fields);
}

export const hasWayToGo = (baseline: number, target: number): boolean => Math.abs(target - baseline) > 1e-9;

/** @throws UseCaseError INVALID_INPUT when there is no way to go */
export function requireWayToGo(baseline: number, target: number): void {
  if (hasWayToGo(baseline, target)) return;
  refuse([{ path: 'input.target', message: `The target has to differ from the baseline, ${baseline}.` }]);
}

/** @throws UseCaseError INVALID_INPUT: there is no figure to begin with */
export function refuseWithoutFigure(day: string): never {
  const message = `Nobody in the population has enough evidence on ${day}: name a baseline, or another day.`;
  throw new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'input.baselineOn', message }] });
}

function faultsOf(input: CreateGoalInput, { range: [least, greatest], names }: Measurable): FieldFault[] {
  const fields: FieldFault[] = [];
  if (input[names] == null)
    fields.push({
      path: `input.${names}`,
      message: `${input.metric} is measured of one ${names.slice(0, -2)}.`,
    });
  if (names === 'strategyId' && input.capabilityId != null)
    fields.push({
      path: 'input.capabilityId',
      message: `${input.metric} is of all that a strategy requires.`,
    });
  for (const path of ['baseline', 'target'] as const) {
    const figure = input[path] ?? null;
    if (figure === null || (figure >= least && figure <= greatest)) continue;
    fields.push({ path: `input.${path}`, message: `${input.metric} lies within ${least} and ${greatest}.` });
  }
  return fields;
}

function refuse(fields: readonly FieldFault[]): void {
  if (fields.length === 0) return;
  throw new UseCaseError('INVALID_INPUT', fields.map(({ message }) => message).join(' '), { fields });
}
