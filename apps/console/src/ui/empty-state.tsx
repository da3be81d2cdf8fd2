import type { ReactNode } from 'react';
import styles from './quiet.module.css';

interface EmptyStateProps {
  /** What this page will show; not given where the page's own title says what is the matter. */
  readonly title?: string;
  /** What is missing, and who can do it. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <section className={styles.empty}>
    {title !== undefined && <h2>{title}</h2>}
    <p>{children}</p>
    {action}
  </section>
);
