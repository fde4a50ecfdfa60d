import { UnstyledButton } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import type { GroupRow } from '#core/analysis/explore-answer.ts';
import type { Group } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { groupName } from '../../ui/group-name.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { ChevronIcon } from '../../ui/icons/chevron-icon.tsx';
import { langOf } from '../../ui/lang-of.ts';
import { Mark } from '../../ui/mark.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import classes from './value-menu.module.css';

export interface ValueMenuProps {
  readonly row: GroupRow;
  readonly keyOfRows: GroupKey;
  readonly style: GroupStyle;
  /** What the group is, where its name does not say it. */
  readonly explanation: string | undefined;
  /** The value that is highlighted now. */
  readonly highlight: Group | undefined;
  readonly state: ExploreState;
  readonly change: ChangeExplore;
}

interface ValueButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'style'>,
    Pick<ValueMenuProps, 'row' | 'style' | 'explanation'> {}

/** What stands there closed. */
export function ValueButton({ row, style, explanation, ...rest }: ValueButtonProps) {
  const words = useWords();
  const name = groupName(row.group, words);
  return (
    <UnstyledButton
      aria-label={words.values.choose(name)}
      title={explanation ?? name}
      {...rest}
      className={classes.value}
    >
      <span className={classes.mark}>
        <Mark shape={style.mark} color={row.isIncluded ? style.color : 'var(--k-other)'} />
      </span>
      <bdi className={classes.name} data-special={row.group.kind !== 'value' || undefined} lang={langOf(name)}>
        {name}
      </bdi>
      <span className={classes.caret}>
        <ChevronIcon to="down" sizePx={12} />
      </span>
    </UnstyledButton>
  );
}
