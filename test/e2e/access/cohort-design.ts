import { CohortRunPlacement } from '@alidade/database';
import type { AccessRow, AccessWorld } from '../../support/access.js';
import { DesignTable } from '../../support/cohort-designs.js';
import { aCohort } from '../../support/programs.js';

/** A design for the people of `unit`, with a run whose plan gives somebody a seat, as a worker would leave it. */
async function aDesign({ program, here, unit }: AccessWorld) {
  const { organizationId } = here;
  const cohort = await aCohort(here, { startsOn: '2027-03-01', endsOn: '2027-03-12' });
  const { executiveId } = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
  const table = new DesignTable(program, await here.designer());
  const { id: designId } = await table.create([cohort], { candidates: { unitId: unit.id } });
  const { id: runId } = await table.start(designId);
  await here.within(async (tx) => {
    await tx.query(
      `UPDATE cohort_run SET outcome = 'SUCCEEDED', objective = 0, benefit = 0, cost = 0, ended_at = now() WHERE id = $1`,
      [runId],
    );
    await tx.query(`UPDATE job SET status = 'SUCCEEDED' WHERE id = $1`, [runId]);
    const cohortId = cohort.id;
    const placement = {
      organizationId,
      runId,
      executiveId,
      cohortId,
      locked: false,
      benefit: 0,
      reasons: [],
    };
    await tx.insert(CohortRunPlacement, placement);
  });
  return { table, designId, runId, executiveId, cohortId: cohort.id };
}

const designers = {
  roles: ['DESIGNER'],
  otherRoles: 'FORBIDDEN',
  outOfScope: 'NOT_FOUND',
  elsewhere: 'NOT_FOUND',
} as const;

/** Asked about a design by its id. */
const ofDesign = (operation: AccessRow['operation'], document: string): AccessRow => ({
  ...designers,
  operation,
  document,
  arrange: async (world) => {
    const { designId } = await aDesign(world);
    return { variables: { id: designId }, seen: designId };
  },
});

/** Asked about a run by its id. */
const ofRun = (operation: AccessRow['operation'], document: string): AccessRow => ({
  ...designers,
  operation,
  document,
  arrange: async (world) => {
    const { runId } = await aDesign(world);
    return { variables: { id: runId } };
  },
});

export const rows: readonly AccessRow[] = [
  {
    ...designers,
    operation: 'Query.cohortDesigns',
    document: '{ cohortDesigns { id } }',
    arrange: async (world) => ({ seen: (await aDesign(world)).designId }),
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  ofDesign('Query.cohortDesign', 'query D($id: ID!) { cohortDesign(id: $id) { id } }'),
  {
    ...designers,
    operation: 'Mutation.createCohortDesign',
    document: `mutation C($cohortId: ID!, $unitId: ID!) {
      createCohortDesign(input: { name: "D", cohortIds: [$cohortId], candidates: { unitId: $unitId } }) { id }
    }`,
    arrange: async ({ here, unit }) => ({
      variables: { cohortId: (await aCohort(here)).id, unitId: unit.id },
    }),
  },
  ofDesign(
    'Mutation.setCohortRules',
    'mutation S($id: ID!) { setCohortRules(designId: $id, expectedVersion: 1, rules: { budget: 1 }) { id } }',
  ),
  ofDesign(
    'Mutation.applyCohortPreset',
    'mutation A($id: ID!) { applyCohortPreset(designId: $id, expectedVersion: 1, preset: BEST_MIXED) { id } }',
  ),
  {
    ...ofDesign(
      'Mutation.startCohortRun',
      'mutation S($id: ID!) { startCohortRun(designId: $id, effort: QUICK) { status } }',
    ),
    arrange: async (world) => ({ variables: { id: (await aDesign(world)).designId } }),
  },
  ofRun('Query.cohortRun', 'query R($id: ID!) { cohortRun(id: $id) { id } }'),
  {
    ...designers,
    operation: 'Mutation.cancelCohortRun',
    document: 'mutation C($id: ID!) { cancelCohortRun(id: $id) { id } }',
    arrange: async (world) => {
      const { table, designId } = await aDesign(world);
      const { id } = await table.start(designId);
      await world.here.within((tx) => tx.query(`UPDATE job SET run_after = 'infinity' WHERE id = $1`, [id]));
      return { variables: { id }, seen: id };
    },
  },
  ofRun('Mutation.acceptCohortRun', 'mutation A($id: ID!) { acceptCohortRun(id: $id) { version } }'),
  {
    ...designers,
    operation: 'Query.publicationPreview',
    document: 'query P($id: ID!) { publicationPreview(designId: $id) { subject } }',
    arrange: async (world) => ({ variables: { id: (await aDesign(world)).designId } }),
  },
  {
    ...designers,
    operation: 'Mutation.publishCohortDesign',
    document: 'mutation P($id: ID!) { publishCohortDesign(id: $id, expectedVersion: 2) { id } }',
    arrange: async (world) => {
      const { table, designId, runId } = await aDesign(world);
      await table.accept(runId);
      return { variables: { id: designId }, seen: designId };
    },
  },
  {
    ...designers,
    operation: 'Query.moveConsequence',
    document:
      'query M($runId: ID!, $executiveId: ID!) { moveConsequence(runId: $runId, executiveId: $executiveId) { difference } }',
    arrange: async (world) => {
      const { runId, executiveId } = await aDesign(world);
      return { variables: { runId, executiveId } };
    },
  },
  {
    ...designers,
    operation: 'Query.compareCohortRuns',
    document: 'query C($id: ID!) { compareCohortRuns(firstId: $id, secondId: $id) { kept } }',
    arrange: async (world) => ({ variables: { id: (await aDesign(world)).runId } }),
  },
  {
    ...designers,
    operation: 'Mutation.moveByHand',
    document:
      'mutation M($runId: ID!, $executiveId: ID!) { moveByHand(runId: $runId, executiveId: $executiveId) { status } }',
    arrange: async (world) => {
      const { runId, executiveId } = await aDesign(world);
      return { variables: { runId, executiveId } };
    },
  },
];
