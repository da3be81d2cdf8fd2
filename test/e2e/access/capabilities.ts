import type { AccessRow } from '../../support/access.js';

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.capabilities',
    document: 'query Ask($search: String) { capabilities(search: $search) { id } }',
    roles: [],
    arrange: async ({ here }) => {
      const { id, code } = await here.capability(crypto.randomUUID());
      return { variables: { search: code }, seen: id, also: [await here.tokenOf([])] };
    },
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.capability',
    document: 'query Ask($id: ID!) { capability(id: $id) { id } }',
    roles: [],
    arrange: async ({ here }) => {
      const { id } = await here.capability(crypto.randomUUID());
      return { variables: { id }, seen: id, also: [await here.tokenOf([])] };
    },
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.frameworks',
    document: 'query Ask { frameworks { id } }',
    roles: [],
    arrange: async ({ here }) => {
      const { frameworkId } = await here.capability(crypto.randomUUID());
      return { seen: frameworkId, also: [await here.tokenOf([])] };
    },
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'UNSEEN',
  },
];
