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
];
