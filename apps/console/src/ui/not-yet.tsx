import { Failed } from './failed.tsx';
import { PageSkeleton } from './skeleton.tsx';

interface NotYetProps {
  readonly query: {
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
}

/** In place of a page while what it shows is on its way, or when it did not come. */
export const NotYet = ({ query: { error, refetch } }: NotYetProps) =>
  error === null ? <PageSkeleton /> : <Failed error={error} onRetry={() => void refetch()} />;
