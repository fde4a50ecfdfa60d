import { type AnnotationKey, EVENT_NAME_KEY } from '#core/spans/span-table.ts';
import classes from './annotation-chip.module.css';
import { langOf } from './lang-of.ts';
import { Mark } from './mark.tsx';

/** An annotation as `key=value`; an event's own text stands alone. The highlight has a mark, weight and border besides its colour. */
export function AnnotationChip(props: { annotationKey: AnnotationKey; value: string; isHighlight?: boolean }) {
  const { annotationKey, value, isHighlight = false } = props;
  const isEventName = annotationKey.scope === 'event' && annotationKey.key === EVENT_NAME_KEY;
  return (
    <span
      className={classes.chip}
      data-highlight={isHighlight || undefined}
      title={`${annotationKey.key}=${clip(value)}`}
    >
      {isHighlight && <Mark shape="diamond" color="var(--k-hi)" sizePx={9} />}
      <span className={classes.text}>
        {!isEventName && <span className={classes.key}>{clip(annotationKey.key)}=</span>}
        <bdi className={classes.value} lang={langOf(value)}>
          {clip(value)}
        </bdi>
      </span>
    </span>
  );
}

/** More than a chip could ever show; a value may be a megabyte long. */
const MAX_CHARACTERS = 120;

function clip(text: string): string {
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
}
