import { expect, it } from '@jest/globals';
import { describeError } from './describe-error.js';
import { withoutPersonalData } from './without-personal-data.js';

it('tells type, sentence and place of an error, and the same of its causes', () => {
  const error = new TypeError('left is not a function', { cause: new RangeError('too far') });
  expect(describeError(error)).toMatchObject({
    type: 'TypeError',
    message: 'left is not a function',
    stack: expect.arrayContaining([expect.stringMatching(/^at .*describe-error\.spec/)]),
    cause: { type: 'RangeError', message: 'too far' },
  });
});

it('tells of the database what belongs to the schema, and no row', () => {
  const error = Object.assign(new Error('duplicate key value violates unique constraint "uq_person"'), {
    code: '23505',
    constraint: 'uq_person',
    table: 'person_identity',
    detail: 'Key (email)=(ana@example.org) already exists.',
    parameters: ['ana@example.org'],
    query: 'INSERT …',
  });
  const described = describeError(error);
  expect(described).toMatchObject({ code: '23505', constraint: 'uq_person', table: 'person_identity' });
  expect(JSON.stringify(described)).not.toContain('ana');
});

it('leaves out values that PostgreSQL and the JSON parser quote', () => {
  const ofDatabase = Object.assign(new Error('invalid input syntax for type uuid: "Ana \\"A\\" Duarte"'), {
    code: '22P02',
  });
  expect(describeError(ofDatabase).message).toBe('invalid input syntax for type uuid: …');
  expect(describeError(new SyntaxError(`Unexpected token 'A', "Ana Duarte" is not valid JSON`)).message).toBe(
    'Unexpected token …, … is not valid JSON',
  );
});

it('does not repeat the message in the stack', () => {
  const error = new SyntaxError('"Ana Duarte\n  and friends"');
  expect(JSON.stringify(describeError(error))).not.toMatch(/Ana|friends/);
});

it.each([
  ['Mail to <ana.duarte@example.org> bounced', 'Mail to <<address>> bounced'],
  [`token als_${'0'.repeat(32)}_${'x'.repeat(43)}.`, 'token <credential>.'],
  ['Authorization: Bearer abc.def', 'Authorization: Bearer <token>'],
  ['eyJhbGciOi.eyJzdWIi.c2ln', '<token>'],
  ['node_modules/@nestjs/core/index.js', 'node_modules/@nestjs/core/index.js'],
])('writes %j as %j', (text, clean) => {
  expect(withoutPersonalData(text)).toBe(clean);
});
