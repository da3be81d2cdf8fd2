import {
  CapabilityPlan,
  DevelopmentAction,
  PlanAction,
  PlanEvidence,
  PlanGoal,
  PlanTemplate,
  PlanTemplateLink,
  TemplateGoal,
} from '@alidade/database';
import type { PlanStatus } from '@alidade/database';
import type { TestExecutive, TestOrganization } from './organization.js';
import { aCohort } from './programs.js';

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

export function aDevelopmentAction(
  org: TestOrganization,
  capabilityId: string,
  title = `Lead ${crypto.randomUUID()}`,
): Promise<DevelopmentAction> {
  const { organizationId } = org;
  return org.within((tx) =>
    tx.save(DevelopmentAction, { organizationId, capabilityId, position: 1, kind: 'EXPERIENCE', title }),
  );
}

/** Makes a goal read the template of a new program. */
export async function linkedTo(
  org: TestOrganization,
  planId: string,
  { id, title }: Pick<PlanGoal, 'id' | 'title'>,
): Promise<void> {
  const { organizationId } = org;
  const { id: cohortId, programId } = await aCohort(org);
  await org.within(async (tx) => {
    const { id: templateId } = await tx.save(PlanTemplate, { organizationId, programId });
    const goal = await tx.save(TemplateGoal, { organizationId, templateId, position: 1, title });
    const link = { organizationId, planId, templateId, cohortId, linkedOn: DAY };
    const { id: templateLinkId } = await tx.save(PlanTemplateLink, link);
    const origin = { templateGoalId: goal.id, templateLinkId, templateVersion: 1, linked: true };
    await tx.update(PlanGoal, { organizationId, id }, origin);
  });
}
