import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { send } from '../../shared/api/ask.ts';
import { chooseLanguage, LANGUAGES, useLanguage } from '../../shared/text/language.ts';
import { useText } from '../../shared/text/use-text.ts';
import styles from './account-menu.module.css';

const SCHEMES = ['auto', 'light', 'dark'] as const;
/** Each in its own language. */
const NAMES = { en: 'English', de: 'Deutsch' } as const;

export function AccountMenu({ name }: { readonly name: string }) {
  const text = useText();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <UnstyledButton className={styles.initials}>
          <span className="sr-only">{text('frame.account', { name })}</span>
          <span aria-hidden="true">{initialsOf(name)}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}</Menu.Label>
        <Menu.Item onClick={() => void signOut()}>{text('frame.signOut')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{text('frame.language')}</Menu.Label>
        {LANGUAGES.map((each) => (
          <Choice key={each} isChosen={each === language} onChoose={() => chooseLanguage(each)}>
            {NAMES[each]}
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Label>{text('frame.scheme')}</Menu.Label>
        {SCHEMES.map((each) => (
          <Choice key={each} isChosen={each === colorScheme} onChoose={() => setColorScheme(each)}>
            {text(`frame.scheme.${each}`)}
          </Choice>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}

const Choice = ({ isChosen, onChoose, children }: ChoiceProps) => (
  <Menu.Item
    role="menuitemradio"
    aria-checked={isChosen}
    onClick={onChoose}
    rightSection={isChosen ? <span aria-hidden="true">✓</span> : null}
  >
    {children}
  </Menu.Item>
);

const initialsOf = (name: string): string => {
  const words = name.split(' ');
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0) ?? '')
    .join('');
};

async function signOut(): Promise<void> {
  await send('/auth/sign-out', { method: 'POST' });
  globalThis.location.assign('/sign-in');
}
