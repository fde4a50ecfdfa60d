import { Tooltip } from '@mantine/core';
import { WarningIcon } from '../ui/icons/warning-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import { type Sample, sampleCaveat } from './sample.ts';
import classes from './sample-note.module.css';

/** Beside numbers that rest on some of the asked traces: that they do, and on a closer look which. Nothing where all was read. */
export function SampleNote({ sample }: { sample: Sample }) {
  const words = useWords();
  const caveat = sampleCaveat(sample, words);
  if (caveat === undefined) return null;
  return (
    <Tooltip
      label={caveat}
      multiline
      w={320}
      events={{ hover: true, focus: true, touch: true }}
      transitionProps={{ duration: 0 }}
    >
      <button type="button" className={classes.note}>
        <WarningIcon sizePx={12} />
        {sample.isCut ? words.explore.cutSample : words.explore.partSample}
      </button>
    </Tooltip>
  );
}
