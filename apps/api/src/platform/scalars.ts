import { Scalar } from '@nestjs/graphql';
import type { CustomScalar } from '@nestjs/graphql';
import { UseCaseError } from '@alidade/errors';
import { Kind } from 'graphql';
import type { ValueNode } from 'graphql';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @returns whether the text is a day of the calendar, e.g. 2024-02-29 and not 2023-02-29 */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function day(value: unknown): string {
  if (isDay(value)) return value;
  throw new UseCaseError('INVALID_INPUT', `A day is written like 2026-03-31, not ${JSON.stringify(value)}.`);
}

/** In types and inputs: `@Field(() => DayScalar) on: string`. */
@Scalar('Date')
export class DayScalar implements CustomScalar<string, string> {
  description = 'Calendar day, ISO 8601, e.g. 2026-03-31.';
  parseValue = day;
  serialize = day;
  parseLiteral = (node: ValueNode): string => day(node.kind === Kind.STRING ? node.value : null);
}

function instant(value: unknown): string {
  const at = value instanceof Date ? value : new Date(String(value));
  if (!Number.isNaN(at.getTime())) return at.toISOString();
  throw new UseCaseError('INVALID_INPUT', `An instant is written like 2026-03-31T09:30:00Z.`);
}

/** A Date of the database, or the text it became in a stored answer. */
@Scalar('DateTime')
export class InstantScalar implements CustomScalar<string, Date | string> {
  description = 'Instant, RFC 3339, UTC.';
  parseValue = instant;
  serialize = instant;
  parseLiteral = (node: ValueNode): string => instant(node.kind === Kind.STRING ? node.value : null);
}
