import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** In place of the title above the sentence, where the sentence names it: the way back. */
  readonly eyebrow?: ReactNode;
  /** The first line: what the page answers, in words, made from its figures. */
  readonly sentence?: ReactNode;
  /** Switches and the one main action, at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Another picture is on its way. */
  readonly busy?: boolean;
}

export function Page({ title, eyebrow, sentence, actions, children, busy = false }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Alidade`;
  }, [title]);
  return (
    <article className={styles.page} aria-busy={busy}>
      <header className={styles.header}>
        <h1 className={eyebrow === undefined ? styles.title : 'sr-only'}>{title}</h1>
        {eyebrow !== undefined && <div className={styles.title}>{eyebrow}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        {sentence !== undefined && <p className={styles.sentence}>{sentence}</p>}
      </header>
      {children}
    </article>
  );
}

interface SectionProps {
  readonly title: string;
  /** What the picture says, in one sentence. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** None where the lead says why there is nothing. */
  readonly children?: ReactNode;
}

export const Section = ({ title, lead, actions, children }: SectionProps) => (
  <section className={styles.section}>
    <header className={styles.sectionHeader}>
      <h2>{title}</h2>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {lead !== undefined && <p>{lead}</p>}
    </header>
    {children}
  </section>
);
