import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** A plan is its executive's alone and goes with them; what they said in the plans of others loses its words. */
export const plansPersonalData: PersonalDataKeeper = {
  name: 'plans',
  tables: ['capability_plan', 'plan_action', 'plan_entry', 'plan_evidence'],

  async tell(tx, { organizationId, personId }) {
    const [told]: { told: unknown }[] = await tx.query(
      `SELECT jsonb_build_object(
         'plans', (SELECT jsonb_agg(to_jsonb(plan) - 'organization_id' || jsonb_build_object(
             'goals', (SELECT jsonb_agg(to_jsonb(goal) - 'organization_id' || jsonb_build_object(
                 'actions', (SELECT jsonb_agg(to_jsonb(action) - 'organization_id' || jsonb_build_object(
                     'evidence', (SELECT jsonb_agg(to_jsonb(evidence) - 'organization_id' ORDER BY evidence.recorded_at)
                       FROM plan_evidence AS evidence WHERE evidence.organization_id = $1 AND evidence.action_id = action.id))
                     ORDER BY action.position)
                   FROM plan_action AS action WHERE action.organization_id = $1 AND action.goal_id = goal.id))
                 ORDER BY goal.position)
               FROM plan_goal AS goal WHERE goal.organization_id = $1 AND goal.plan_id = plan.id),
             'history', (SELECT jsonb_agg(to_jsonb(entry) - 'organization_id' ORDER BY entry.position)
               FROM plan_entry AS entry WHERE entry.organization_id = $1 AND entry.plan_id = plan.id))
             ORDER BY plan.started_on)
           FROM capability_plan AS plan JOIN executive AS owner
             ON owner.organization_id = plan.organization_id AND owner.id = plan.executive_id
           WHERE plan.organization_id = $1 AND owner.person_id = $2),
         'said', (SELECT jsonb_agg(jsonb_build_object('plan_id', plan_id, 'comment', comment, 'recorded_at', recorded_at)
             ORDER BY recorded_at) FROM plan_entry
           WHERE organization_id = $1 AND person_id = $2 AND comment IS NOT NULL)) AS told`,
      [organizationId, personId],
    );
    return told?.told;
  },

  async erase(tx, { organizationId, personId }) {
    await tx.query(
      `DELETE FROM capability_plan WHERE organization_id = $1
         AND executive_id IN (SELECT id FROM executive WHERE organization_id = $1 AND person_id = $2)`,
      [organizationId, personId],
    );
    await tx.query(`DELETE FROM plan_digest WHERE organization_id = $1 AND person_id = $2`, [
      organizationId,
      personId,
    ]);
    await tx.query(`UPDATE plan_entry SET comment = NULL WHERE organization_id = $1 AND person_id = $2`, [
      organizationId,
      personId,
    ]);
  },
};
