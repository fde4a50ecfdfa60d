import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWords } from '../ui/words/use-words.ts';
import { useProblem } from './use-problem.ts';

/** A failure before there was anything to show. */
export function ProblemState({ error, onTryNow }: { error: Error; onTryNow: () => void }) {
  const { problem, explore } = useWords();
  const { title, advice, detail } = useProblem(error);
  return (
    <div role="alert">
      <EmptyState
        title={title}
        detail={advice}
        note={
          <>
            <span lang="en">{detail}</span> {problem.triesAgain}
          </>
        }
      >
        <Button look="primary" onClick={onTryNow}>
          {explore.tryNow}
        </Button>
      </EmptyState>
    </div>
  );
}
