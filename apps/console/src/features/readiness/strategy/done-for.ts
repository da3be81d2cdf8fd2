import type { ProgramView } from './strategy.query.ts';

type Cohort = ProgramView['cohorts'][number];

/** Programs that develop a capability. */
export const programsFor = (programs: readonly ProgramView[], capabilityId: string): readonly ProgramView[] =>
  programs.filter(({ develops }) => develops.some(({ capability }) => capability.id === capabilityId));

const AHEAD: ReadonlySet<Cohort['status']> = new Set(['PLANNED', 'OPEN']);

/** How many cohorts of a program run, and how many are to come. */
export const cohortsAhead = ({
  cohorts,
}: ProgramView): { readonly running: number; readonly planned: number } => ({
  running: cohorts.filter(({ status }) => status === 'RUNNING').length,
  planned: cohorts.filter(({ status }) => AHEAD.has(status)).length,
});

/** In levels, the mean over the programs that develop a capability; null when none does. */
export function expectedGain(programs: readonly ProgramView[], capabilityId: string): number | null {
  const gains = programs
    .flatMap(({ develops }) => develops)
    .filter(({ capability }) => capability.id === capabilityId)
    .map((each) => each.expectedGain);
  return gains.length === 0 ? null : gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
}
