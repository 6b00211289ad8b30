import {
  Button,
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  SegmentedControl,
} from '@mantine/core';

/** Mantine's parts take their shape from here; their colours come from tokens.css, so that both speak one palette. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  respectReducedMotion: true,
  defaultRadius: 'md',
  fontFamily: 'var(--font-text)',
  fontFamilyMonospace: 'var(--font-code)',
  components: {
    Button: Button.extend({ styles: { label: { fontWeight: 540 } } }),
    SegmentedControl: SegmentedControl.extend({ styles: { label: { fontWeight: 500 } } }),
  },
  headings: { fontFamily: 'var(--font-text)' },
  colors: {
    pine: [
      '#eef7f5',
      '#dcece8',
      '#b5dad2',
      '#6fcdbb',
      '#4fb5a3',
      '#2d9a88',
      '#187a6c',
      '#0d6156',
      '#0a4f46',
      '#073c36',
    ],
  },
});

export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-quiet)',
    '--mantine-color-placeholder': 'var(--ink-faded)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-quiet)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
  };
  return { variables: {}, light: shared, dark: shared };
};

export const colorSchemeManager = localStorageColorSchemeManager({ key: 'tenure-color-scheme' });
