import { describe, expect, it } from '@jest/globals';
import { ENGLISH } from './catalogue.ts';
import { GERMAN } from './german.ts';

/** Names of values and tags in a message, each once. */
const valuesIn = (message: string): readonly string[] =>
  [
    ...new Set([...message.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map(([, value, tag]) => value ?? `<${tag}>`)),
  ].toSorted();

/** A message without what ICU says in it: `select`, `other`, names of values. */
const wordsOf = (message: string): string =>
  message.replaceAll(/\b(select|plural|number|none|one|other)\b/g, '');

describe('every message', () => {
  it('takes the same values in German as in English', () => {
    for (const [key, message] of Object.entries(ENGLISH))
      expect([key, valuesIn(GERMAN[key as keyof typeof ENGLISH])]).toEqual([key, valuesIn(message)]);
  });

  it('is not empty, not shouted, and not left in English', () => {
    const same = Object.entries(ENGLISH).filter(
      ([key, message]) =>
        GERMAN[key as keyof typeof ENGLISH] === message && /[a-z]{4} /.test(wordsOf(message)),
    );
    expect(same).toEqual([]);
    for (const message of [...Object.values(ENGLISH), ...Object.values(GERMAN)])
      expect(message).toMatch(/^[^!]+$/);
  });
});
