import { type FocusEvent, useState } from 'react';

/** How a control was first used: reached by keyboard, or opened. */
export type FirstUse = 'focus' | 'open';

export interface FirstUseState {
  readonly firstUse: FirstUse | undefined;
  /** For the button that stands there until then. */
  readonly button: {
    readonly 'aria-expanded': false;
    readonly onPointerEnter: () => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
    readonly onClick: () => void;
  };
}

/**
 * For a control whose floating part is loaded when it is first used: until then it is a plain button. Pointing at it loads ahead, keyboard
 * focus puts the whole control in its place (which takes the focus over), pressing it opens that. By pointer nothing is exchanged before
 * the press has ended: it would be lost.
 */
export function useFirstUse(load: () => Promise<unknown>): FirstUseState {
  const [firstUse, setFirstUse] = useState<FirstUse>();
  return {
    firstUse,
    button: {
      'aria-expanded': false,
      onPointerEnter: () => void load(),
      onFocus: ({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) setFirstUse('focus');
      },
      onClick: () => setFirstUse('open'),
    },
  };
}
