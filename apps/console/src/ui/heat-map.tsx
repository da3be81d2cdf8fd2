import type { ReactNode } from 'react';
import styles from './heat-map.module.css';

interface HeatMapProps {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly cells: readonly HeatCell[];
  }[];
}

export interface HeatCell {
  /** 0 (nothing) to 1 (the warmest); null: no figure, drawn as protected. */
  readonly warmth: number | null;
  readonly content: ReactNode;
}

/** Figures of rows by columns, warmer where there is more; every cell says its number, too. */
export function HeatMap({ caption, corner, columns, rows }: HeatMapProps) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.map}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map(({ warmth, content }, index) => (
                <td
                  key={columns[index]?.key}
                  data-protected={warmth === null}
                  {...(warmth !== null && { style: { backgroundColor: colorOf(warmth) } })}
                >
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const colorOf = (warmth: number): string =>
  `color-mix(in srgb, var(--gap) ${Math.round(100 * Math.min(1, warmth))}%, var(--bg-soft))`;
