import { useState } from 'react';
import { langOf } from '../ui/lang-of.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { clipText } from './clip-text.ts';
import { safeLink } from './safe-link.ts';
import classes from './span-details.module.css';

const MAX_CHARACTERS = 300;
const MAX_LINES = 6;

/** A value as text, whatever it holds; a long one is clipped until asked for. */
export function AttributeValue({ value }: { value: string }) {
  const words = useLateWords().trace;
  const [isWhole, setIsWhole] = useState(false);
  const clipped = clipText(value, MAX_CHARACTERS, MAX_LINES);
  const isLong = clipped.length < value.length;
  const link = safeLink(value);
  if (value === '') return <span className={classes.quiet}>{words.emptyValue}</span>;
  return (
    <>
      <bdi className={classes.value} lang={langOf(clipped)}>
        {link === undefined ? (
          isWhole || !isLong ? (
            value
          ) : (
            `${clipped}…`
          )
        ) : (
          <a href={link} target="_blank" rel="noreferrer noopener">
            {value}
          </a>
        )}
      </bdi>
      {isLong && link === undefined && (
        <button type="button" className={classes.more} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? words.showFewer : words.showWhole(value.length)}
        </button>
      )}
    </>
  );
}
