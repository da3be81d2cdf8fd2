import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** The words of a command make no sense; told with the list of commands. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Command {
  readonly name: readonly string[];
  /** As a person types it. */
  readonly form: string;
  readonly purpose: string;
  run(words: readonly string[]): Promise<void>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** @throws UsageError when an option is unknown or lacks its value, or there are more or fewer other words than `count` */
export function read<T extends Options>(words: readonly string[], options: T, count = 0) {
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: count > 0, strict: true });
    if (parsed.positionals.length !== count)
      throw new UsageError(`Expected ${count} name(s) after the command, got ${parsed.positionals.length}.`);
    return parsed;
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : '');
  }
}

/** @throws UsageError when it is no whole number within the bounds */
export function wholeNumber(
  name: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(`--${name} is a whole number from ${min} to ${max}, not ${text}.`);
}
