import type { FaultList } from './import-reader.js';

export interface JsonFile {
  readonly text: string;
  readonly json: unknown;
}

/** As some versions of Node tell it. */
const POSITION = /at position (\d+)/;

/**
 * Takes a JSON file in, whole: what uses this says how large its files may be.
 * @returns null when it is no JSON in UTF-8 (with or without byte order mark), which is then told
 */
export async function readJsonFile(file: AsyncIterable<Buffer>, faults: FaultList): Promise<JsonFile | null> {
  const pieces: Buffer[] = [];
  for await (const piece of file) pieces.push(piece);
  const text = textOf(Buffer.concat(pieces));
  if (text === null) {
    faults.add({ line: 1, column: null, message: 'This file is not valid UTF-8 text.' });
    return null;
  }
  try {
    const json: unknown = JSON.parse(text);
    return { text, json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, position = '0'] = POSITION.exec(error.message) ?? [];
    const line = text.slice(0, Number(position)).split('\n').length;
    faults.add({ line, column: null, message: `This file is not JSON: ${error.message}.` });
    return null;
  }
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
