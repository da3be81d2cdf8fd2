import { DEFAULT_POLICY, executiveReadiness, ReadinessBand, requirementsFor } from '@alidade/readiness';
import type { CountedLevel, Requirement } from '@alidade/readiness';
import { postingOn } from '../company/service.js';
import type { DemoGoal, DemoPerson, DemoPosting, DemoStatement, IsoDay } from '../demo.js';
import { isSampled, levelsOn } from './estimated-levels.js';
import type { EstimatedScores } from './estimated-levels.js';

export interface EstimateInput {
  readonly executives: readonly DemoPerson[];
  readonly scores: EstimatedScores;
  readonly statements: readonly DemoStatement[];
}

/** What is measured, and of whom. */
type Measured = Pick<DemoGoal, 'metric' | 'statementKey' | 'capabilityCode' | 'population'>;

/** Answers what a goal's figure is on the day it was made for; null: nobody has enough evidence. */
export type FigureOf = (measured: Measured) => number | null;

/**
 * The figures of one day as the product will find them under its default policy, made from the demo's own ratings to
 * choose the targets of its goals; of a large organization by a sample. O(executives × capabilities), and for each figure O(executives × requirements).
 */
export function figuresOn({ executives, scores, statements }: EstimateInput, day: IsoDay): FigureOf {
  const people = executives.flatMap((person, executive): Measurable[] => {
    const posting = isSampled(executive, executives.length) ? postingOn(person, day) : null;
    return posting === null ? [] : [{ posting, levels: levelsOn(scores, executive, day) }];
  });
  return (measured) => {
    const requirements = requirementsOn(statements, measured.statementKey, day);
    const values = people
      .filter(({ posting }) => isIn(posting, measured.population))
      .map((one) => personalFigure(measured, one, requirements))
      .filter((value) => value !== null);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
  };
}

function isIn(posting: DemoPosting, { unitPath, leadershipLevel }: DemoGoal['population']): boolean {
  if (leadershipLevel !== null) return posting.leadershipLevel === leadershipLevel;
  return unitPath === null || `${posting.unitPath} / `.startsWith(`${unitPath} / `);
}

interface Measurable {
  readonly posting: DemoPosting;
  readonly levels: ReadonlyMap<string, CountedLevel>;
}

/** Null: too little evidence. */
function personalFigure(
  { metric, capabilityCode }: Measured,
  { posting, levels }: Measurable,
  requirements: readonly Requirement[],
): number | null {
  if (metric === 'CAPABILITY_LEVEL') return levels.get(capabilityCode ?? '')?.level ?? null;
  const own = requirementsFor(requirements, posting.leadershipLevel ?? '');
  const { value, band } = executiveReadiness(own, levels, DEFAULT_POLICY) ?? NOTHING_REQUIRED;
  if (value === null || metric === 'MEAN_READINESS') return value;
  return Number(band === ReadinessBand.ReadyNow);
}

const NOTHING_REQUIRED = { value: null, band: ReadinessBand.InsufficientEvidence };

function requirementsOn(
  statements: readonly DemoStatement[],
  statementKey: string | null,
  day: IsoDay,
): readonly Requirement[] {
  const versions = statements.find(({ key }) => key === statementKey)?.versions ?? [];
  const inForce = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day)?.requirements ?? [];
  return inForce.map(({ capabilityCode, leadershipLevel, ...asked }) => ({
    ...asked,
    capabilityId: capabilityCode,
    leadershipLevelId: leadershipLevel,
  }));
}
