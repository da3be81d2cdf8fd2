import { Link } from '@tanstack/react-router';
import { useText } from '../../shared/text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';

export function NoPage() {
  const text = useText();
  return (
    <Page title={text('frame.noPage.title')}>
      <EmptyState title={text('frame.noPage.title')} action={<Link to="/">{text('frame.start')}</Link>}>
        {text('frame.noPage.text')}
      </EmptyState>
    </Page>
  );
}
