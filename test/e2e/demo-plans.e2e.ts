import { expect, it } from '@jest/globals';
import { CapabilityPlan, PlanAction, PlanEvidence, PlanGoal } from '@alidade/database';
import { jobsDone } from '../../apps/cli/src/demo/jobs-done.js';
import { loadDemo } from '../../apps/cli/src/demo/load-demo.js';
import { insertPlans } from '../../apps/cli/src/demo/plan-rows.js';
import { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

it('the demo organization has plans in every state, with goals from the gaps of its people', async () => {
  await using program = await Program.start();
  const today = new Date().toISOString().slice(0, 10);
  const loaded = await loadDemo(program.owner, { executives: 60, seed: 1, today });
  const { organizationId } = loaded.ids;
  const worker = await TestWorker.start(program);
  await jobsDone(program.owner, organizationId);
  await worker.stop();
  await insertPlans(program.owner, loaded);
  const org = new TestOrganization(program.db, organizationId);
  const [plans, goals, actions, evidence] = await org.within(async (tx) => [
    await tx.findBy(CapabilityPlan, { organizationId }),
    await tx.findBy(PlanGoal, { organizationId }),
    await tx.findBy(PlanAction, { organizationId }),
    await tx.findBy(PlanEvidence, { organizationId }),
  ]);
  const statuses = new Set(plans.map(({ status }) => status));
  expect(statuses).toEqual(new Set(['DRAFT', 'WAITING_FOR_REVIEW', 'ACTIVE', 'COMPLETED']));
  const withGoals = new Set(goals.map(({ planId }) => planId));
  expect(withGoals.size).toBeGreaterThan(plans.length / 2);
  expect(goals.every(({ startLevel, targetLevel }) => Number(startLevel) < Number(targetLevel))).toBe(true);
  expect(actions.length).toBeGreaterThan(withGoals.size);
  expect(evidence.length).toBe(actions.filter(({ status }) => status === 'DONE').length);
  expect(evidence.length).toBeGreaterThan(0);
  const designer = await org.designer();
  const { data } = await program.as(
    designer,
    '{ planOverview { executives stuck { reason } goalsWithoutActions { title } } plansToReview { id } }',
  );
  expect(data.planOverview.stuck.length).toBeGreaterThan(0);
  expect(data.planOverview.goalsWithoutActions.length).toBeGreaterThan(0);
});
