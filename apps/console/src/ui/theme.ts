import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** The one accent, from its palest tint to its darkest shade. */
const TEAL: MantineColorsTuple = [
  '#e6f1ef',
  '#cde4e0',
  '#a4d0c9',
  '#7cc0b6',
  '#5cc2b5',
  '#2f8f85',
  '#0f5f59',
  '#0d534e',
  '#0a4541',
  '#073733',
];

export const THEME = createTheme({
  primaryColor: 'teal',
  colors: { teal: TEAL },
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  defaultRadius: 6,
  cursorType: 'pointer',
  headings: { fontWeight: '600' },
});

/** Mantine's surfaces in our colors, which theme.css has for both schemes. */
export const VARIABLES: CSSVariablesResolver = () => {
  const ours = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-soft)',
    '--mantine-color-default': 'var(--bg)',
    '--mantine-color-default-hover': 'var(--bg-soft)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-placeholder': 'var(--text-soft)',
    '--mantine-color-error': 'var(--bad)',
  };
  return { variables: {}, light: ours, dark: ours };
};
