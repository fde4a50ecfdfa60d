import { lazy, Suspense } from 'react';
import { useFirstUse } from '../../ui/use-first-use.ts';
import { CompareButton, type CompareMenuProps } from './compare-button.tsx';

const loadOpen = () => import('./compare-menu-open.tsx');
const CompareMenuOpen = lazy(() => loadOpen().then((module) => ({ default: module.CompareMenuOpen })));

/** What is held against what: a value and the rest, or two sides of another kind. The menu is loaded when it is first used. */
export function CompareMenu(props: CompareMenuProps) {
  const { firstUse, button } = useFirstUse(loadOpen);
  const closed = <CompareButton aria-haspopup="menu" {...button} />;
  if (firstUse === undefined) return closed;
  return (
    <Suspense fallback={closed}>
      <CompareMenuOpen {...props} firstUse={firstUse} />
    </Suspense>
  );
}
