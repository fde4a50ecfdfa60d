import { type ReactNode, useId } from 'react';
import { formatDuration } from '#core/format/format-duration.ts';
import type { Attribute, Scope, Trace } from '#core/trace/trace.ts';
import type { Micros } from '#core/units.ts';
import { numbered } from '../ui/numbered.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { type AttributeLine, AttributeList } from './attribute-list.tsx';
import { EventList } from './event-list.tsx';
import { type Highlight, isHighlighted } from './highlight-matches.ts';
import classes from './span-details.module.css';

interface SpanDetailsProps {
  readonly trace: Trace;
  /** Index into `trace.spans`. */
  readonly span: number;
  readonly highlight: Highlight | undefined;
  readonly selfTime: Micros;
  readonly criticalTime: Micros;
}

/** Everything that is known of one span: its events first, then its times, its tags and the process that made it. */
export function SpanDetails({ trace, span: index, highlight, selfTime, criticalTime }: SpanDetailsProps) {
  const words = useLateWords().trace;
  const headingId = useId();
  const span = trace.spans[index]!;
  const resource = trace.resources[span.resource]!;
  const detailed = (micros: Micros) => formatDuration(micros, { detailed: true });
  const linesOf = (scope: Scope, attributes: readonly Attribute[]): readonly AttributeLine[] =>
    attributes.map(({ key, value }) => ({
      name: key,
      value,
      isHighlight: isHighlighted(highlight, scope, key, value),
    }));
  return (
    <section aria-labelledby={headingId} className={classes.details}>
      <h2 id={headingId} className={classes.heading}>
        <span className={classes.service}>{resource.service}</span> {span.operation}
      </h2>
      <div className={classes.columns}>
        <Part title={words.events(span.events.length)}>
          <EventList key={span.id} events={span.events} highlight={highlight} />
        </Part>
        <Part title={words.times}>
          <AttributeList
            lines={[
              { name: words.start, value: detailed(span.start) },
              { name: words.duration, value: detailed(span.duration) },
              { name: words.selfTime, value: detailed(selfTime) },
              { name: words.criticalPath, value: detailed(criticalTime) },
              { name: words.kind, value: words.kinds[span.kind] },
              { name: words.status, value: span.isError ? words.statusError : words.statusOk },
              { name: words.spanId, value: span.id },
            ]}
          />
        </Part>
        <Part title={words.tags}>
          {span.attributes.length === 0 ? (
            <p className={classes.quiet}>{words.noTags}</p>
          ) : (
            <AttributeList key={span.id} lines={linesOf('tag', span.attributes)} />
          )}
        </Part>
        <Part title={words.resource}>
          <AttributeList
            key={span.id}
            lines={[{ name: words.service, value: resource.service }, ...linesOf('resource', resource.attributes)]}
          />
        </Part>
        {span.links.length > 0 && (
          <Part title={words.links}>
            <AttributeList
              key={span.id}
              lines={span.links.flatMap(({ traceId, spanId }) => [
                { name: words.linkTrace, value: traceId },
                { name: words.linkSpan, value: spanId },
              ])}
            />
          </Part>
        )}
        {span.warnings.length > 0 && (
          <Part title={words.warnings}>
            <ul className={classes.warnings}>
              {numbered(span.warnings).map(({ id, item }) => (
                <li key={id}>{item}</li>
              ))}
            </ul>
          </Part>
        )}
      </div>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </div>
  );
}
