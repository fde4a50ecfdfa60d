import { lazy, Suspense } from 'react';
import { useFirstUse } from '../../ui/use-first-use.ts';
import { ValueButton, type ValueMenuProps } from './value-button.tsx';

const loadOpen = () => import('./value-menu-open.tsx');
const ValueMenuOpen = lazy(() => loadOpen().then((module) => ({ default: module.ValueMenuOpen })));

/** A value with its mark; it opens what can be done with it, in a menu that is loaded when it is first used. */
export function ValueMenu(props: ValueMenuProps) {
  const { row, style, explanation } = props;
  const { firstUse, button } = useFirstUse(loadOpen);
  const closed = <ValueButton {...{ row, style, explanation }} aria-haspopup="menu" {...button} />;
  if (firstUse === undefined) return closed;
  return (
    <Suspense fallback={closed}>
      <ValueMenuOpen {...props} firstUse={firstUse} />
    </Suspense>
  );
}
