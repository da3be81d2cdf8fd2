import type { PlanStatus } from '@alidade/database';
import type { AccessRow, AccessWorld } from '../../support/access.js';
import type { TestExecutive } from '../../support/organization.js';
import { aDevelopmentAction, aPlan, anAction, linkedTo } from '../../support/plans.js';
import { aProgram } from '../../support/programs.js';

interface Team {
  readonly manager: TestExecutive;
  readonly executive: TestExecutive;
}

async function aTeam({ here, unit }: AccessWorld): Promise<Team> {
  const manager = await here.executive(`Manager ${crypto.randomUUID()}`, { unit });
  return { manager, executive: await here.executive(`Person ${crypto.randomUUID()}`, { unit, manager }) };
}

/** Of the executive, the manager and designers; a coach sees it and may not. */
const keeps = (
  operation: `Mutation.${string}`,
  document: string,
  arrange: (
    world: AccessWorld,
    team: Team,
  ) => Promise<{ readonly variables: object; readonly seen?: string }>,
): AccessRow => ({
  operation,
  document,
  roles: ['DESIGNER'],
  arrange: async (world) => {
    const team = await aTeam(world);
    return { ...(await arrange(world, team)), also: [team.executive.token, team.manager.token] };
  },
  otherRoles: 'FORBIDDEN',
  outOfScope: 'NOT_FOUND',
  elsewhere: 'NOT_FOUND',
});

/** A plan of this status and a move that it allows. */
const move = (operation: string, status: PlanStatus, more = ''): AccessRow =>
  keeps(
    `Mutation.${operation}`,
    `mutation Move($id: ID!) { ${operation}(id: $id, expectedVersion: 1${more}) { id } }`,
    async ({ here }, { executive }) => {
      const { id } = await aPlan(here, executive, { status });
      return { variables: { id }, seen: id };
    },
  );

