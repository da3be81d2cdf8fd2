import styles from './gap-bar.module.css';

/** At so many levels missing a bar is full. */
const FULL_GAP = 2;

/** How many levels are missing on average, from none to two; the figure stands beside it. */
export const GapBar = ({ levels }: { readonly levels: number }) => (
  <span className={styles.track} aria-hidden="true">
    <span style={{ width: `${Math.min(100, (levels / FULL_GAP) * 100)}%` }} />
  </span>
);
