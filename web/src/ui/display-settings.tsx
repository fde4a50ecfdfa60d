import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { Button } from './button.tsx';
import { SunIcon } from './icons/sun-icon.tsx';
import { useLocale } from './words/use-words.ts';

/** The other language, and light or dark. */
export function DisplaySettings() {
  const { words, locale, setLocale } = useLocale();
  const { shell } = words;
  const scheme = useComputedColorScheme('light');
  const { setColorScheme } = useMantineColorScheme();
  const other = locale === 'en' ? 'ja' : 'en';
  const schemeLabel = scheme === 'light' ? shell.toDark : shell.toLight;
  return (
    <>
      <Button look="quiet" lang={other} title={shell.otherLanguageHint} onClick={() => setLocale(other)}>
        {shell.otherLanguage}
      </Button>
      <Button
        look="quiet"
        aria-label={schemeLabel}
        title={schemeLabel}
        onClick={() => setColorScheme(scheme === 'light' ? 'dark' : 'light')}
      >
        <SunIcon />
      </Button>
    </>
  );
}
