import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../shared/text/use-text.ts';
import styles from './figure.module.css';

interface FigureProps {
  /** Which panel unfolds it; it goes into the address. */
  readonly why: string;
  readonly children: ReactNode;
  /** Said to screen readers in place of the children, e.g. for a picture. */
  readonly label?: string | undefined;
  /** A picture fills its place and has no underline. */
  readonly picture?: boolean;
}

/** A figure that opens its why at the right. It is a link, so that its panel has an address of its own. */
export function Figure({ why, children, label, picture = false }: FigureProps) {
  const text = useText();
  return (
    <Link
      to="."
      search={(address) => ({ ...address, why })}
      resetScroll={false}
      className={picture ? styles.picture : styles.figure}
      data-why={why}
      title={text('ui.why')}
    >
      {label === undefined ? (
        children
      ) : (
        <>
          <span className="sr-only">{label}</span>
          <span className={styles.shown} aria-hidden="true">
            {children}
          </span>
        </>
      )}
    </Link>
  );
}
