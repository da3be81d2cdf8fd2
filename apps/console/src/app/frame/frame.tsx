import { Navigate, Outlet, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { FrameData } from '../../shared/api/frame-data.ts';
import { useFrame } from '../../shared/api/use-page-data.ts';
import { useText } from '../../shared/text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { DESTINATIONS, isWithin, offeredTo } from '../navigation.ts';
import styles from './frame.module.css';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** What stands around every page: the rail by permission, and above it whose figures of which day are shown. */
export function Frame() {
  const text = useText();
  const frame = useFrame();
  const [menuIsOpen, setMenuIsOpen] = useState(false);
  return (
    <div className={styles.frame}>
      <a href="#page" className={styles.skip}>
        {text('frame.skip')}
      </a>
      <TopBar frame={frame} menuIsOpen={menuIsOpen} onMenu={() => setMenuIsOpen(!menuIsOpen)} />
      <Rail frame={frame} isOpen={menuIsOpen} onChosen={() => setMenuIsOpen(false)} />
      <main id="page" className={styles.page} tabIndex={-1}>
        <IfPermitted frame={frame} />
      </main>
    </div>
  );
}

/** While nothing is known the page itself asks who looks, along with what it shows. */
function IfPermitted({ frame }: { readonly frame: FrameData | undefined }) {
  const text = useText();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const page = DESTINATIONS.flatMap(({ destinations }) => destinations).find((each) => isWithin(path, each));
  if (!frame || !page?.permission || frame.permissions.includes(page.permission)) return <Outlet />;
  const first = offeredTo(frame.permissions)[0]?.destinations[0];
  if (first && path === '/readiness') return <Navigate to={first.path} replace />;
  return (
    <Page title={text(page.name)}>
      <EmptyState title={text('frame.noPermission.title')}>
        {text('frame.noPermission.text', { organization: frame.organization.name })}
      </EmptyState>
    </Page>
  );
}
