import type { DemoCohort, DemoTrueEffect } from '../demo.js';
import { CAPABILITY_CODES } from '../framework/framework.js';
import { PROGRAM_TEXTS } from '../programs/program-text.js';
import { Purpose, streamOf } from '../random.js';
import type { LevelTable } from './true-levels.js';

/** What one completed cohort added to one executive's true level in one capability. */
export interface TrueGain {
  readonly cohortKey: string;
  readonly programKey: string;
  readonly capability: number;
  /** Index of executive and capability in a table of levels. */
  readonly cell: number;
  readonly gain: number;
}

export interface GainsInput {
  readonly cohorts: readonly DemoCohort[];
  readonly initial: LevelTable;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly seed: number;
}

/** Who completed a cohort gained the program's true gain times 0.6 to 1.4, but nothing beyond the ceiling. */
export function trueGainsOf({ cohorts, initial, indexOf, seed }: GainsInput): readonly TrueGain[] {
  return cohorts.flatMap(({ key, programKey, enrollments }, cohortIndex) => {
    const develops = PROGRAM_TEXTS.find((program) => program.key === programKey)?.develops ?? [];
    const completed = enrollments.filter(({ status }) => status === 'COMPLETED');
    return completed.flatMap(({ personExternalId }): TrueGain[] => {
      const executive = indexOf.get(personExternalId) ?? 0;
      const response = streamOf(seed, Purpose.Program, executive, cohortIndex).between(0.6, 1.4);
      return develops.map(({ capabilityCode, ceiling, trueGain }) => {
        const capability = CAPABILITY_CODES.indexOf(capabilityCode);
        const cell = executive * CAPABILITY_CODES.length + capability;
        const room = Math.max(0, ceiling - (initial[cell] ?? 0));
        return { cohortKey: key, programKey, capability, cell, gain: Math.min(room, response * trueGain) };
      });
    });
  });
}

/** Mean true gains per program and per cohort, over those who completed. */
export function trueEffectsOf(gains: readonly TrueGain[]): readonly DemoTrueEffect[] {
  const sums = new Map<
    string,
    { effect: Omit<DemoTrueEffect, 'participants' | 'meanTrueGain'>; n: number; sum: number }
  >();
  for (const { programKey, cohortKey, capability, gain } of gains) {
    const capabilityCode = CAPABILITY_CODES[capability] ?? '';
    for (const effect of [
      { programKey, cohortKey: null, capabilityCode },
      { programKey, cohortKey, capabilityCode },
    ]) {
      const key = `${programKey} ${effect.cohortKey ?? '*'} ${capabilityCode}`;
      const entry = sums.get(key) ?? { effect, n: 0, sum: 0 };
      entry.n += 1;
      entry.sum += gain;
      sums.set(key, entry);
    }
  }
  return [...sums.values()].map(({ effect, n, sum }) => ({
    ...effect,
    participants: n,
    meanTrueGain: sum / n,
  }));
}
