import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { forgetOldWrites } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { Kind, OperationTypeNode } from 'graphql';
import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DataSource } from 'typeorm';
import { isRecord } from './graphql-over-http.js';

const VISIBLE_ASCII = /^[!-~]{1,255}$/;
const HOUR_MS = 3_600_000;

/** What a request is asked to do at most once under. */
export interface AskedOnce {
  readonly key: string;
  /** SHA-256 of what is asked. */
  readonly requestHash: Buffer;
}

/**
 * The header Idempotency-Key; null when there is none.
 * @throws UseCaseError INVALID_INPUT when it is not 1 to 255 visible ASCII characters
 */
export function idempotencyKeyIn(headers: IncomingHttpHeaders): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && VISIBLE_ASCII.test(key)) return key;
  throw new UseCaseError(
    'INVALID_INPUT',
    'An Idempotency-Key has 1 to 255 characters, all of them visible ASCII.',
  );
}

interface GraphqlRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/**
 * What the header says of a GraphQL request; null without the header and for what writes nothing.
 * @param document  valid, with one operation
 * @throws UseCaseError INVALID_INPUT when the key is none, or when the document has several mutations for one key
 */
export function askedOnce({ headers, body }: GraphqlRequest, document: DocumentNode): AskedOnce | null {
  const key = idempotencyKeyIn(headers);
  if (key === null) return null;
  const mutations = mutationsIn(document);
  if (mutations.size === 0) return null;
  if (mutations.size > 1)
    throw new UseCaseError(
      'INVALID_INPUT',
      `An Idempotency-Key is for one mutation; this document has ${mutations.size}. Send them one by one, each with a key of its own.`,
    );
  const { query, operationName, variables } = isRecord(body) ? body : {};
  const asked = JSON.stringify([query, operationName ?? null, variables ?? null], inOrder);
  return { key, requestHash: createHash('sha256').update(asked).digest() };
}

/** Names under which the answer of a mutation will have its fields, by whichever fragment they come. */
function mutationsIn({ definitions }: DocumentNode): ReadonlySet<string> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const names = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet);
      } else if (selection.name.value !== '__typename') names.add((selection.alias ?? selection.name).value);
    }
  };
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  for (const each of definitions)
    if (each.kind === Kind.OPERATION_DEFINITION && each.operation === OperationTypeNode.MUTATION)
      collect(each.selectionSet);
  return names;
}

/** The same variables in another order are the same request. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Once an hour the answers that nobody can ask for any more go. In every process: doing it twice does no harm. */
@Injectable()
export class OldWrites implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('OldWrites');
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.forget(), HOUR_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async forget(): Promise<void> {
    await forgetOldWrites(this.db).catch((error: unknown) =>
      this.logger.warn({ err: error }, 'Old writes are forgotten later'),
    );
  }
}
