import { isNativeError } from 'node:util/types';
import { withoutPersonalData } from './without-personal-data.js';

const DEEPEST_CAUSE = 3;

/** What PostgreSQL says of an error beside its message, and names things of the schema only. `detail` quotes rows. */
const OF_THE_SCHEMA = ['code', 'constraint', 'table', 'column', 'routine'] as const;

/** Data exceptions of PostgreSQL quote the value that a person typed. */
const QUOTES_VALUES = /^22/;

interface DescribedError {
  readonly type: string;
  readonly message: string;
  /** Where it happened: the frames only, since the first line of a stack is the message again. */
  readonly stack: readonly string[];
  readonly cause?: DescribedError;
  readonly [name: string]: unknown;
}

/**
 * An error as it goes to the log: enough to find the place in the code and nothing about people. Parameters and text
 * of a statement, `detail` of the database and quoted values stay out.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!isNativeError(error)) return { type: typeof error, message: 'not an Error', stack: [] };
  const schema = schemaOf(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { cause } = error;
  return {
    type: error.name,
    message: withoutPersonalData(withoutValues(error, schema['code'])),
    ...schema,
    stack: frames.map((line) => line.trim()),
    ...(isNativeError(cause) && depth < DEEPEST_CAUSE && { cause: describeError(cause, depth + 1) }),
  };
}

function schemaOf(error: Error): Record<string, string> {
  const found = OF_THE_SCHEMA.map((name): [string, unknown] => [name, Reflect.get(error, name)]);
  return Object.fromEntries(found.filter((each): each is [string, string] => typeof each[1] === 'string'));
}

function withoutValues({ name, message }: Error, code: string | undefined): string {
  const quotes = name === 'SyntaxError' || QUOTES_VALUES.test(code ?? '');
  return quotes ? message.replaceAll(/(["'`]).*\1/gs, '…') : message;
}
