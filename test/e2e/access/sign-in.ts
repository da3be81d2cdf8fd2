import { Credential, LinkedAccount } from '@alidade/database';
import type { AccessRow, AccessWorld } from '../../support/access.js';

/** Somebody with one access token. */
async function owner({ here }: AccessWorld) {
  const person = await here.person(`Person ${crypto.randomUUID()}`);
  const token = await here.token(person);
  const { id } = await here.within((tx) => tx.findOneByOrFail(Credential, person));
  return { id, token };
}

/** Somebody of the unit, and the id of their account at a provider. */
async function linked({ here, unit }: AccessWorld) {
  const { organizationId, personId } = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
  const account = { organizationId, personId, issuer: 'https://identity.example', subject: personId };
  const { id } = await here.within((tx) => tx.save(LinkedAccount, account));
  return { id, personId };
}

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.accessTokens',
    document: '{ accessTokens { id } }',
    roles: [],
    arrange: async (world) => {
      const { id, token } = await owner(world);
      return { seen: id, also: [token] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Mutation.createAccessToken',
    document: 'mutation Create { createAccessToken(name: "a script", days: 1) { accessToken { name } } }',
    roles: [],
    // Everybody makes tokens of their own, and of nobody else.
    arrange: async (world) => ({ also: [(await owner(world)).token] }),
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'ALLOWED',
  },
  {
    operation: 'Mutation.revokeAccessToken',
    document: 'mutation Revoke($id: ID!) { revokeAccessToken(id: $id) { id } }',
    roles: [],
    arrange: async (world) => {
      const { id, token } = await owner(world);
      return { variables: { id }, seen: id, also: [token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.linkedAccounts',
    document: 'query Accounts($personId: ID!) { linkedAccounts(personId: $personId) { id } }',
    roles: ['ADMINISTRATOR'],
    arrange: async (world) => {
      const { id, personId } = await linked(world);
      return { variables: { personId }, seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.unlinkAccount',
    document: 'mutation Unlink($id: ID!) { unlinkAccount(id: $id) { id } }',
    roles: ['ADMINISTRATOR'],
    arrange: async (world) => {
      const { id } = await linked(world);
      return { variables: { id }, seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
];
