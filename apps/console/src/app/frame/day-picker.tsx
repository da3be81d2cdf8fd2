import { Button, Popover, TextInput, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { today } from '../../shared/address/days.ts';
import { usePageAddress } from '../../shared/address/page-address.ts';
import { useFigures } from '../../shared/text/use-figures.ts';
import { useText } from '../../shared/text/use-text.ts';
import styles from './picker.module.css';

/** The day that everything on the page is shown for. */
export function DayPicker() {
  const text = useText();
  const figures = useFigures();
  const navigate = useNavigate();
  const { day } = usePageAddress();
  const [isOpen, setIsOpen] = useState(false);
  const name = day === undefined ? text('frame.today') : figures.day(day);
  const choose = (chosen: string | undefined): void =>
    void navigate({ to: '.', search: (address) => ({ ...address, day: chosen }) });
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={240} trapFocus shadow="md">
      <Popover.Target>
        <UnstyledButton
          className={styles.target}
          data-chosen={day !== undefined}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={`${text('frame.day')}: ${name}`}
        >
          <span>{name}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          type="date"
          label={text('frame.day')}
          max={today()}
          value={day ?? today()}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '' && value <= today()) choose(value === today() ? undefined : value);
          }}
          data-autofocus
        />
        <div className={styles.foot}>
          <Button variant="default" size="xs" disabled={day === undefined} onClick={() => choose(undefined)}>
            {text('frame.backToToday')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
