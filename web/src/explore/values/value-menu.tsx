import { Menu, UnstyledButton } from '@mantine/core';
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
import { excludeGroup } from './exclude-group.ts';
import { includeGroup } from './include-group.ts';
import { onlyGroup, onlyGroups } from './only-group.ts';
import classes from './value-menu.module.css';

interface ValueMenuProps {
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

/** A value with its mark; it opens what can be done with it. */
export function ValueMenu({ row, keyOfRows, style, explanation, highlight, state, change }: ValueMenuProps) {
  const words = useWords();
  const name = groupName(row.group, words);
  const { filters } = state;
  return (
    <Menu
      position="bottom-start"
      offset={2}
      transitionProps={{ transition: 'fade', duration: 120 }}
      withInitialFocusPlaceholder={false}
      withinPortal
    >
      <Menu.Target>
        <UnstyledButton className={classes.value} aria-label={words.values.choose(name)} title={explanation ?? name}>
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
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {!row.isHighlight && row.isIncluded && (
          <Menu.Item onClick={() => change({ highlight: row.group })}>{words.values.highlight}</Menu.Item>
        )}
        {!row.isHighlight && highlight !== undefined && (
          <Menu.Item
            onClick={() => change({ highlight, filters: onlyGroups(filters, keyOfRows, [highlight, row.group]) })}
          >
            {words.compare.withThis(groupName(highlight, words))}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => change({ filters: onlyGroup(filters, keyOfRows, row.group) })}>
          {words.values.only}
        </Menu.Item>
        {row.isIncluded ? (
          <Menu.Item onClick={() => change({ filters: excludeGroup(filters, keyOfRows, row.group) })}>
            {words.values.leaveOut}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => change({ filters: includeGroup(filters, keyOfRows, row.group) })}>
            {words.values.putBack}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
