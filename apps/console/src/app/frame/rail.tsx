import { Link, useLocation } from '@tanstack/react-router';
import type { FrameData } from '../../shared/api/frame-data.ts';
import { useText } from '../../shared/text/use-text.ts';
import { isWithin, offeredTo } from '../navigation.ts';
import styles from './rail.module.css';

interface RailProps {
  readonly frame: FrameData | undefined;
  /** On a narrow screen it lies over the page, and only when asked for. */
  readonly isOpen: boolean;
  readonly onChosen: () => void;
}

export function Rail({ frame, isOpen, onChosen }: RailProps) {
  const text = useText();
  const here = useLocation({ select: ({ pathname }) => pathname });
  return (
    <nav id="rail" className={styles.rail} data-open={isOpen} aria-label={text('frame.navigation')}>
      {offeredTo(frame?.permissions ?? []).map(({ name, destinations }) => (
        <section key={name}>
          <h2>{text(name)}</h2>
          <ul>
            {destinations.map((destination) => (
              <li key={destination.path}>
                <Link
                  to={destination.path}
                  onClick={onChosen}
                  className={styles.link}
                  activeOptions={{ includeSearch: false }}
                  data-here={isWithin(here, destination)}
                >
                  {text(destination.name)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
