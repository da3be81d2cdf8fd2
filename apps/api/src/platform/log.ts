import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { isNativeError } from 'node:util/types';
import { describeError } from './describe-error.js';
import { withoutPersonalData } from './without-personal-data.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON object per line, on stderr unless told otherwise. Nothing about people: see `describeError`. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    // Not waited for, so that a slow reader of the log slows no request; what is left is written at exit.
    destination ?? pino.destination({ dest: 2, sync: false }),
  );
}

/** What Nest and the application's own `new Logger(…)` say, as lines of the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Logger) {}

  fatal(...words: readonly unknown[]): void {
    this.lines.fatal(...entry(words));
  }
  error(...words: readonly unknown[]): void {
    this.lines.error(...entry(words));
  }
  warn(...words: readonly unknown[]): void {
    this.lines.warn(...entry(words));
  }
  /** Nest tells at this level which modules and routes it made: not news. */
  log(...words: readonly unknown[]): void {
    this.lines.debug(...entry(words));
  }
  debug(...words: readonly unknown[]): void {
    this.lines.debug(...entry(words));
  }
  verbose(...words: readonly unknown[]): void {
    this.lines.trace(...entry(words));
  }
}

/** `new Logger('Jobs').error({ job, err }, 'sentence')` becomes its fields and the sentence; the last word is the context. */
function entry(words: readonly unknown[]): [object, string?] {
  const texts = words.filter((word) => typeof word === 'string');
  const context = texts.length > 1 || typeof words[0] !== 'string' ? texts.at(-1) : undefined;
  const sentence = texts[0] === context ? undefined : texts[0];
  const about = { ...(context !== undefined && { context }) };
  for (const word of words)
    if (typeof word === 'object') Object.assign(about, isNativeError(word) ? { err: word } : word);
  return sentence === undefined ? [about] : [about, withoutPersonalData(sentence)];
}
