import type { ReactNode } from 'react';
import styles from './waterfall.module.css';

export interface WaterfallPart {
  readonly key: string;
  readonly name: ReactNode;
  /** In the unit of the figure; the parts add up to the end less the start. */
  readonly amount: number;
  /** The amount as it is written, e.g. a figure that opens its why. */
  readonly label: ReactNode;
}

interface WaterfallProps {
  readonly start: { readonly name: string; readonly value: number; readonly label: string };
  readonly parts: readonly WaterfallPart[];
  readonly end: { readonly name: string; readonly value: number; readonly label: string };
}

/** From one figure to another by the parts that made the difference, each beginning where the last one ended. */
export function Waterfall({ start, parts, end }: WaterfallProps) {
  const steps = stepsOf(start.value, parts);
  const values = [start.value, end.value, ...steps.flatMap(({ from, to }) => [from, to])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = (value: number): number => (high === low ? 50 : 2 + (96 * (value - low)) / (high - low));
  return (
    <ol className={styles.waterfall}>
      <Mark {...start} at={at(start.value)} />
      {steps.map(({ key, name, label, from, to }) => (
        <li key={key}>
          <span>{name}</span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.step}
              data-down={to < from}
              style={{ left: `${at(Math.min(from, to))}%`, width: `${Math.abs(at(to) - at(from))}%` }}
            />
          </span>
          <span className={styles.amount}>{label}</span>
        </li>
      ))}
      <Mark {...end} at={at(end.value)} />
    </ol>
  );
}

interface MarkProps {
  readonly name: string;
  readonly label: string;
  readonly at: number;
}

const Mark = ({ name, label, at }: MarkProps) => (
  <li className={styles.end}>
    <span>{name}</span>
    <span className={styles.track} aria-hidden="true">
      <span className={styles.mark} style={{ left: `${at}%` }} />
    </span>
    <span className={styles.amount}>{label}</span>
  </li>
);

function stepsOf(start: number, parts: readonly WaterfallPart[]) {
  let stand = start;
  return parts.map((part) => {
    const from = stand;
    stand += part.amount;
    return { ...part, from, to: stand };
  });
}
