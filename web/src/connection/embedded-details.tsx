import type { EmbeddedCounts } from '#core/api.ts';
import { formatCount } from '#core/format/format-count.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import classes from './connection-details.module.css';
import { Fact } from './fact.tsx';

/** What the embedded Jaeger holds, what it let go and why, and what each of its inputs has taken. */
export function EmbeddedDetails({ counts }: { counts: EmbeddedCounts }) {
  const { connectionDetails: words } = useLateWords();
  const lost = [
    [words.droppedTraces, counts.droppedTraces, words.droppedTracesWhy],
    [words.droppedSpans, counts.droppedSpans, words.droppedSpansWhy],
    [words.refusedSpans, counts.refusedSpans, words.refusedSpansWhy],
  ] as const;
  return (
    <>
      <h3 className={classes.heading}>{words.embedded}</h3>
      <table className={classes.facts}>
        <tbody>
          <Fact name={words.held}>{words.heldCounts(formatCount(counts.traces), formatCount(counts.spans))}</Fact>
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
              {words.input}
            </th>
            <th scope="col" className={classes.column}>
              {words.port}
            </th>
            <th scope="col" className={classes.column}>
              {words.messages}
            </th>
            <th scope="col" className={classes.column}>
              {words.spans}
            </th>
            <th scope="col" className={classes.column} title={words.rejectedWhy}>
              {words.rejected}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.receivers.map(({ name, port, messages, spans, rejected }) => (
            <tr key={name}>
              <th scope="row">{words.receivers[name]}</th>
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
