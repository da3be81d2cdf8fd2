import { useText } from '../shared/text/use-text.ts';
import styles from './skeleton.module.css';

/** A page in the shape of what comes: its sentence, and rows below. */
export function PageSkeleton({ rows = 5 }: { readonly rows?: number }) {
  const text = useText();
  return (
    <div className={styles.page} role="status">
      <span className="sr-only">{text('app.loading')}</span>
      <div className={styles.title} />
      <div className={styles.sentence} />
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} />
      ))}
    </div>
  );
}
