import { UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FrameData } from '../../shared/api/frame-data.ts';
import { useText } from '../../shared/text/use-text.ts';
import emblem from '../../ui/alidade.svg';
import { AccountMenu } from './account-menu.tsx';
import { DayPicker } from './day-picker.tsx';
import { PopulationPicker } from './population-picker.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly frame: FrameData | undefined;
  readonly menuIsOpen: boolean;
  readonly onMenu: () => void;
}

export function TopBar({ frame, menuIsOpen, onMenu }: TopBarProps) {
  const text = useText();
  return (
    <header className={styles.bar}>
      <UnstyledButton
        className={styles.menu}
        aria-expanded={menuIsOpen}
        aria-controls="rail"
        aria-label={text('frame.menu')}
        onClick={onMenu}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 5.5h14M3 10h14M3 14.5h14" />
        </svg>
      </UnstyledButton>
      <Link to="/" className={styles.home} search={{}}>
        <img src={emblem} width={24} height={24} alt="Alidade" />
        <span className={styles.name}>{frame?.organization.name}</span>
      </Link>
      {frame && (
        <div className={styles.pickers}>
          <PopulationPicker organization={frame.organization} />
          <DayPicker />
        </div>
      )}
      <div className={styles.end}>{frame && <AccountMenu name={frame.person.name} />}</div>
    </header>
  );
}
