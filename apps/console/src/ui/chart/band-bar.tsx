import { useFigures } from '../../shared/text/use-figures.ts';
import { useText } from '../../shared/text/use-text.ts';
import styles from './band-bar.module.css';

export const BANDS = ['READY_NOW', 'READY_SOON', 'DEVELOPING', 'INSUFFICIENT_EVIDENCE'] as const;
type Band = (typeof BANDS)[number];
export type BandCounts = Readonly<Record<Band, number>>;

/** A part narrower than this has no room for its number. */
const ROOM_FOR_NUMBER = 0.07;

interface BandBarProps {
  readonly counts: BandCounts;
  /** The day before, above and thinner. */
  readonly before?: BandCounts | undefined;
}

/** How many executives are in each band, as shares of all, with their numbers in the bar. */
export function BandBar({ counts, before }: BandBarProps) {
  return (
    <span className={styles.bars}>
      {before && <Bar counts={before} thin />}
      <Bar counts={counts} />
    </span>
  );
}

function Bar({ counts, thin = false }: { readonly counts: BandCounts; readonly thin?: boolean }) {
  const figures = useFigures();
  const total = BANDS.reduce((sum, band) => sum + counts[band], 0);
  return (
    <span className={styles.bar} data-thin={thin} aria-hidden="true">
      {BANDS.filter((band) => counts[band] > 0).map((band) => (
        <span key={band} data-band={band} style={{ flexGrow: counts[band] }}>
          {!thin && counts[band] / total >= ROOM_FOR_NUMBER && <b>{figures.whole(counts[band])}</b>}
        </span>
      ))}
    </span>
  );
}

/** The same in words, for those who do not see the bar. */
export function useBandWords(): (counts: BandCounts) => string {
  const text = useText();
  const figures = useFigures();
  return (counts) =>
    figures.list(BANDS.map((band) => `${figures.whole(counts[band])} ${text(`band.${band}`)}`));
}

/** Which fill is which band, once for a column of bars. */
export function BandKey() {
  const text = useText();
  return (
    <span className={styles.key}>
      {BANDS.map((band) => (
        <span key={band}>
          <span className={styles.swatch} data-band={band} aria-hidden="true" />
          {text(`band.${band}`)}
        </span>
      ))}
    </span>
  );
}
