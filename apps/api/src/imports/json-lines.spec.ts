import { expect, it } from '@jest/globals';
import { linesOfPaths } from './json-lines.js';

const FILE = `{
  "document": { "title": "A \\" { [ , : text", "empty": {}, "list": [] },
  "items": [
    { "code": "a", "list": [[1, 2],
      [3]] },

    { "c\\u006fde": null }
  ],
  "last": true
}`;
const lineOf = (path: string) => linesOfPaths(FILE, [path]).get(path);

it('finds the line of each value, however it is written', () => {
  expect(JSON.parse(FILE).items[1]).toEqual({ code: null });
  const paths = ['$', '$.document.title', '$.items', '$.items[0].list[1][0]', '$.items[1].code', '$.last'];
  expect([...linesOfPaths(FILE, paths)]).toEqual([
    ['$', 1],
    ['$.document.title', 2],
    ['$.items', 3],
    ['$.items[0].list[1][0]', 5],
    ['$.items[1].code', 7],
    ['$.last', 9],
  ]);
});

it('finds the nearest that holds a value which is not there', () => {
  expect(lineOf('$.items[1].name')).toBe(7);
  expect(lineOf('$.items[7].name')).toBe(3);
  expect(lineOf('$.nothing[0]')).toBe(1);
  expect(linesOfPaths('\n\n[]', ['$.document']).get('$.document')).toBe(3);
});

it('is in time linear in a file without end in sight', () => {
  const deep = 200_000;
  const file = `${'['.repeat(deep)}\n"${'x'.repeat(2_000_000)}"${']'.repeat(deep)}`;
  expect(linesOfPaths(file, ['$[0]']).get('$[0]')).toBe(1);
});
