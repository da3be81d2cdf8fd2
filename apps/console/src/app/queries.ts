import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal, UNAUTHENTICATED, UNREACHABLE } from '../shared/api/ask.ts';
import { FRAME } from '../shared/api/use-page-data.ts';
import { SESSION } from './session/session.ts';

const FRESH_MS = 30_000;
const TRIES = 2;

const noticeSession = (error: unknown): void => {
  if (error instanceof Refusal && error.code === UNAUTHENTICATED)
    SESSION.end(QUERIES.getQueryData(FRAME) !== undefined);
};

/** What came once is shown at once and asked again; nothing is asked twice that was refused. */
export const QUERIES = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSession }),
  mutationCache: new MutationCache({ onError: noticeSession }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      refetchOnWindowFocus: false,
      retry: (failures, error) => error instanceof Refusal && error.code === UNREACHABLE && failures < TRIES,
    },
  },
});
