import type { Viewer } from '@alidade/access';
import { PlanTemplate, TemplateAction, TemplateGoal } from '@alidade/database';
import { In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { groupedBy } from '../../platform/grouped-by.js';
import type { PlanTemplateType } from './templates.types.js';

type Scope = Pick<Viewer, 'organizationId'>;

/** Program id -> its template as it now stands. */
export async function templatesOf(
  tx: EntityManager,
  { organizationId }: Scope,
  programIds: readonly string[],
): Promise<ReadonlyMap<string, PlanTemplateType>> {
  const templates = await tx.findBy(PlanTemplate, { organizationId, programId: In([...programIds]) });
  const goals = await goalsOfTemplates(
    tx,
    { organizationId },
    templates.map(({ id }) => id),
  );
  return new Map(
    templates.map(({ id, version, programId }) => [
      programId,
      { id, version, programId, goals: goals.get(id) ?? [] },
    ]),
  );
}

/** Template id -> its goals with their actions, in their order. */
async function goalsOfTemplates(
  tx: EntityManager,
  { organizationId }: Scope,
  templateIds: readonly string[],
): Promise<ReadonlyMap<string, PlanTemplateType['goals']>> {
  const goals = await tx.find(TemplateGoal, {
    where: { organizationId, templateId: In([...templateIds]), retired: false },
    order: { position: 'ASC', id: 'ASC' },
  });
  const actions = await tx.find(TemplateAction, {
    where: { organizationId, templateGoalId: In(goals.map(({ id }) => id)), retired: false },
    order: { position: 'ASC', id: 'ASC' },
  });
  const byGoal = groupedBy(actions, ({ templateGoalId }) => templateGoalId);
  const byTemplate = groupedBy(goals, ({ templateId }) => templateId);
  return new Map(
    [...byTemplate].map(([id, own]) => [
      id,
      own.map((goal) => ({
        id: goal.id,
        title: goal.title,
        capabilityId: goal.capabilityId,
        targetLevel: goal.targetLevel,
        dueAfterMonths: goal.dueAfterMonths,
        actions: (byGoal.get(goal.id) ?? []).map(({ id: actionId, kind, title, dueAfterMonths }) => ({
          id: actionId,
          kind,
          title,
          dueAfterMonths,
        })),
      })),
    ]),
  );
}
