import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

/** Outside the frame: an address that belongs to nothing says nothing of who looks. */
export function NoPage() {
  const text = useText();
  return (
    <main>
      <Page title={text('frame.noPage.title')}>
        <EmptyState action={<Link to="/">{text('frame.start')}</Link>}>
          {text('frame.noPage.text')}
        </EmptyState>
      </Page>
    </main>
  );
}
