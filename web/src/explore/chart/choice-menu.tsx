import { lazy, Suspense } from 'react';
import { useFirstUse } from '../../ui/use-first-use.ts';
import { type Choice, ChoiceButton, type ChoiceMenuProps } from './choice-button.tsx';

const loadOpen = () => import('./choice-menu-open.tsx');
const ChoiceMenuOpen = lazy(() => loadOpen().then((module) => ({ default: module.ChoiceMenuOpen })));

/** One of several, in a menu that is loaded when it is first used. */
export function ChoiceMenu<T extends string>(
  props: Omit<ChoiceMenuProps, 'choices' | 'onChoose'> & {
    readonly choices: readonly (Choice & { readonly value: T })[];
    readonly onChoose: (value: T) => void;
  },
) {
  const { label, isLabelOptional, value, choices, onChoose } = props;
  const { firstUse, button } = useFirstUse(loadOpen);
  const closed = <ChoiceButton {...{ label, isLabelOptional, value, choices }} aria-haspopup="menu" {...button} />;
  if (firstUse === undefined) return closed;
  const choose = (next: string): void => {
    const choice = choices.find((other) => other.value === next);
    if (choice !== undefined) onChoose(choice.value);
  };
  return (
    <Suspense fallback={closed}>
      <ChoiceMenuOpen {...{ label, isLabelOptional, value, choices, firstUse }} onChoose={choose} />
    </Suspense>
  );
}
