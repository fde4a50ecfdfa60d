import type { ReactNode } from 'react';
import type { ConnectionAnswer } from '#core/api.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatCount } from '#core/format/format-count.ts';
import { unixMicros } from '#core/units.ts';
import { useWords } from '../ui/words/use-words.ts';
import classes from './connection-details.module.css';
import type { ConnectionState } from './connection-state.ts';
import { EmbeddedDetails } from './embedded-details.tsx';

interface ConnectionDetailsProps {
  state: ConnectionState;
  /** The last that there was. */
  answer: ConnectionAnswer | undefined;
}

/** All that is known of the connection to Jaeger. Secrets are none of it: the server does not tell them. */
export function ConnectionDetails({ state, answer }: ConnectionDetailsProps) {
  const { connection } = useWords();
  return (
    <div className={classes.details}>
      <h2 className={classes.title}>{connection.title}</h2>
      <p className={classes.state}>{connection.states[state]}</p>
      {answer !== undefined && (
        <>
          <Facts answer={answer} />
          {answer.embedded !== undefined && <EmbeddedDetails counts={answer.embedded} />}
        </>
      )}
    </div>
  );
}

function Facts({ answer }: { answer: ConnectionAnswer }) {
  const { connection } = useWords();
  const { dialect, version, storage, lastAnswerAt, lastError } = answer;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [connection.address, <bdi key="address">{answer.address}</bdi>],
    [connection.dialect, dialect === undefined ? connection.notKnown : connection.dialects[dialect]],
    [connection.version, version ?? connection.notTold],
    [connection.storage, storage === undefined ? connection.notTold : connection.storages[storage]],
    [connection.login, connection.logins[answer.login]],
    [connection.tenant, answer.hasTenant ? connection.tenantSet : connection.tenantNone],
    [connection.requests, connection.requestCount(formatCount(answer.requests), formatCount(answer.retries))],
    [connection.lastAnswer, lastAnswerAt === undefined ? connection.never : clockOf(lastAnswerAt)],
    [
      connection.lastError,
      lastError === undefined ? (
        connection.noError
      ) : (
        <span key="error">
          {connection.errorAt(clockOf(lastError.at))}
          <span className={classes.error} lang="en">
            {lastError.detail}
          </span>
        </span>
      ),
    ],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name} className={classes.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function clockOf(micros: number): string {
  return formatClock(unixMicros(micros), { detail: 'second' });
}
