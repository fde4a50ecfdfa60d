import type { ComponentPropsWithRef } from 'react';
import { useWords } from '../../../ui/words/use-words.ts';
import classes from '../chart-panel.module.css';
import type { PictureTexts } from './chart-svg.ts';

export interface PictureMenuProps {
  /** The chart as it is drawn now; `undefined` where there is none. */
  readonly chart: () => SVGSVGElement | undefined;
  readonly texts: PictureTexts;
  /** Of the file, without its ending. */
  readonly fileStem: string;
}

/** What stands there closed. */
export function PictureButton(props: ComponentPropsWithRef<'button'>) {
  const { picture } = useWords();
  return (
    <button type="button" {...props} className={classes.toggle}>
      {picture.label}
    </button>
  );
}
