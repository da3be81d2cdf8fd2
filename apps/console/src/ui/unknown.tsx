import type { ReactNode } from 'react';
import styles from './quiet.module.css';

/** What is not known is written, never drawn as zero. */
export const Unknown = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.unknown}>{children}</span>
);
