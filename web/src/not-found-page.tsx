import { Link } from 'wouter';
import { EmptyState } from './ui/empty-state.tsx';
import { useWords } from './ui/words/use-words.ts';

export function NotFoundPage() {
  const { shell } = useWords();
  return (
    <main>
      <EmptyState title={shell.notFound} detail={location.pathname}>
        <Link href="/">{shell.toStart}</Link>
      </EmptyState>
    </main>
  );
}
