import type { GroupKey } from '#core/analysis/group-key.ts';
import { shownText } from '#core/format/shown-text.ts';
import { EVENT_NAME_KEY } from '#core/spans/span-table.ts';
import classes from './annotation-chip.module.css';
import { keyName } from './key-name.ts';
import { langOf } from './lang-of.ts';
import { Mark } from './mark.tsx';
import { useWords } from './words/use-words.ts';

/** An annotation as `key=value`; an event's own text stands alone. The highlight has a mark, weight and border besides its colour. */
export function AnnotationChip(props: { annotationKey: GroupKey; value: string; isHighlight?: boolean }) {
  const { annotationKey, value, isHighlight = false } = props;
  const name = keyName(annotationKey, useWords());
  const shown = shownText(value);
  const isEventName = annotationKey.scope === 'event' && annotationKey.key === EVENT_NAME_KEY;
  return (
    <span className={classes.chip} data-highlight={isHighlight || undefined} title={`${name}=${shown}`}>
      {isHighlight && <Mark shape="diamond" color="var(--k-hi)" sizePx={9} />}
      <span className={classes.text}>
        {!isEventName && <span className={classes.key}>{name}=</span>}
        <bdi className={classes.value} lang={langOf(shown)}>
          {shown}
        </bdi>
      </span>
    </span>
  );
}
