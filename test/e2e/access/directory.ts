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
];
