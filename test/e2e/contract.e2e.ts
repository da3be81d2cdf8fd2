/**
 * The published schema is a superset of apps/api/contract.graphql, less what test/e2e/contract-missing.json lists.
 * That list only shrinks: WRITE_CONTRACT_LIST=1 strikes what has come from it, and adds nothing.
 */
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { Change } from '@graphql-inspector/core';
import { expect, it } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import type { GraphQLNamedType } from 'graphql';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

const at = (path: string): URL => new URL(path, import.meta.url);
const LIST = at('contract-missing.json');
const contractText = await readFile(at('../../apps/api/contract.graphql'), 'utf8');
const contract = buildSchema(contractText);
const published = buildSchema(await readFile(at('../../apps/api/schema.graphql'), 'utf8'));

/** Everything a type of the contract names, as `Query`, `Query.executives`, `Query.executives.first`. */
function coordinatesOf(type: GraphQLNamedType): string[] {
  const { name } = type;
  if (isEnumType(type)) return [name, ...type.getValues().map((value) => `${name}.${value.name}`)];
  if (isInputObjectType(type)) return [name, ...Object.keys(type.getFields()).map((key) => `${name}.${key}`)];
  if (!isObjectType(type)) return [name];
  const fields = Object.values(type.getFields()).flatMap((field) => [
    `${name}.${field.name}`,
    ...field.args.map((argument) => `${name}.${field.name}.${argument.name}`),
  ]);
  return [name, ...fields];
}

const COORDINATES = Object.values(contract.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap(coordinatesOf);

const MISSING = new Set([
  'TYPE_REMOVED',
  'FIELD_REMOVED',
  'FIELD_ARGUMENT_REMOVED',
  'ENUM_VALUE_REMOVED',
  'INPUT_FIELD_REMOVED',
  // Come with the type itself, and are counted there.
  'SCHEMA_MUTATION_TYPE_CHANGED',
  'SCHEMA_SUBSCRIPTION_TYPE_CHANGED',
]);

const breaking = (await diff(contract, published)).filter(
  ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
);

/** With what lies below: a field that comes without one of its arguments is listed by that argument, and was before. */
function missing(changes: readonly Change[]): string[] {
  const gone = changes.flatMap(({ type, path }) => (MISSING.has(type) && path ? [path] : []));
  return COORDINATES.filter((each) => gone.some((path) => each === path || each.startsWith(`${path}.`)));
}

const listed: string[] = JSON.parse(await readFile(LIST, 'utf8'));
const found = missing(breaking).toSorted();
if (process.env['WRITE_CONTRACT_LIST']) {
  const shrunk = listed.filter((coordinate) => found.includes(coordinate));
  await writeFile(LIST, `${JSON.stringify(shrunk, null, 2)}\n`);
  listed.splice(0, Number.POSITIVE_INFINITY, ...shrunk);
}

it('is kept wherever the schema has what it names', () => {
  expect(breaking.filter(({ type }) => !MISSING.has(type)).map(({ message }) => message)).toEqual([]);
});

it('misses nothing that is not listed', () => {
  expect(found.filter((coordinate) => !listed.includes(coordinate))).toEqual([]);
});

it('lists nothing that is there (WRITE_CONTRACT_LIST=1 strikes it)', () => {
  expect(listed.filter((coordinate) => !found.includes(coordinate))).toEqual([]);
});

it('is listed in order, each once', () => {
  expect(listed).toEqual([...new Set(listed)].toSorted());
});

it('is the contract that was agreed', async () => {
  const agreed = at('../../../shared/contract.graphql');
  expect(contractText).toBe(existsSync(agreed) ? await readFile(agreed, 'utf8') : contractText);
});
