import type { ComponentPropsWithRef } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { Button } from '../../ui/button.tsx';
import { ChevronIcon } from '../../ui/icons/chevron-icon.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';

export interface CompareMenuProps {
  readonly answer: ExploreAnswer;
  readonly state: Pick<ExploreState, 'filters'>;
  readonly change: ChangeExplore;
}

/** What stands there closed. */
export function CompareButton(props: ComponentPropsWithRef<'button'>) {
  const { compare } = useWords();
  return (
    <Button look="quiet" size="small" {...props}>
      {compare.menu}
      <ChevronIcon to="down" sizePx={13} />
    </Button>
  );
}
