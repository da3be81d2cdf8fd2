import type { ReactNode } from 'react';
import styles from './why-parts.module.css';

interface WhyPart {
  readonly name: ReactNode;
  readonly amount: ReactNode;
  /** In small print below the name. */
  readonly note?: ReactNode;
}

interface WhyPartsProps {
  readonly caption: string;
  readonly parts: readonly WhyPart[];
  /** What the parts come to; left out where they do not add up. */
  readonly total?: WhyPart;
}

/** The parts of a figure, one below the other, with their sum. */
export function WhyParts({ caption, parts, total }: WhyPartsProps) {
  return (
    <table className={styles.parts}>
      <caption>{caption}</caption>
      <tbody>
        {parts.map((part, index) => (
          <Row key={index} {...part} />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <Row {...total} />
        </tfoot>
      )}
    </table>
  );
}

const Row = ({ name, amount, note }: WhyPart) => (
  <tr>
    <th scope="row">
      {name}
      {note !== undefined && <small>{note}</small>}
    </th>
    <td>{amount}</td>
  </tr>
);
