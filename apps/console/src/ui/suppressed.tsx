import { useText } from '../shared/text/use-text.ts';
import styles from './quiet.module.css';

/** In place of figures of a group that is too small to show. */
export function Suppressed({ short = false }: { readonly short?: boolean }) {
  const text = useText();
  return (
    <span className={styles.protected} title={text('ui.suppressedWhy')}>
      <span className={styles.dots} aria-hidden="true" />
      {text(short ? 'ui.suppressedShort' : 'ui.suppressed')}
    </span>
  );
}
