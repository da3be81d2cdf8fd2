import type { AccessRow } from '../../support/access.js';

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.viewer',
    document: '{ viewer { person { id } } }',
    roles: [],
    arrange: async ({ here }) => {
      const person = await here.person(`Person ${crypto.randomUUID()}`);
      return { seen: person.personId, also: [await here.token(person)] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.organization',
    document: '{ organization { id } }',
    roles: [],
    arrange: async ({ here }) => ({ seen: here.organizationId, also: [await here.tokenOf([])] }),
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.executives',
    document: '{ executives(first: 100) { edges { node { id } } } }',
    roles: ['READINESS_VIEW_NAMED', 'DESIGNER'],
    arrange: async ({ here, unit }) => {
      const manager = await here.executive(`Manager ${crypto.randomUUID()}`);
      const { executiveId, token } = await here.executive(`Person ${crypto.randomUUID()}`, { unit, manager });
      return { seen: executiveId, also: [token, manager.token] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.executive',
    document: 'query Executive($id: ID!) { executive(id: $id) { id } }',
    roles: ['READINESS_VIEW_NAMED', 'DESIGNER'],
    arrange: async ({ here, unit }) => {
      const manager = await here.executive(`Manager ${crypto.randomUUID()}`);
      const { executiveId, token } = await here.executive(`Person ${crypto.randomUUID()}`, { unit, manager });
      return { variables: { id: executiveId }, seen: executiveId, also: [token, manager.token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.people',
    document: 'query People($search: String) { people(search: $search) { edges { node { id } } } }',
    roles: ['ADMINISTRATOR', 'DESIGNER'],
    arrange: async ({ here, unit }) => {
      const name = `Person ${crypto.randomUUID()}`;
      const person = await here.person(name);
      await here.post(person, { unit });
      return { variables: { search: name }, seen: person.personId };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Mutation.setLeadershipLevels',
    document: 'mutation Set($names: [String!]!) { setLeadershipLevels(names: $names) { id } }',
    roles: ['ADMINISTRATOR', 'DESIGNER'],
    arrange: async ({ here }) => ({ variables: { names: ['Director'] }, seen: here.organizationId }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Mutation.updateOrganization',
    document: 'mutation Update { updateOrganization(timeZone: "Europe/Zurich") { id } }',
    roles: ['ADMINISTRATOR'],
    arrange: async ({ here }) => ({ seen: here.organizationId }),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Mutation.moveUnit',
    document:
      'mutation Move($unitId: ID!, $parentId: ID!) { moveUnit(unitId: $unitId, parentId: $parentId) { id } }',
    roles: ['ADMINISTRATOR', 'DESIGNER'],
    arrange: async ({ here, unit }) => {
      const moved = await here.unit(undefined, unit);
      const parent = await here.unit(undefined, unit);
      return { variables: { unitId: moved.id, parentId: parent.id }, seen: moved.id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.renameUnit',
    document:
      'mutation Rename($unitId: ID!, $name: String!) { renameUnit(unitId: $unitId, name: $name) { id } }',
    roles: ['ADMINISTRATOR', 'DESIGNER'],
    arrange: async ({ here, unit }) => {
      const { id } = await here.unit(undefined, unit);
      return { variables: { unitId: id, name: `Renamed ${crypto.randomUUID()}` }, seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.erasePerson',
    document: 'mutation Erase($id: ID!) { erasePerson(id: $id) { id } }',
    roles: ['ADMINISTRATOR'],
    arrange: async ({ here, unit }) => {
      const { personId } = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
      return { variables: { id: personId }, seen: personId };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.exportPersonalData',
    document: 'mutation Export($personId: ID!) { exportPersonalData(personId: $personId) }',
    roles: ['ADMINISTRATOR'],
    arrange: async ({ here, unit }) => {
      const { personId, token } = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
      return { variables: { personId }, seen: personId, also: [token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
];
