import { LevelEvidence, LevelFact, ReleasedScore, RoundReliability } from '@alidade/database';
import type { AssessmentRound, Capability } from '@alidade/database';
import { aRound } from './assessments.js';
import type { TestExecutive, TestOrganization } from './organization.js';

/** Mean and respondents of each rater group that was released. */
export type Groups = Readonly<Record<string, readonly [mean: number, respondents: number]>>;

/** What was released about whom in one capability. */
export type Released = readonly [TestExecutive, Capability, Groups];

/** By the manager alone. */
export const manager = (mean: number): Groups => ({ MANAGER: [mean, 1] });

/** A round that was released on a day, with what it showed; its subjects are those it shows. */
export async function aReleasedRound(
  org: TestOrganization,
  evidenceOn: string,
  released: readonly Released[],
  more: Partial<Omit<AssessmentRound, 'organizationId' | 'id'>> = {},
): Promise<AssessmentRound> {
  const { organizationId } = org;
  const subjects = [...new Map(released.map(([who]) => [who.executiveId, who])).values()];
  const capabilities = [...new Map(released.map(([, what]) => [what.id, what])).values()];
  const round = await aRound(org, subjects, capabilities, {
    status: 'RELEASED',
    opensOn: evidenceOn,
    closesOn: evidenceOn,
    evidenceOn,
    ...more,
  });
  const scores = released.map(([who, what, groups]) => ({
    organizationId,
    roundId: round.id,
    executiveId: who.executiveId,
    capabilityId: what.id,
    others: xOf(groups),
    groups: Object.entries(groups).map(([group, [mean, respondents]]) => ({
      group: group as 'MANAGER',
      pooledOf: [],
      mean,
      respondents,
    })),
    suppressedGroups: [],
  }));
  await org.within((tx) => tx.insert(ReleasedScore, scores));
  return round;
}

function xOf(groups: Groups): number | null {
  const means = Object.values(groups).map(([mean]) => mean);
  return means.length === 0 ? null : means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

/** How exact a round is in a capability. */
export function exactness(
  org: TestOrganization,
  { id: roundId }: AssessmentRound,
  { id: capabilityId }: Capability,
  { standardDeviation, icc }: { readonly standardDeviation: number; readonly icc: number },
): Promise<unknown> {
  const { organizationId } = org;
  return org.within((tx) =>
    tx.insert(RoundReliability, {
      organizationId,
      roundId,
      capabilityId,
      subjects: 20,
      standardDeviation,
      icc,
      ratersNeeded: null,
    }),
  );
}

/** A level as the worker leaves it: from the day of its evidence until it turns stale, or other evidence counts. */
export function aLevel(
  org: TestOrganization,
  { executiveId }: Pick<TestExecutive, 'executiveId'>,
  { id: capabilityId }: Pick<Capability, 'id'>,
  { level, from, to }: { readonly level: number; readonly from: string; readonly to: string },
): Promise<unknown> {
  const { organizationId } = org;
  const about = { organizationId, executiveId, capabilityId, level };
  return org.within(async (tx) => {
    const evidence = { ...about, source: 'MANAGER' as const, rationale: 'Seen at work.', evidenceOn: from };
    const { id: evidenceId } = await tx.save(LevelEvidence, evidence);
    await tx.insert(LevelFact, { ...about, standardError: null, validFrom: from, validTo: to, evidenceId });
  });
}
