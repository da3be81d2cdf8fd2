import styles from './sparkline.module.css';

interface SparkPoint {
  readonly day: string;
  /** Null: not known on that day; the line is interrupted. */
  readonly value: number | null;
}

interface SparklineProps {
  /** One a month, oldest first. */
  readonly points: readonly SparkPoint[];
  /** Where the scale starts and ends. */
  readonly range: readonly [number, number];
  /** The value of the goal, as a black marker at the end. */
  readonly goal?: number | null | undefined;
}

const [WIDTH, HEIGHT, EDGE] = [120, 36, 4] as const;

/** A small line for a trend. What it shows is said in words beside it. */
export function Sparkline({ points, range: [low, high], goal }: SparklineProps) {
  const x = (index: number): number => EDGE + (index / Math.max(1, points.length - 1)) * (WIDTH - 3 * EDGE);
  const y = (value: number): number => HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const last = points.at(-1);
  return (
    <svg className={styles.line} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line className={styles.floor} x1={0} x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      <path d={pathOf(points, x, y)} />
      {last?.value != null && <circle cx={x(points.length - 1)} cy={y(last.value)} r={2.5} />}
      {goal != null && <line className={styles.goal} x1={WIDTH - 10} x2={WIDTH} y1={y(goal)} y2={y(goal)} />}
    </svg>
  );
}

/** Starts anew after what is not known. */
function pathOf(
  points: readonly SparkPoint[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let isOpen = false;
  return points
    .map(({ value }, index) => {
      const command =
        value === null ? '' : `${isOpen ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      isOpen = value !== null;
      return command;
    })
    .join('');
}
