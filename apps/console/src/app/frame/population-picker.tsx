import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageAddress } from '../../shared/address/page-address.ts';
import type { PageAddress } from '../../shared/address/page-address.ts';
import type { FrameData } from '../../shared/api/frame-data.ts';
import { useText } from '../../shared/text/use-text.ts';
import styles from './picker.module.css';
import { inTreeOrder } from './unit-tree.ts';

type Organization = FrameData['organization'];

/** Whose figures the page shows: the organization, a unit with what stands under it, or a leadership level. */
export function PopulationPicker({ organization }: { readonly organization: Organization }) {
  const text = useText();
  const { unit, level } = usePageAddress();
  const [isOpen, setIsOpen] = useState(false);
  const chosen =
    organization.units.find(({ id }) => id === unit) ??
    organization.leadershipLevels.find(({ id }) => id === level);
  const name = chosen?.name ?? text('frame.wholeOrganization');
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={320} trapFocus shadow="md">
      <Popover.Target>
        <UnstyledButton
          className={styles.target}
          data-chosen={chosen !== undefined}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={`${text('frame.population')}: ${name}`}
        >
          <span>{name}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Choices organization={organization} onChosen={() => setIsOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface ChoicesProps {
  readonly organization: Organization;
  readonly onChosen: () => void;
}

function Choices({ organization, onChosen }: ChoicesProps) {
  const text = useText();
  const [words, setWords] = useState('');
  const isMeant = ({ name }: { readonly name: string }): boolean =>
    name.toLowerCase().includes(words.trim().toLowerCase());
  const units = inTreeOrder(organization.units).filter(isMeant);
  const levels = organization.leadershipLevels.filter(isMeant).toReversed();
  return (
    <>
      <TextInput
        aria-label={text('frame.findUnit')}
        placeholder={text('frame.findUnit')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-autofocus
      />
      <div className={styles.list} onClick={onChosen}>
        {words === '' && <Choice name={text('frame.wholeOrganization')} population={{}} />}
        {units.length > 0 && <h3>{text('frame.units')}</h3>}
        {units.map(({ id, name, depth }) => (
          <Choice key={id} name={name} population={{ unit: id }} depth={words === '' ? depth : 0} />
        ))}
        {levels.length > 0 && <h3>{text('frame.levels')}</h3>}
        {levels.map(({ id, name }) => (
          <Choice key={id} name={name} population={{ level: id }} />
        ))}
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly population: Pick<PageAddress, 'unit' | 'level'>;
  readonly depth?: number;
}

function Choice({ name, population: { unit, level }, depth = 0 }: ChoiceProps) {
  const address = usePageAddress();
  const isCurrent = address.unit === unit && address.level === level;
  return (
    <Link
      to="."
      search={(before) => ({ ...before, unit, level })}
      className={styles.choice}
      style={{ paddingLeft: 8 + depth * 16 }}
      aria-current={isCurrent}
      activeProps={{}}
    >
      {name}
    </Link>
  );
}
