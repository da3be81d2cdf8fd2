import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Refusal, UNREACHABLE } from '../shared/api/ask.ts';
import { useText } from '../shared/text/use-text.ts';
import { EmptyState } from './empty-state.tsx';
import { Page } from './page.tsx';

interface FailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of a page that did not come; what was refused says why in its own words. */
export function Failed({ error, onRetry }: FailedProps) {
  const text = useText();
  if (error instanceof Refusal && error.code === 'NOT_FOUND')
    return (
      <Page title={text('ui.notFound.title')}>
        <EmptyState action={<Link to="/">{text('frame.start')}</Link>}>{text('ui.notFound.text')}</EmptyState>
      </Page>
    );
  return (
    <Page title={text('ui.failed.title')}>
      <EmptyState action={<Button onClick={onRetry}>{text('ui.retry')}</Button>}>
        {reasonOf(error, text)}
      </EmptyState>
    </Page>
  );
}

function reasonOf(error: unknown, text: ReturnType<typeof useText>): string {
  if (!(error instanceof Refusal) || error.code === 'INTERNAL_SERVER_ERROR') return text('ui.failed.other');
  return error.code === UNREACHABLE ? text('ui.failed.unreachable') : error.message;
}
