import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Indigo, only for what one does: selection, focus, primary button. Ten shades around `--k-act`. */
const indigo: MantineColorsTuple = [
  '#eceefa',
  '#d5d9f0',
  '#a9b2df',
  '#7d8ace',
  '#5a6abf',
  '#4a5ab4',
  '#3b4ba3',
  '#334290',
  '#2b387c',
  '#222d66',
];

/** Mantine in the clothes of tokens.css: sizes, radii, no shadow, no red anywhere. */
export const theme = createTheme({
  fontFamily: 'var(--k-font)',
  primaryColor: 'indigo',
  primaryShade: { light: 6, dark: 2 },
  colors: { indigo },
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '18px', xl: '26px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '26px', xl: '34px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '4px', md: '6px', lg: '8px', xl: '8px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's own variables, pointed at ours, so that one set of tokens decides. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--k-paper)',
    '--mantine-color-text': 'var(--k-ink)',
    '--mantine-color-dimmed': 'var(--k-ink3)',
    '--mantine-color-placeholder': 'var(--k-ink3)',
    '--mantine-color-default': 'var(--k-surface)',
    '--mantine-color-default-border': 'var(--k-line2)',
    '--mantine-color-default-hover': 'var(--k-sunken)',
    '--mantine-color-default-color': 'var(--k-ink)',
    '--mantine-color-anchor': 'var(--k-act)',
    '--mantine-color-error': 'var(--k-ink)',
    '--mantine-primary-color-filled': 'var(--k-act)',
    '--mantine-primary-color-filled-hover': 'var(--k-act)',
    '--mantine-primary-color-contrast': 'var(--k-on-act)',
    '--mantine-primary-color-light': 'var(--k-act-tint)',
    '--mantine-primary-color-light-color': 'var(--k-act)',
  },
  light: {},
  dark: {},
});