/** The same, for everybody but the plan's own executive. */
const review = (operation: string, more = ''): AccessRow => ({
  ...move(operation, 'WAITING_FOR_REVIEW', more),
  arrange: async (world) => {
    const { manager, executive } = await aTeam(world);
    const { id } = await aPlan(world.here, executive, { status: 'WAITING_FOR_REVIEW' });
    return { variables: { id }, seen: id, also: [manager.token] };
  },
});

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.myPlan',
    document: '{ myPlan { id } }',
    roles: [],
    arrange: async (world) => {
      const { executive } = await aTeam(world);
      return { seen: (await aPlan(world.here, executive)).id, also: [executive.token] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.capabilityPlan',
    document: 'query Plan($id: ID!) { capabilityPlan(id: $id) { id } }',
    roles: ['DESIGNER', 'COACH'],
    arrange: async (world) => {
      const { manager, executive } = await aTeam(world);
      const { id } = await aPlan(world.here, executive);
      return { variables: { id }, seen: id, also: [executive.token, manager.token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.teamPlans',
    document: '{ teamPlans { executive { id } plan { id } } }',
    roles: [],
    arrange: async (world) => {
      const { manager, executive } = await aTeam(world);
      return { seen: (await aPlan(world.here, executive)).id, also: [manager.token] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.planOverview',
    document: '{ planOverview { goalsWithoutActions { plan { id } } } }',
    roles: ['DESIGNER'],
    arrange: async (world) => ({ seen: (await aPlan(world.here, (await aTeam(world)).executive)).id }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.plansToReview',
    document: '{ plansToReview { id } }',
    roles: [],
    arrange: async (world) => {
      const { manager, executive } = await aTeam(world);
      const { id } = await aPlan(world.here, executive, { status: 'WAITING_FOR_REVIEW' });
      return { seen: id, also: [manager.token] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    ...keeps(
      'Mutation.startPlan',
      'mutation Start($executiveId: ID!) { startPlan(executiveId: $executiveId) { executive { id } } }',
      async (_world, { executive: { executiveId } }) => ({ variables: { executiveId }, seen: executiveId }),
    ),
    otherRoles: 'NOT_FOUND',
  },
  keeps(
    'Mutation.setPlanGoals',
    `mutation Set($planId: ID!) {
      setPlanGoals(planId: $planId, expectedVersion: 1, goals: [{ title: "Listen" }]) { id }
    }`,
    async ({ here }, { executive }) => {
      const { id } = await aPlan(here, executive);
      return { variables: { planId: id }, seen: id };
    },
  ),
  move('submitPlan', 'DRAFT'),
  review('approvePlan'),
  review('returnPlan', ', comment: "Too much at once"'),
  move('completePlan', 'ACTIVE'),
  {
    ...move('commentOnPlan', 'ACTIVE'),
    document: 'mutation Comment($id: ID!) { commentOnPlan(id: $id, comment: "Well done") { id } }',
    roles: ['DESIGNER', 'COACH'],
    otherRoles: 'NOT_FOUND',
  },
  keeps(
    'Mutation.addPlanAction',
    'mutation Add($goalId: ID!) { addPlanAction(goalId: $goalId, kind: EXPOSURE, title: "Ask Ana") { title } }',
    async ({ here }, { executive }) => ({ variables: { goalId: (await aPlan(here, executive)).goal.id } }),
  ),
  keeps(
    'Mutation.recordPlanProgress',
    'mutation Record($actionId: ID!) { recordPlanProgress(actionId: $actionId, status: DONE, evidence: "Seen") { id } }',
    async ({ here }, { executive }) => {
      const { goal } = await aPlan(here, executive, { status: 'ACTIVE' });
      const { id } = await anAction(here, goal);
      return { variables: { actionId: id }, seen: id };
    },
  ),
  {
    ...review('namePlanReviewer'),
    document:
      'mutation Name($id: ID!) { namePlanReviewer(id: $id, expectedVersion: 1, reviewerId: null) { id } }',
  },
  keeps(
    'Mutation.closePlanGoal',
    'mutation Close($goalId: ID!) { closePlanGoal(goalId: $goalId) { id } }',
    async ({ here }, { executive }) => {
      const { id, goal } = await aPlan(here, executive, { status: 'ACTIVE' });
      return { variables: { goalId: goal.id }, seen: id };
    },
  ),
  keeps(
    'Mutation.unlinkPlanGoal',
    'mutation Unlink($goalId: ID!) { unlinkPlanGoal(goalId: $goalId) { id } }',
    async ({ here }, { executive }) => {
      const { id, goal } = await aPlan(here, executive);
      await linkedTo(here, id, goal);
      return { variables: { goalId: goal.id }, seen: id };
    },
  ),
  keeps(
    'Mutation.changePlanAction',
    'mutation Change($actionId: ID!) { changePlanAction(actionId: $actionId, dueOn: "2027-01-31") { id } }',
    async ({ here }, { executive }) => {
      const { goal } = await aPlan(here, executive);
      const { id } = await anAction(here, goal);
      return { variables: { actionId: id }, seen: id };
    },
  ),
  {
    operation: 'Query.developmentActions',
    document:
      'query Library($capabilityId: ID!) { developmentActions(capabilityId: $capabilityId) { title } }',
    roles: [],
    arrange: async ({ here }) => {
      const { id } = await here.capability(`c-${crypto.randomUUID()}`);
      const title = `Lead ${crypto.randomUUID()}`;
      await aDevelopmentAction(here, id, title);
      return { variables: { capabilityId: id }, seen: title, also: [await here.tokenOf([])] };
    },
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.setDevelopmentActions',
    document: `mutation Set($capabilityId: ID!) {
      setDevelopmentActions(capabilityId: $capabilityId, actions: [{ kind: EXPERIENCE, title: "Lead" }]) { title }
    }`,
    roles: ['DESIGNER'],
    arrange: async ({ here }) => ({
      variables: { capabilityId: (await here.capability(`c-${crypto.randomUUID()}`)).id },
    }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.setPlanTemplate',
    document: `mutation Set($programId: ID!) {
      setPlanTemplate(programId: $programId, expectedVersion: 0, goals: [{ title: "Apply it", actions: [] }]) { version }
    }`,
    roles: ['DESIGNER'],
    arrange: async ({ here }) => ({ variables: { programId: (await aProgram(here, [])).id } }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
];
