import { AssessmentRound, ReleasedScore, RoundCapability, RoundSubject } from '@alidade/database';
import type { Capability } from '@alidade/database';
import type { TestExecutive, TestOrganization } from './organization.js';

/** An imported baseline DRAFT over these people and capabilities, open through March 2026, unless told otherwise. */
export function aRound(
  org: TestOrganization,
  executives: readonly TestExecutive[],
  capabilities: readonly Capability[],
  more: Partial<Omit<AssessmentRound, 'organizationId' | 'id'>> = {},
): Promise<AssessmentRound> {
  const { organizationId } = org;
  return org.within(async (tx) => {
    const round = await tx.save(AssessmentRound, {
      organizationId,
      name: `Round ${crypto.randomUUID()}`,
      occasion: 'BASELINE',
      purpose: 'READINESS',
      opensOn: '2026-03-01',
      closesOn: '2026-03-31',
      imported: true,
      ...more,
    });
    const roundId = round.id;
    const asked = capabilities.map(({ id }, position) => ({
      organizationId,
      roundId,
      capabilityId: id,
      position,
    }));
    const subjects = executives.map(({ executiveId }) => ({ organizationId, roundId, executiveId }));
    if (asked.length > 0) await tx.insert(RoundCapability, asked);
    if (subjects.length > 0) await tx.insert(RoundSubject, subjects);
    return round;
  });
}

/** What a released round shows of one executive: a manager's 3. */
export function aReleasedScore(
  org: TestOrganization,
  round: AssessmentRound,
  { executiveId }: TestExecutive,
  { id: capabilityId }: Capability,
): Promise<unknown> {
  const { organizationId } = org;
  return org.within((tx) =>
    tx.insert(ReleasedScore, {
      organizationId,
      roundId: round.id,
      executiveId,
      capabilityId,
      others: 3,
      groups: [{ group: 'MANAGER', pooledOf: [], mean: 3, respondents: 1 }],
      suppressedGroups: [],
    }),
  );
}
