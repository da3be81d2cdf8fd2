import type { AccessRow } from '../../support/access.js';

export const rows: readonly AccessRow[] = [
  {
    operation: 'Mutation.grantRole',
    document:
      'mutation Grant($personId: ID!, $unitIds: [ID!]) { grantRole(personId: $personId, role: "Coach", unitIds: $unitIds) { id } }',
    roles: ['ADMINISTRATOR'],
    arrange: async ({ here, unit }) => {
      const { personId } = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
      return { variables: { personId, unitIds: [unit.id] }, seen: personId };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.revokeRole',
    document: 'mutation Revoke($personId: ID!) { revokeRole(personId: $personId, role: "Coach") { id } }',
    roles: ['ADMINISTRATOR'],
    arrange: async ({ here, unit }) => {
      const person = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
      await here.grant(person, 'COACH', [unit]);
      return { variables: { personId: person.personId }, seen: person.personId };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.roleGrants',
    document: 'query Grants($personId: ID!) { roleGrants(personId: $personId) { role units { id } } }',
    roles: ['ADMINISTRATOR'],
    arrange: async ({ here, unit }) => {
      const person = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
      await here.grant(person, 'COACH', [unit]);
      return { variables: { personId: person.personId }, seen: unit.id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.auditTrail',
    document:
      'query Trail($subjectId: ID) { auditTrail(subjectId: $subjectId) { edges { node { subjectId } } } }',
    roles: ['ADMINISTRATOR'],
    arrange: async ({ program, here, unit }) => {
      const { personId } = await here.executive(`Person ${crypto.randomUUID()}`, { unit });
      const document =
        'mutation Grant($personId: ID!) { grantRole(personId: $personId, role: "Coach") { id } }';
      await program.as(await here.administrator(), document, { personId });
      return { variables: { subjectId: personId }, seen: personId };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
];
