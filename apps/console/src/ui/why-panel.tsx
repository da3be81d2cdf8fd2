import { CloseButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useText } from '../shared/text/use-text.ts';
import styles from './why-panel.module.css';

interface WhyPanelProps {
  /** The `why` of the address, so that focus goes back to the figure that it was opened from. */
  readonly why: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** The panel at the right that unfolds a figure. The page beside it stays usable; Escape closes it. */
export function WhyPanel({ why, title, children }: WhyPanelProps) {
  const text = useText();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = (): void =>
    void navigate({ to: '.', search: (address) => ({ ...address, why: undefined }), resetScroll: false });
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    return () =>
      document.querySelector<HTMLElement>(`[data-why="${CSS.escape(why)}"]`)?.focus({ preventScroll: true });
  }, [why]);
  return (
    <aside
      className={styles.panel}
      aria-labelledby="why-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className={styles.header}>
        <h2 id="why-title" ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <CloseButton onClick={close} aria-label={text('ui.close')} />
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
