import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { askedOnce } from './idempotency.js';

const asked = (query: string, more: { key?: string; variables?: unknown; operationName?: string }) => {
  const { key, variables, operationName } = more;
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return askedOnce({ headers, body: { query, variables, operationName } }, parse(query));
};
const hashOf = (query: string, more: { variables?: unknown; operationName?: string } = {}) =>
  asked(query, { key: 'k', ...more })?.requestHash.toString('hex');
const refused = (sentence: RegExp) =>
  expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(sentence) });
const faultOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the Idempotency-Key of a request', () => {
  it('counts for what writes, and only when it is sent', () => {
    expect(asked('mutation { a }', {})).toBeNull();
    expect(asked('{ a }', { key: 'k' })).toBeNull();
    expect(asked('mutation { a }', { key: 'k' })).toMatchObject({ key: 'k' });
  });

  it.each(['', ' ', 'with space', 'é', 'tab\t', 'x'.repeat(256)])('cannot be %j', (key) => {
    expect(faultOf(() => asked('mutation { a }', { key }))).toEqual(refused(/1 to 255/));
  });

  it('can be anything else that is visible', () => {
    for (const key of ['x'.repeat(255), '!~"{}', crypto.randomUUID()])
      expect(asked('mutation { a }', { key })?.key).toBe(key);
  });

  it.each([
    'mutation { a b }',
    'mutation { a other: a }',
    'mutation { a ...more } fragment more on Mutation { ...most } fragment most on Mutation { b }',
    'mutation { ... on Mutation { a } ... { b } }',
  ])('is for one mutation: %s', (query) => {
    expect(faultOf(() => asked(query, { key: 'k' }))).toEqual(refused(/this document has 2/));
  });

  it('takes what has one name in the answer for one mutation', () => {
    expect(asked('mutation { __typename a { x } a { y } ... { a { z } } }', { key: 'k' })).not.toBeNull();
  });

  it('stands for the text, the operation and the variables, in whichever order these come', () => {
    const one = hashOf('mutation { a }', { variables: { b: { d: 1, c: [2, 1] }, a: null } });
    expect(hashOf('mutation { a }', { variables: { a: null, b: { c: [2, 1], d: 1 } } })).toBe(one);
    expect(hashOf('mutation { a }', { variables: { a: null, b: { c: [1, 2], d: 1 } } })).not.toBe(one);
    expect(hashOf('mutation { a } ', { variables: { a: null, b: { c: [2, 1], d: 1 } } })).not.toBe(one);
    expect(hashOf('mutation A { a }', { operationName: 'A' })).not.toBe(hashOf('mutation A { a }'));
  });
});
