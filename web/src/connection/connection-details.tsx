import type { ConnectionAnswer } from '#core/api.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatCount } from '#core/format/format-count.ts';
import { unixMicros } from '#core/units.ts';
import { Button } from '../ui/button.tsx';
import { CloseIcon } from '../ui/icons/close-icon.tsx';
import { useLateWords } from '../ui/words/use-late-words.ts';
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
  const { connectionDetails: words } = useLateWords();
  const { dialect, version, storage, lastAnswerAt, lastError } = answer;
  return (
    <table className={classes.facts}>
      <tbody>
        <Fact name={words.address}>
          <bdi>{answer.address}</bdi>
        </Fact>
        <Fact name={words.dialect}>{dialect === undefined ? words.notKnown : words.dialects[dialect]}</Fact>
        <Fact name={words.version}>{version ?? words.notTold}</Fact>
        <Fact name={words.storage}>{storage === undefined ? words.notTold : words.storages[storage]}</Fact>
        <Fact name={words.login}>{words.logins[answer.login]}</Fact>
        <Fact name={words.tenant}>{answer.hasTenant ? words.tenantSet : words.tenantNone}</Fact>
        <Fact name={words.requests}>
          {words.requestCount(formatCount(answer.requests), formatCount(answer.retries))}
        </Fact>
        <Fact name={words.lastAnswer}>{lastAnswerAt === undefined ? words.never : clockOf(lastAnswerAt)}</Fact>
        <Fact name={words.lastError}>
          {lastError === undefined ? (
            words.noError
          ) : (
            <>
              {words.errorAt(clockOf(lastError.at))}
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
