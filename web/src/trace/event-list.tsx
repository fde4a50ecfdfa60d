import { formatDuration } from '#core/format/format-duration.ts';
import { EVENT_NAME_KEY } from '#core/spans/span-table.ts';
import type { SpanEvent } from '#core/trace/trace.ts';
import { numbered } from '../ui/numbered.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { type AttributeLine, AttributeList } from './attribute-list.tsx';
import { type Highlight, isHighlighted } from './highlight-matches.ts';
import { ShowAll } from './show-all.tsx';
import classes from './span-details.module.css';

const FIRST_EVENTS = 10;

/** The events of a span by time, each with its own text first. */
export function EventList({ events, highlight }: { events: readonly SpanEvent[]; highlight: Highlight | undefined }) {
  const words = useLateWords().trace;
  if (events.length === 0) return <p className={classes.quiet}>{words.noEvents}</p>;
  const linesOf = ({ name, attributes }: SpanEvent): readonly AttributeLine[] => [
    { name: words.eventName, value: name, isHighlight: isHighlighted(highlight, 'event', EVENT_NAME_KEY, name) },
    ...attributes.map(({ key, value }) => ({
      name: key,
      value,
      isHighlight: isHighlighted(highlight, 'event', key, value),
    })),
  ];
  const isKept = ({ item }: { readonly item: SpanEvent }) =>
    linesOf(item).some(({ isHighlight }) => isHighlight === true);
  return (
    <ShowAll items={numbered(events)} first={FIRST_EVENTS} isKept={isKept}>
      {(shown) => (
        <ol className={classes.events}>
          {shown.map(({ id, item }) => (
            <li key={id} className={classes.event}>
              <p className={classes.at}>{words.eventAt(formatDuration(item.at, { detailed: true }))}</p>
              <AttributeList lines={linesOf(item)} />
            </li>
          ))}
        </ol>
      )}
    </ShowAll>
  );
}
