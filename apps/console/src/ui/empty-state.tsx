import type { ReactNode } from 'react';
import styles from './quiet.module.css';

interface EmptyStateProps {
  /** What this page will show. */
  readonly title: string;
  /** What is missing, and who can do it. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <section className={styles.empty}>
    <h2>{title}</h2>
    <p>{children}</p>
    {action}
  </section>
);
