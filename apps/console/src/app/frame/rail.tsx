import { Link } from '@tanstack/react-router';
import type { FrameData } from '../../shared/api/frame-data.ts';
import { useText } from '../../shared/text/use-text.ts';
import { offeredTo } from '../navigation.ts';
import styles from './rail.module.css';

interface RailProps {
  readonly frame: FrameData | undefined;
  /** On a narrow screen it lies over the page, and only when asked for. */
  readonly isOpen: boolean;
  readonly onChosen: () => void;
}

export function Rail({ frame, isOpen, onChosen }: RailProps) {
  const text = useText();
  return (
    <nav id="rail" className={styles.rail} data-open={isOpen} aria-label={text('frame.navigation')}>
      {offeredTo(frame?.permissions ?? []).map(({ name, destinations }) => (
        <section key={name}>
          <h2>{text(name)}</h2>
          <ul>
            {destinations.map(({ path, name: page }) => (
              <li key={path}>
                <Link
                  to={path}
                  onClick={onChosen}
                  className={styles.link}
                  activeOptions={{ includeSearch: false }}
                >
                  {text(page)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
