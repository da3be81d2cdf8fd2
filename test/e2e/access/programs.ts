import type { AccessRow, AccessWorld } from '../../support/access.js';
import { aCohort, anEnrollment, aProgram } from '../../support/programs.js';

/** A cohort in this state and a move that it allows. */
const move = (operation: string, status: 'PLANNED' | 'OPEN' | 'RUNNING', more = ''): AccessRow => ({
  operation: `Mutation.${operation}`,
  document: `mutation Move($id: ID!) { ${operation}(id: $id${more}) { id } }`,
  roles: ['DESIGNER'],
  arrange: async ({ here }) => {
    const { id } = await aCohort(here, { status });
    return { variables: { id }, seen: id };
  },
  otherRoles: 'FORBIDDEN',
  outOfScope: 'FORBIDDEN',
  elsewhere: 'NOT_FOUND',
});

const someone = ({ here, unit }: AccessWorld) => here.executive(`Person ${crypto.randomUUID()}`, { unit });

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.programs',
    document: '{ programs { id } }',
    roles: [],
    arrange: async ({ here }) => ({ seen: (await aProgram(here, [])).id, also: [await here.tokenOf([])] }),
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.cohort',
    document: 'query Cohort($id: ID!) { cohort(id: $id) { id } }',
    roles: [],
    arrange: async ({ here }) => {
      const { id } = await aCohort(here);
      return { variables: { id }, seen: id, also: [await here.tokenOf([])] };
    },
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.myEnrollments',
    document: '{ myEnrollments { id } }',
    roles: [],
    arrange: async (world) => {
      const executive = await someone(world);
      const { id } = await anEnrollment(world.here, await aCohort(world.here), executive);
      return { seen: id, also: [executive.token] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Mutation.createProgram',
    document: `mutation Create($capabilityId: ID!) {
      createProgram(input: { title: "P", purpose: "", develops: [{ capabilityId: $capabilityId, expectedGain: 0.5, ceiling: 4 }] }) { id }
    }`,
    roles: ['DESIGNER'],
    arrange: async ({ here }) => {
      const { id } = await here.capability(`c-${crypto.randomUUID()}`);
      return { variables: { capabilityId: id } };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.createCohort',
    document: `mutation Create($programId: ID!) {
      createCohort(input: { programId: $programId, name: "C", mode: VIRTUAL, startsOn: "2026-03-02", endsOn: "2026-03-13", minSeats: 1, maxSeats: 2 }) { id }
    }`,
    roles: ['DESIGNER'],
    arrange: async ({ here }) => ({ variables: { programId: (await aProgram(here, [])).id } }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  move('openCohort', 'PLANNED'),
  move('startCohort', 'OPEN'),
  move('completeCohort', 'RUNNING'),
  move('cancelCohort', 'OPEN', ', reason: "Too few"'),
  {
    operation: 'Mutation.enrollExecutives',
    document: `mutation Enroll($cohortId: ID!, $executiveIds: [ID!]!) {
      enrollExecutives(cohortId: $cohortId, executiveIds: $executiveIds) { cohort { id } }
    }`,
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const { id } = await aCohort(world.here);
      const { executiveId } = await someone(world);
      return { variables: { cohortId: id, executiveIds: [executiveId] }, seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.requestSeat',
    document: 'mutation Ask($cohortId: ID!) { requestSeat(cohortId: $cohortId) { cohort { id } } }',
    roles: [],
    arrange: async (world) => {
      const { id } = await aCohort(world.here, { status: 'OPEN' });
      return { variables: { cohortId: id }, seen: id, also: [(await someone(world)).token] };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.withdrawEnrollment',
    document: 'mutation Leave($id: ID!) { withdrawEnrollment(id: $id, reason: "Other duties") { id } }',
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const executive = await someone(world);
      const { id } = await anEnrollment(world.here, await aCohort(world.here), executive);
      return { variables: { id }, seen: id, also: [executive.token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
];
