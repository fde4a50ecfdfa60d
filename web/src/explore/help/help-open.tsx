import { Popover } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FirstUse } from '../../ui/use-first-use.ts';
import { useTakeOver } from '../../ui/use-take-over.ts';
import { useLateWords } from '../../ui/words/use-late-words.ts';
import classes from './help.module.css';
import { HelpButton } from './help-button.tsx';
import type { HelpProps } from './help-props.ts';

/** The button with its pop-up: a sentence for each figure. */
export function HelpOpen({ topic, about, firstUse }: HelpProps & { readonly firstUse: FirstUse }) {
  const entries: readonly { readonly term: string; readonly text: string }[] = Object.values(
    useLateWords().help[topic],
  );
  const [isOpen, setIsOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useTakeOver(firstUse, target, () => setIsOpen(true));
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position="bottom"
      width={380}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <HelpButton
          ref={target}
          about={about}
          onClick={() => setIsOpen(!isOpen)}
          // The pop-up takes the focus a moment after it opens, and closes by Escape only then.
          onKeyDown={({ key }) => key === 'Escape' && setIsOpen(false)}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.popup}>
        {/* What scrolls must be reachable by keyboard. */}
        <dl className={classes.entries} tabIndex={0} data-autofocus>
          {entries.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
