import { type PointerEvent, useRef, useState } from 'react';
import type { BoxPx } from '../../ui/chart/box-px.ts';
import { type BoxEdge, boxBetween, isBoxEdge, movedBox, resizedBox } from './box-geometry.ts';
import type { TimePlot } from './time-plot.ts';

/** What the pointer went down on. */
export type DragStart =
  | { readonly kind: 'plot' }
  | { readonly kind: 'box'; readonly box: BoxPx }
  | { readonly kind: 'edge'; readonly box: BoxPx; readonly edge: BoxEdge };

/** @param box the picked one, whose parts are told by `data-box` and `data-edge` */
export function dragStart(target: EventTarget, box: BoxPx | undefined): DragStart {
  if (box === undefined || !(target instanceof HTMLElement)) return { kind: 'plot' };
  const { edge } = target.dataset;
  if (isBoxEdge(edge)) return { kind: 'edge', box, edge };
  return target.dataset.box === undefined ? { kind: 'plot' } : { kind: 'box', box };
}

interface Drag {
  readonly start: DragStart;
  readonly startXPx: number;
  readonly startYPx: number;
  /** Set once the pointer has moved far enough to mean it. */
  readonly box: BoxPx | undefined;
}

/** A press that moves less is a click. */
const CLICK_PX = 4;

interface BoxDragOptions {
  readonly plot: TimePlot;
  /** Told at most once a frame, and once more at the end. */
  readonly onBox: (box: BoxPx, isFirst: boolean) => void;
  readonly onClick: (start: DragStart, xPx: number, yPx: number) => void;
}

/** Drags a new box, a box or one of its edges with pointer or finger. Coordinates are px in the element that has the handlers. */
export function useBoxDrag({ plot, onBox, onClick }: BoxDragOptions) {
  const [drag, setDrag] = useState<Drag>();
  const frame = useRef<number>(undefined);

  const placeOf = (event: PointerEvent<HTMLElement>): readonly [number, number] => {
    const rect = event.currentTarget.getBoundingClientRect();
    return [event.clientX - rect.left, event.clientY - rect.top];
  };
  const boxOf = ({ start, startXPx, startYPx }: Drag, xPx: number, yPx: number): BoxPx => {
    switch (start.kind) {
      case 'plot':
        return boxBetween(startXPx, startYPx, xPx, yPx, plot);
      case 'box':
        return movedBox(start.box, xPx - startXPx, yPx - startYPx, plot);
      case 'edge': {
        const isAcross = start.edge === 'left' || start.edge === 'right';
        return resizedBox(start.box, start.edge, isAcross ? xPx - startXPx : yPx - startYPx, plot);
      }
    }
  };
  const cancelFrame = (): void => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    frame.current = undefined;
  };

  return {
    box: drag?.box,
    isDragging: drag?.box !== undefined,
    start: (event: PointerEvent<HTMLElement>, start: DragStart): void => {
      if (event.button !== 0) return;
      const [startXPx, startYPx] = placeOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ start, startXPx, startYPx, box: undefined });
    },
    move: (event: PointerEvent<HTMLElement>): void => {
      if (drag === undefined) return;
      const [xPx, yPx] = placeOf(event);
      if (drag.box === undefined && Math.hypot(xPx - drag.startXPx, yPx - drag.startYPx) < CLICK_PX) return;
      const box = boxOf(drag, xPx, yPx);
      if (drag.box === undefined) onBox(box, drag.start.kind === 'plot');
      else {
        cancelFrame();
        frame.current = requestAnimationFrame(() => onBox(box, false));
      }
      setDrag({ ...drag, box });
    },
    end: (event: PointerEvent<HTMLElement>): void => {
      if (drag === undefined) return;
      cancelFrame();
      const [xPx, yPx] = placeOf(event);
      if (drag.box === undefined) onClick(drag.start, xPx, yPx);
      else onBox(boxOf(drag, xPx, yPx), false);
      setDrag(undefined);
    },
    /** The browser took the gesture, as for scrolling. */
    cancel: (): void => {
      cancelFrame();
      setDrag(undefined);
    },
  };
}
