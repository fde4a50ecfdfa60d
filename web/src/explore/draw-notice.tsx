import type { Draw } from '../data/use-draw.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words/use-words.ts';
import classes from './draw-notice.module.css';

/** What became of the fortune that was drawn. Nothing while none was. */
export function DrawNotice({
  draw,
  onShow,
  onClose,
}: {
  draw: Draw;
  onShow: (traceId: string) => void;
  onClose: () => void;
}) {
  const { explore, shell } = useWords();
  if (draw.status === 'none') return null;
  return (
    <div className={classes.notice} role="status">
      <span>{textOf()}</span>
      {draw.status === 'arrived' && (
        <Button size="small" look="primary" onClick={() => onShow(draw.traceId)}>
          {explore.showIt}
        </Button>
      )}
      {draw.status !== 'drawing' && draw.status !== 'expected' && (
        <Button size="small" look="quiet" onClick={onClose}>
          {explore.close}
        </Button>
      )}
    </div>
  );

  function textOf(): string {
    if (draw.status === 'drawing') return shell.drawing;
    if (draw.status === 'failed') return `${explore.drawFailed} ${draw.error.message}`;
    if (draw.status === 'none') return '';
    const text = `「${draw.text}」`;
    switch (draw.status) {
      case 'expected':
        return explore.drawExpected(text);
      case 'arrived':
        return explore.drawArrived(text);
      case 'late':
        return explore.drawLate(text);
    }
  }
}
