import { CapabilityPlan, PlanAction, PlanEvidence, PlanGoal } from '@alidade/database';
import type { PlanStatus } from '@alidade/database';
import type { TestExecutive, TestOrganization } from './organization.js';

const DAY = '2026-01-05';

/** A DRAFT with one goal outside the framework, unless told otherwise. */
export function aPlan(
  org: TestOrganization,
  { executiveId }: Pick<TestExecutive, 'executiveId'>,
  more: Partial<CapabilityPlan> = {},
): Promise<CapabilityPlan & { readonly goal: PlanGoal }> {
  const { organizationId } = org;
  const status: PlanStatus = more.status ?? 'DRAFT';
  return org.within(async (tx) => {
    const plan = await tx.save(CapabilityPlan, {
      organizationId,
      executiveId,
      startedOn: DAY,
      statusSince: DAY,
      completedOn: status === 'COMPLETED' ? DAY : null,
      ...more,
      status,
    });
    const goal = await tx.save(PlanGoal, {
      organizationId,
      planId: plan.id,
      position: 1,
      state: 'ACTIVE',
      title: 'Hand over what others can do',
      setOn: DAY,
    });
    return Object.assign(plan, { goal });
  });
}

export function anAction(
  org: TestOrganization,
  { id: goalId }: Pick<PlanGoal, 'id'>,
  more: Partial<PlanAction> = {},
): Promise<PlanAction> {
  const { organizationId } = org;
  return org.within((tx) =>
    tx.save(PlanAction, {
      organizationId,
      goalId,
      position: 1,
      kind: 'EXPERIENCE',
      title: `Action ${crypto.randomUUID()}`,
      statusSince: DAY,
      ...more,
    }),
  );
}

export function someEvidence(
  org: TestOrganization,
  { id: actionId }: Pick<PlanAction, 'id'>,
  { personId: addedById }: Pick<TestExecutive, 'personId'>,
  content = 'Done and seen.',
): Promise<PlanEvidence> {
  const { organizationId } = org;
  return org.within((tx) =>
    tx.save(PlanEvidence, { organizationId, actionId, addedById, kind: 'TEXT', content }),
  );
}
