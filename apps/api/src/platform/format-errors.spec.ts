import { expect, it } from '@jest/globals';
import { UseCaseError } from '@alidade/errors';
import { buildSchema, getVariableValues, GraphQLScalarType, parse } from 'graphql';
import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import { formatErrors } from './format-errors.js';

const schema = buildSchema(`
  scalar Day
  enum Status { DRAFT APPROVED }
  input Need { weight: Float! status: Status from: Day }
  input Needs { requirements: [Need!]! }
  type Query { ask(input: Needs!): Int }`);
const day = schema.getType('Day') as GraphQLScalarType;
day.parseValue = () => {
  throw new UseCaseError('INVALID_INPUT', 'A day is written like 2026-03-31.');
};
const [operation] = parse('query Ask($input: Needs!) { ask(input: $input) }').definitions as [
  OperationDefinitionNode,
];

function answerTo(variables: Record<string, unknown>): any[] {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const formatted = formatErrors({ data: undefined, errors: errors as GraphQLError[] } as any, {} as any);
  return [...((formatted.response as any).errors ?? [])];
}

it.each([
  ['a value of another type', { weight: 'heavy' }, 'input.requirements.0.weight', /Float cannot represent/],
  ['a value that is missing', {}, 'input.requirements.0', /"weight" of required type "Float!"/],
  ['an unknown name', { weight: 1, status: 'LOST' }, 'input.requirements.0.status', /"LOST" does not exist/],
  ['a malformed day', { weight: 1, from: 'soon' }, 'input.requirements.0.from', /written like 2026-03-31/],
])('answers %s in a variable with INVALID_INPUT, a sentence and its path', (_what, need, path, sentence) => {
  const [error] = answerTo({ input: { requirements: [need] } });
  expect(error.message).toMatch(sentence);
  expect(error.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path }] });
});

it('names a variable that is not given at all', () => {
  const [error] = answerTo({});
  expect(error.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'input' }] });
});
