import type { ConnectionAnswer } from '#core/api.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatCount } from '#core/format/format-count.ts';
import { unixMicros } from '#core/units.ts';
import { Button } from '../ui/button.tsx';
import { CloseIcon } from '../ui/icons/close-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import classes from './connection-details.module.css';
import type { ConnectionState } from './connection-state.ts';
import { EmbeddedDetails } from './embedded-details.tsx';
import { Fact } from './fact.tsx';

interface ConnectionDetailsProps {
  state: ConnectionState;
  /** The last that there was. */
  answer: ConnectionAnswer | undefined;
  onClose: () => void;
}

/** All that is known of the connection to Jaeger. Secrets are none of it: the server does not tell them. */
export function ConnectionDetails({ state, answer, onClose }: ConnectionDetailsProps) {
  const { connection, explore } = useWords();
  return (
    <div className={classes.details}>
      <div className={classes.head}>
        <h2 className={classes.title}>{connection.title}</h2>
        <Button look="quiet" size="small" aria-label={explore.close} title={explore.close} onClick={onClose}>
          <CloseIcon />
        </Button>
      </div>
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
  return (
    <table className={classes.facts}>
      <tbody>
        <Fact name={connection.address}>
          <bdi>{answer.address}</bdi>
        </Fact>
        <Fact name={connection.dialect}>
          {dialect === undefined ? connection.notKnown : connection.dialects[dialect]}
        </Fact>
        <Fact name={connection.version}>{version ?? connection.notTold}</Fact>
        <Fact name={connection.storage}>
          {storage === undefined ? connection.notTold : connection.storages[storage]}
        </Fact>
        <Fact name={connection.login}>{connection.logins[answer.login]}</Fact>
        <Fact name={connection.tenant}>{answer.hasTenant ? connection.tenantSet : connection.tenantNone}</Fact>
        <Fact name={connection.requests}>
          {connection.requestCount(formatCount(answer.requests), formatCount(answer.retries))}
        </Fact>
        <Fact name={connection.lastAnswer}>
          {lastAnswerAt === undefined ? connection.never : clockOf(lastAnswerAt)}
        </Fact>
        <Fact name={connection.lastError}>
          {lastError === undefined ? (
            connection.noError
          ) : (
            <>
              {connection.errorAt(clockOf(lastError.at))}
              <span className={classes.error} lang="en">
                {lastError.detail}
              </span>
            </>
          )}
        </Fact>
      </tbody>
    </table>
  );
}

function clockOf(micros: number): string {
  return formatClock(unixMicros(micros), { detail: 'second' });
}
