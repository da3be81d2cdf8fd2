import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient, UseQueryResult } from '@tanstack/react-query';
import { ask, Refusal } from './ask.ts';
import { frameDocument } from './frame-data.ts';
import type { FrameData } from './frame-data.ts';
import { textOf } from './graphql.ts';
import type { TypedDocument } from './graphql.ts';

export const FRAME = ['frame'] as const;

/** Who looks; undefined until the first page has come. */
export const useFrame = (): FrameData | undefined =>
  useQuery<FrameData>({ queryKey: FRAME, queryFn: skipToken, staleTime: Infinity }).data;

type WithFrame<Variables> = Variables & { readonly frame: boolean };

/**
 * The one request of a page. While another population or day is on its way, the picture before stays.
 * @param document  has the variable `frame` and spreads `...Frame @include(if: $frame)`
 */
export function usePageData<Result extends object, Variables>(
  document: TypedDocument<Result, WithFrame<Variables>>,
  variables: Variables,
): UseQueryResult<Result> {
  const client = useQueryClient();
  return useQuery<Result>({
    queryKey: [textOf(document), variables],
    queryFn: ({ signal }) => askWithFrame(client, document, variables, signal),
    placeholderData: keepPreviousData,
  });
}

async function askWithFrame<Result extends object, Variables>(
  client: QueryClient,
  document: TypedDocument<Result, WithFrame<Variables>>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Result> {
  const frame: boolean = client.getQueryData(FRAME) === undefined;
  try {
    const data = await ask(document, { ...variables, frame }, { signal });
    if ('viewer' in data) client.setQueryData(FRAME, data.viewer);
    return data;
  } catch (error) {
    // What was refused may be the page, not the person: the rail still says what there is for them.
    if (frame && error instanceof Refusal && IS_ABOUT_THE_PAGE.has(error.code))
      client.setQueryData(FRAME, (await ask(frameDocument, {}, { signal })).viewer);
    throw error;
  }
}

const IS_ABOUT_THE_PAGE = new Set(['FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT']);
