import { GrantableRole } from '@alidade/access';
import type { AccessRow, AccessWorld } from '../../support/access.js';
import { DirectionEditor } from '../../support/direction.js';

const aTitle = (): string => `Statement ${crypto.randomUUID()}`;

/** Roles that may edit the direction. */
const EDITORS = [GrantableRole.Designer];

/** What becomes of an edit by everybody else. */
const REFUSED = { otherRoles: 'FORBIDDEN', outOfScope: 'FORBIDDEN', elsewhere: 'NOT_FOUND' } as const;

const ONE = 'query Ask($id: ID!) { strategy(id: $id) { id } }';

async function aDraft({ here }: AccessWorld) {
  const { id } = await here.strategy(aTitle(), []);
  return { variables: { id }, seen: id };
}

async function anApproved({ here }: AccessWorld) {
  const { id } = await here.strategy(aTitle(), [[await here.capability(crypto.randomUUID()), 3]]);
  return { variables: { id }, seen: id };
}

/** For everybody of the organization, whatever their roles. */
async function forEverybody(world: AccessWorld) {
  return { ...(await anApproved(world)), also: [await world.here.tokenOf([])] };
}

const aNeed = async ({ here }: AccessWorld): Promise<object> => ({
  capabilityId: (await here.capability(crypto.randomUUID())).id,
  requiredLevel: 3,
  weight: 1,
});

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.strategies',
    document: '{ strategies { id } }',
    roles: [],
    arrange: forEverybody,
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.strategies',
    document: '{ strategies(status: DRAFT) { id } }',
    roles: EDITORS,
    arrange: aDraft,
    otherRoles: 'UNSEEN',
    outOfScope: 'ALLOWED',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.strategy',
    document: ONE,
    roles: [],
    arrange: forEverybody,
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.strategy',
    document: ONE,
    roles: EDITORS,
    arrange: aDraft,
    otherRoles: 'NOT_FOUND',
    outOfScope: 'ALLOWED',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.createStrategy',
    document: 'mutation Do($input: CreateStrategyInput!) { createStrategy(input: $input) { title } }',
    roles: EDITORS,
    arrange: async () => {
      const title = aTitle();
      return { variables: { input: { title, narrative: '', weight: 1 } }, seen: title };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'ALLOWED', // It becomes a statement of their own.
  },
  {
    operation: 'Mutation.reviseStrategy',
    document: 'mutation Do($input: ReviseStrategyInput!) { reviseStrategy(input: $input) { id } }',
    roles: EDITORS,
    arrange: async (world) => {
      const { seen } = await aDraft(world);
      return { variables: { input: { strategyId: seen, expectedVersion: 1, weight: 2 } }, seen };
    },
    ...REFUSED,
  },
  {
    operation: 'Mutation.setRequirements',
    document: 'mutation Do($input: SetRequirementsInput!) { setRequirements(input: $input) { id } }',
    roles: EDITORS,
    arrange: async (world) => {
      const { seen } = await aDraft(world);
      const requirements = [await aNeed(world)];
      return { variables: { input: { strategyId: seen, expectedVersion: 1, requirements } }, seen };
    },
    ...REFUSED,
  },
  {
    operation: 'Mutation.approveStrategy',
    document: 'mutation Do($id: ID!) { approveStrategy(id: $id, expectedVersion: 2) { id } }',
    roles: EDITORS,
    arrange: async (world) => {
      const editor = new DirectionEditor(world.program, await world.here.designer());
      const { id } = await editor.require(await editor.create(aTitle()), [await aNeed(world)]);
      return { variables: { id }, seen: id };
    },
    ...REFUSED,
  },
  {
    operation: 'Mutation.retireStrategy',
    document: 'mutation Do($id: ID!) { retireStrategy(id: $id, expectedVersion: 1) { id } }',
    roles: EDITORS,
    arrange: anApproved,
    ...REFUSED,
  },
  {
    operation: 'Mutation.deleteStrategyDraft',
    document: 'mutation Do($id: ID!) { deleteStrategyDraft(id: $id, expectedVersion: 1) }',
    roles: EDITORS,
    arrange: aDraft,
    ...REFUSED,
  },
];
