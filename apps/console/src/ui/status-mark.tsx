import { useText } from '../shared/text/use-text.ts';
import styles from './status-mark.module.css';

export type GoalStatus = 'ACHIEVED' | 'ON_TRACK' | 'AT_RISK' | 'OFF_TRACK' | 'MISSED' | 'NO_DATA';

/** Shape and word; the color only repeats them. */
const SHAPES: Readonly<Record<GoalStatus, string>> = {
  ACHIEVED: '✓',
  ON_TRACK: '●',
  AT_RISK: '▲',
  OFF_TRACK: '◆',
  MISSED: '✕',
  NO_DATA: '○',
};

export function StatusMark({ status }: { readonly status: GoalStatus }) {
  const text = useText();
  return (
    <span className={styles.status} data-status={status}>
      <span aria-hidden="true">{SHAPES[status]}</span> {text(`status.${status}`)}
    </span>
  );
}
