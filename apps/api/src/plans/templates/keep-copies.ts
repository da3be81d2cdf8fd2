import { PlanGoal, PlanTemplateLink } from '@alidade/database';
import type { CapabilityPlan } from '@alidade/database';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';

/** What a completed plan says no template changes any more. */
export async function keepCopies(
  tx: EntityManager,
  { organizationId, id: planId }: CapabilityPlan,
  today: string,
): Promise<void> {
  await tx.update(PlanGoal, { organizationId, planId }, { linked: false });
  await tx.update(PlanTemplateLink, { organizationId, planId, endedOn: IsNull() }, { endedOn: today });
}
