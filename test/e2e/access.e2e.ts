/**
 * Who may do what: every query and mutation has a declared rule and a row in a table, and is tried as nobody, as
 * somebody with every other role, out of scope, from another organization, and as each who is meant.
 *
 * To add an operation, add its row to test/e2e/access/<feature>.ts (a new file is found by itself):
 *
 *     export const rows: readonly AccessRow[] = [
 *       {
 *         operation: 'Query.strategy',
 *         document: 'query Strategy($id: ID!) { strategy(id: $id) { id } }',
 *         roles: ['DESIGNER'],                          // exactly those whose permissions suffice
 *         arrange: async ({ here, unit }) => {          // makes what is asked about, anew for each who asks
 *           const { id } = await here.strategy(`S ${crypto.randomUUID()}`, []);
 *           return { variables: { id }, seen: id };     // seen: in the answer of those meant, in nobody else's
 *         },
 *         otherRoles: 'FORBIDDEN',                      // what the others get; see Outcome in test/support/access.ts
 *         outOfScope: 'NOT_FOUND',
 *         elsewhere: 'NOT_FOUND',
 *       },
 *     ];
 *
 * Names have to be new each time, since several who ask share one organization.
 */
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { ALLOW } from '../../apps/api/src/platform/allow.decorator.js';
import {
  accessWorld,
  expectElsewhere,
  expectNobodyIn,
  expectOtherRoles,
  expectOutOfScope,
  expectThoseMeant,
} from '../support/access.js';
import type { AccessRow, AccessWorld } from '../support/access.js';
import { Program } from '../support/program.js';

const TABLES = new URL('access/', import.meta.url);
const files = (await readdir(TABLES)).toSorted();
const rows: AccessRow[] = [];
// One after the other: jest links modules that are imported at the same time more than once, and fails.
for (const file of files) {
  // oxlint-disable-next-line no-await-in-loop
  const table = await import(new URL(file, TABLES).pathname);
  rows.push(...table.rows);
}

interface Handler {
  /** As `Query.executives`, or as `GET /auth/sign-in`. */
  readonly name: string;
  readonly rule: unknown;
}

/** Every method that GraphQL or HTTP can reach, in all modules. */
function handlersOf({ app }: Program): Handler[] {
  const classes = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.providers.values(), ...module.controllers.values()].map(({ metatype }) => metatype),
  );
  const methods = [...new Set(classes)].flatMap((each) => {
    const prototype: object = each?.prototype ?? {};
    return Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
      ([name, { value }]) => name !== 'constructor' && typeof value === 'function',
    );
  });
  return methods.flatMap(([name, { value: method }]) => {
    const of = (key: string | symbol) => Reflect.getMetadata(key, method);
    const kind = of('graphql:resolver_type');
    const isOperation = ['Query', 'Mutation', 'Subscription'].includes(kind);
    if (isOperation) return [{ name: `${kind}.${of('graphql:resolver_name') ?? name}`, rule: of(ALLOW) }];
    return of('path') === undefined ? [] : [{ name: `route ${of('path')}`, rule: of(ALLOW) }];
  });
}

describe('access', () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const operationsOf = (kinds: readonly ('Query' | 'Mutation' | 'Subscription')[]): string[] => {
    const { schema } = program.app.get(GraphQLSchemaHost);
    return kinds.flatMap((kind) =>
      Object.keys(schema[`get${kind}Type`]()?.getFields() ?? {}).map((field) => `${kind}.${field}`),
    );
  };

  it('has a declared rule for every operation and every route', () => {
    const handlers = handlersOf(program);
    const operations = operationsOf(['Query', 'Mutation', 'Subscription']);
    expect(handlers.map(({ name }) => name)).toEqual(expect.arrayContaining(operations));
    expect(handlers.some(({ name }) => name.startsWith('route'))).toBe(true);
    expect(handlers.filter(({ rule }) => rule === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('is tried for every query and mutation, and for none that is gone', () => {
    const tried = rows.map(({ operation }) => operation);
    expect([...new Set(tried)].toSorted()).toEqual(operationsOf(['Query', 'Mutation']).toSorted());
  });

  describe.each(rows.map((row) => [row.operation, row] as const))('to %s', (_operation, row) => {
    let world: AccessWorld;
    beforeAll(async () => {
      world = await accessWorld(program);
    });

    it('is for somebody who is signed in', () => expectNobodyIn(world, row));
    it('is for those meant, each for a reason of their own', () => expectThoseMeant(world, row));
    it('is as declared for every other role', () => expectOtherRoles(world, row));
    it('ends at the units of a role', () => expectOutOfScope(world, row));
    it('ends at the organization', () => expectElsewhere(world, row));
  });
});
