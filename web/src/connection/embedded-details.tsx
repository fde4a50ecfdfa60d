import type { EmbeddedCounts } from '#core/api.ts';
import { formatCount } from '#core/format/format-count.ts';
import { useWords } from '../ui/words/use-words.ts';
import classes from './connection-details.module.css';
import { Fact } from './fact.tsx';

/** What the embedded Jaeger holds, what it let go and why, and what each of its inputs has taken. */
export function EmbeddedDetails({ counts }: { counts: EmbeddedCounts }) {
  const { connection } = useWords();
  const lost = [
    [connection.droppedTraces, counts.droppedTraces, connection.droppedTracesWhy],
    [connection.droppedSpans, counts.droppedSpans, connection.droppedSpansWhy],
    [connection.refusedSpans, counts.refusedSpans, connection.refusedSpansWhy],
  ] as const;
  return (
    <>
      <h3 className={classes.heading}>{connection.embedded}</h3>
      <table className={classes.facts}>
        <tbody>
          <Fact name={connection.held}>
            {connection.heldCounts(formatCount(counts.traces), formatCount(counts.spans))}
          </Fact>
          {lost.map(([name, count, why]) => (
            <Fact key={name} name={name} isBad={count > 0}>
              {formatCount(count)} <span className={classes.why}>{why}</span>
            </Fact>
          ))}
        </tbody>
      </table>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.column}>
              {connection.input}
            </th>
            <th scope="col" className={classes.column}>
              {connection.port}
            </th>
            <th scope="col" className={classes.column}>
              {connection.messages}
            </th>
            <th scope="col" className={classes.column}>
              {connection.spans}
            </th>
            <th scope="col" className={classes.column} title={connection.rejectedWhy}>
              {connection.rejected}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.receivers.map(({ name, port, messages, spans, rejected }) => (
            <tr key={name}>
              <th scope="row">{connection.receivers[name]}</th>
              <td>{port}</td>
              <td>{formatCount(messages)}</td>
              <td>{formatCount(spans)}</td>
              <td data-bad={rejected > 0 || undefined}>{formatCount(rejected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
