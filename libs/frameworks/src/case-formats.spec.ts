import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { default as ajvFormats } from 'ajv-formats';
import fc from 'fast-check';
import { isUnstorable, strictDate, strictDateTime, strictUri } from './case-formats.js';

const ajv = new Ajv();
ajvFormats.default(ajv);
const isValid = (format: string, text: string) => ajv.validate({ type: 'string', format }, text);

describe('strictUri', () => {
  it('keeps what is a URI already', () => {
    for (const uri of [
      'urn:uuid:1',
      'http://a.example/uri/https://b.example/c?d=e#f',
      'https://u:p@a.example:8080/',
    ]) {
      expect(strictUri(uri)).toBe(uri);
    }
  });
  it('escapes what a URI has to escape, and no escape twice', () => {
    expect(strictUri(' https://a.example/Führung und%20mehr [1] 100% ')).toBe(
      'https://a.example/F%C3%BChrung%20und%20mehr%20%5B1%5D%20100%25',
    );
  });
  it('is null for what has no scheme', () => {
    for (const text of ['', 'items/1', '/items/1', 'www.opm.gov', ':', 'a b:c', '\uD800:x']) {
      expect(strictUri(text)).toBeNull();
    }
  });
  it('never gives what a validator refuses', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.stringMatching(/^https?:[/]{0,3}[a-z@:[\]%#? /.0-9]{0,12}$/),
    );
    fc.assert(
      fc.property(text, (given) => {
        const uri = strictUri(given);
        if (uri === null) return;
        expect([uri, isValid('uri', uri)]).toEqual([uri, true]);
        expect(strictUri(uri)).toBe(uri);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('strictDateTime', () => {
  it.each([
    ['2006-10-01T00:00:00+00:00', '2006-10-01T00:00:00+00:00'],
    ['2006-10-01T00:00:00.125Z', '2006-10-01T00:00:00.125Z'],
    ['2017-05-25T18:05:33', '2017-05-25T18:05:33+00:00'],
    ['2017-05-25 18:05', '2017-05-25T18:05:00+00:00'],
    ['2017-05-25', '2017-05-25T00:00:00+00:00'],
    ['2017-05-25T18:05:33+0200', '2017-05-25T18:05:33+02:00'],
    ['2017-05-25T18:05:33-05', '2017-05-25T18:05:33-05:00'],
  ])('reads %s as %s', (given, expected) => {
    expect(strictDateTime(given)).toBe(expected);
    expect(isValid('date-time', expected)).toBe(true);
  });
  it.each([
    '',
    'yesterday',
    '2017-02-30',
    '2017-13-01',
    '2017-05-25T25:00:00Z',
    '2017-05-25T18:61:00Z',
    '25.5.2017',
  ])('is null for "%s"', (given) => {
    expect(strictDateTime(given)).toBeNull();
  });
  it('leaves out the time of a day', () => {
    expect(strictDate('2024-02-29T10:00:00Z')).toBe('2024-02-29');
    expect(strictDate('2023-02-29')).toBeNull();
  });
});

describe('isUnstorable', () => {
  it('knows NUL and half of a character, and lets everything else pass', () => {
    expect(['a\u0000', '\uD83D', 'x\uDE00'].map(isUnstorable)).toEqual([true, true, true]);
    expect(['', 'Führung 😀', '\n\t'].map(isUnstorable)).toEqual([false, false, false]);
  });
});
