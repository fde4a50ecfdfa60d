import { lazy, Suspense } from 'react';
import { useFirstUse } from '../../ui/use-first-use.ts';
import { HelpButton } from './help-button.tsx';
import type { HelpProps } from './help-props.ts';

const loadOpen = () => import('./help-open.tsx');
const HelpOpen = lazy(() => loadOpen().then((module) => ({ default: module.HelpOpen })));

/** What the figures of a section mean and what they do not; its words are loaded when it is first used. */
export function Help(props: HelpProps) {
  const { firstUse, button } = useFirstUse(loadOpen);
  // Reached by keyboard it only loads ahead: a press while the button is exchanged would be lost.
  const closed = <HelpButton about={props.about} aria-haspopup="dialog" {...button} onFocus={() => void loadOpen()} />;
  if (firstUse === undefined) return closed;
  return (
    <Suspense fallback={closed}>
      <HelpOpen {...props} firstUse={firstUse} />
    </Suspense>
  );
}
