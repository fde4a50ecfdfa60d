import { type PointerEvent, useRef, useState } from 'react';

/** A press that moves less is a click. */
const CLICK_PX = 4;

interface RangeDragOptions {
  /** Told at most once a frame, and once more at the end. `isFirst`: a new range begins. */
  readonly onRange: (fromPx: number, toPx: number, isFirst: boolean) => void;
  readonly onClick: () => void;
}

/** Drags a range along one axis with pointer or finger; by keyboard a mark is set, and the other end follows. Px from the left. */
export function useRangeDrag({ onRange, onClick }: RangeDragOptions) {
  const [startPx, setStartPx] = useState<number>();
  const hasMoved = useRef(false);
  const frame = useRef<number>(undefined);
  const tell = (px: number): void => {
    if (startPx === undefined) return;
    const isFirst = !hasMoved.current;
    hasMoved.current = true;
    onRange(Math.min(startPx, px), Math.max(startPx, px), isFirst);
  };
  const end = (): void => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    frame.current = undefined;
    setStartPx(undefined);
  };
  const begin = (px: number): void => {
    hasMoved.current = false;
    setStartPx(px);
  };
  return {
    isMarking: startPx !== undefined,
    down: (event: PointerEvent<HTMLElement>, px: number): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      begin(px);
    },
    move: (px: number): void => {
      if (startPx === undefined || (!hasMoved.current && Math.abs(px - startPx) < CLICK_PX)) return;
      if (frame.current !== undefined) cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => tell(px));
    },
    up: (px: number): void => {
      if (startPx === undefined) return;
      if (hasMoved.current || Math.abs(px - startPx) >= CLICK_PX) tell(px);
      else onClick();
      end();
    },
    /** By keyboard: sets the mark where there is none, else leaves the range as it is. */
    mark: (px: number): void => (startPx === undefined ? begin(px) : end()),
    /** By keyboard: the other end of a range that is being marked. */
    step: tell,
    cancel: end,
  };
}
