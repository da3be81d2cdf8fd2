import { useFigures } from '../shared/text/use-figures.ts';
import { useText } from '../shared/text/use-text.ts';
import styles from './quiet.module.css';

interface ProvenanceProps {
  readonly asOf: string;
  readonly policyVersion?: number | null;
  /** When the latest fact behind the figure was recorded. */
  readonly recordedAt?: string | null;
}

/** Of which day a figure is, by which policy, and when its latest fact came in. */
export function Provenance({ asOf, policyVersion, recordedAt }: ProvenanceProps) {
  const text = useText();
  const figures = useFigures();
  const parts = [text('ui.asOf', { day: figures.day(asOf) })];
  if (policyVersion != null) parts.push(text('ui.policy', { version: policyVersion }));
  if (recordedAt != null) parts.push(text('ui.recorded', { moment: figures.moment(recordedAt) }));
  return <p className={styles.small}>{parts.join(' · ')}</p>;
}
