import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import classes from './color-scheme-switch.module.css';

const NEXT: Record<MantineColorScheme, MantineColorScheme> = { auto: 'light', light: 'dark', dark: 'auto' };
const WORD: Record<MantineColorScheme, string> = { auto: 'Auto', light: 'Light', dark: 'Dark' };

/** Steps through auto, light and dark. The word is always there, so that nobody has to read an icon. */
export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = NEXT[colorScheme];
  return (
    <button type="button" className={classes.switch} onClick={() => setColorScheme(next)}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {colorScheme === 'dark' && <circle cx="8" cy="8" r="4" fill="currentColor" />}
        {colorScheme === 'auto' && <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />}
      </svg>
      <span>
        <span className="hidden-text">Colours: </span>
        {WORD[colorScheme]}
        <span className="hidden-text">. Switch to {WORD[next]}</span>
      </span>
    </button>
  );
}
