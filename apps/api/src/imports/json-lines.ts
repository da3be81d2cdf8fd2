const TOKEN = /[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+|\n/g;

/** An object or list being walked through. */
interface Frame {
  /** Null: nothing in here is asked for. */
  readonly path: string | null;
  readonly isList: boolean;
  /** Of the value that comes next. */
  key: string | number;
}

/**
 * On which line of a JSON file each value stands; of one that is not there, what should hold it.
 *
 * @param json   a well-formed JSON text
 * @param paths  JSONPaths of one value each, `$.items[3].code`, with plain names only
 * @returns      by path, lines from 1
 *
 * One walk through the text.
 */
export function linesOfPaths(json: string, paths: readonly string[]): ReadonlyMap<string, number> {
  const wanted = new Set(paths.flatMap((path) => [path, ...holdersOf(path)]));
  const found = foundLines(json, wanted);
  return new Map(
    paths.map((path) => {
      const there = [path, ...holdersOf(path)].find((each) => found.has(each));
      return [path, found.get(there ?? '$') ?? 1];
    }),
  );
}

/** The nearest first. */
function holdersOf(path: string): readonly string[] {
  const ends = Array.from(path.matchAll(/[.[]/g), ({ index }) => index);
  return ends.map((end) => path.slice(0, end)).toReversed();
}

function foundLines(json: string, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const frames: Frame[] = [];
  let line = 1;
  for (const [token] of json.matchAll(TOKEN)) {
    const frame = frames.at(-1);
    if (token === '\n') line += 1;
    else if (token === '}' || token === ']') frames.pop();
    else if (token === ',') advance(frame);
    else if (token !== ':' && !takeAsKey(frame, token)) {
      const path = pathIn(frame, wanted);
      if (path !== null) found.set(path, line);
      frames.push(...framesOf(token, path));
    }
  }
  return found;
}

function framesOf(token: string, path: string | null): readonly Frame[] {
  if (token === '[') return [{ path, isList: true, key: 0 }];
  return token === '{' ? [{ path, isList: false, key: '' }] : [];
}

function advance(frame: Frame | undefined): void {
  if (frame) frame.key = typeof frame.key === 'number' ? frame.key + 1 : '';
}

/** @returns whether it is the key of an object, which is then noted, and not its value or one of a list */
function takeAsKey(frame: Frame | undefined, token: string): boolean {
  if (!frame || frame.isList || frame.key !== '') return false;
  frame.key = token;
  return true;
}

function pathIn(frame: Frame | undefined, wanted: ReadonlySet<string>): string | null {
  if (!frame) return '$';
  if (frame.path === null) return null;
  const { key } = frame;
  const path = frame.path + (typeof key === 'number' ? `[${key}]` : `.${String(JSON.parse(key))}`);
  return wanted.has(path) ? path : null;
}
