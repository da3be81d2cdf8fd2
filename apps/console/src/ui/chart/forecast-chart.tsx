import { useFigures } from '../../shared/text/use-figures.ts';
import styles from './forecast-chart.module.css';
import { useWidth } from './use-width.ts';

interface Point {
  readonly day: string;
  readonly value: number;
}

interface ForecastChartProps {
  /** What is told to those who do not see it. */
  readonly label: string;
  /** Known figures, oldest first; the last one is where the forecast begins. */
  readonly points: readonly Point[];
  readonly target: Point;
  /** Null: only what is known and the target. */
  readonly forecast: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Where the scale starts and ends. */
  readonly range: readonly [number, number];
  readonly format: (value: number) => string;
}

const HEIGHT = 220;
const EDGE = { left: 44, right: 88, top: 16, bottom: 28 } as const;
const LINES = 4;

/** A figure until today, where it leads by the due day, and the goal as a black marker. */
export function ForecastChart({ label, points, target, forecast, range, format }: ForecastChartProps) {
  const figures = useFigures();
  const [place, width] = useWidth<HTMLDivElement>();
  const scale = scalesOf(points, target, range, width);
  const last = points.at(-1);
  const grid = Array.from(
    { length: LINES + 1 },
    (_, line) => range[0] + ((range[1] - range[0]) * line) / LINES,
  );
  return (
    <div ref={place}>
      <svg className={styles.chart} width={width} height={HEIGHT} role="img" aria-label={label}>
        {grid.map((value) => (
          <g key={value}>
            <line
              className={styles.grid}
              x1={EDGE.left}
              x2={width - EDGE.right}
              y1={scale.y(value)}
              y2={scale.y(value)}
            />
            <text x={EDGE.left - 8} y={scale.y(value) + 4} textAnchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        <text x={EDGE.left} y={HEIGHT - 8}>
          {figures.shortMonth(points[0]?.day ?? target.day)}
        </text>
        <text x={scale.x(target.day)} y={HEIGHT - 8} textAnchor="middle">
          {figures.shortMonth(target.day)}
        </text>
        {forecast && last && <Forecast from={last} to={target.day} forecast={forecast} scale={scale} />}
        <path className={styles.line} d={lineOf(points, scale)} />
        {last && <circle className={styles.now} cx={scale.x(last.day)} cy={scale.y(last.value)} r={3.5} />}
        <line
          className={styles.target}
          x1={scale.x(target.day) - 8}
          x2={scale.x(target.day) + 8}
          y1={scale.y(target.value)}
          y2={scale.y(target.value)}
        />
        <text className={styles.strong} x={scale.x(target.day) + 14} y={scale.y(target.value) + 4}>
          {format(target.value)}
        </text>
      </svg>
    </div>
  );
}

interface Scales {
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
}

interface ForecastProps {
  readonly from: Point;
  readonly to: string;
  readonly forecast: NonNullable<ForecastChartProps['forecast']>;
  readonly scale: Scales;
}

function Forecast({ from, to, forecast, scale: { x, y } }: ForecastProps) {
  const start = `${x(from.day)},${y(from.value)}`;
  return (
    <>
      <polygon
        className={styles.band}
        points={`${start} ${x(to)},${y(forecast.high)} ${x(to)},${y(forecast.low)}`}
      />
      <line className={styles.ahead} x1={x(from.day)} y1={y(from.value)} x2={x(to)} y2={y(forecast.value)} />
    </>
  );
}

function scalesOf(
  points: readonly Point[],
  target: Point,
  [low, high]: readonly [number, number],
  width: number,
): Scales {
  const days = [...points.map(({ day }) => day), target.day].map((day) => Date.parse(day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const [inner, tall] = [width - EDGE.left - EDGE.right, HEIGHT - EDGE.top - EDGE.bottom];
  return {
    x: (day) => EDGE.left + (inner * (Date.parse(day) - first)) / Math.max(1, last - first),
    y: (value) => EDGE.top + tall * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)),
  };
}

const lineOf = (points: readonly Point[], { x, y }: Scales): string =>
  points
    .map(({ day, value }, index) => `${index === 0 ? 'M' : 'L'}${x(day).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
