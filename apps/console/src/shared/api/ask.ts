import { textOf } from './graphql.ts';
import type { TypedDocument } from './graphql.ts';

/** What the API or the way to it refuses, as a code and a sentence that may be shown. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** Of INVALID_INPUT: sentences by the path of the field. */
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
  ) {
    super(message);
  }
}

export const UNAUTHENTICATED = 'UNAUTHENTICATED';
/** No answer came: the connection is lost, or the server is away. */
export const UNREACHABLE = 'UNREACHABLE';

interface GraphqlFault {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly fields?: Record<string, readonly string[]> };
}
interface GraphqlAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly GraphqlFault[];
}

/** These leave a null behind that a page can explain; every other fault makes the whole answer doubtful. */
const BEARABLE = new Set(['FORBIDDEN', 'NOT_FOUND']);

interface Asking {
  readonly signal?: AbortSignal;
  /** Of a write that may be sent again: the API does it once. */
  readonly onceKey?: string;
}

/**
 * Sends one document with the session cookie.
 * @throws Refusal when it is refused, wholly or in a part that cannot be left out, or when no answer comes
 */
export async function ask<Result, Variables>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  { signal, onceKey }: Asking = {},
): Promise<Result> {
  const body = JSON.stringify({ query: textOf(document), variables });
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
  if (onceKey !== undefined) headers['idempotency-key'] = onceKey;
  const response = await send('/graphql', { method: 'POST', headers, body, ...(signal && { signal }) });
  const { data, errors = [] } = await answerIn<GraphqlAnswer<Result>>(response);
  const fault =
    errors.find((error) => !BEARABLE.has(codeOf(error))) ?? (data == null ? errors[0] : undefined);
  if (fault) throw new Refusal(codeOf(fault), fault.message, fault.extensions?.fields);
  if (data == null) throw new Refusal(UNREACHABLE, `The server answered ${response.status}.`);
  return data;
}

/** @throws Refusal UNREACHABLE when nothing comes back; an abort stays an abort */
export async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Refusal(UNREACHABLE, 'No answer came.');
  }
}

/** @throws Refusal UNREACHABLE when it is not JSON, e.g. the page of a proxy */
async function answerIn<Answer>(response: Response): Promise<Answer> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the API keeps to its schema
    return (await response.json()) as Answer;
  } catch {
    throw new Refusal(UNREACHABLE, `The server answered ${response.status}.`);
  }
}

const codeOf = ({ extensions }: GraphqlFault): string => extensions?.code ?? 'INTERNAL_SERVER_ERROR';
