import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { FoundValue } from '#core/analysis/find-values.ts';
import { valueGroup } from '#core/analysis/group.ts';
import { type GroupKey, isSameKey } from '#core/analysis/group-key.ts';
import type { RankedKey } from '#core/analysis/rank/ranked-key.ts';
import { formatCount } from '#core/format/format-count.ts';
import type { Deeper } from '../../data/use-deeper.ts';
import { AnnotationChip } from '../../ui/annotation-chip.tsx';
import { keyName } from '../../ui/key-name.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import { Help } from '../help/help.tsx';
import { HighlightPicker } from './highlight-picker.tsx';
import { keyGroups, type RailKey } from './key-groups.ts';
import { KeyOption } from './key-option.tsx';
import classes from './key-rail.module.css';
import { KeySearch } from './key-search.tsx';
import { useFoundValues } from './use-found-values.ts';

interface KeyRailProps {
  readonly answer: ExploreAnswer;
  readonly ranked: Deeper<readonly RankedKey[]>;
  readonly state: Pick<ExploreState, 'measure'>;
  readonly change: ChangeExplore;
  readonly findValues: (text: string) => Promise<readonly FoundValue[]>;
  /** A key is pointed at, or none. */
  readonly onPreview: (key: GroupKey | undefined) => void;
}

/** The keys that the traces carry, by how much of latency goes with them; choosing one regroups everything. Arrow keys move within. */
export function KeyRail({ answer, ranked, state, change, findValues, onPreview }: KeyRailProps) {
  const words = useWords();
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = search.trim().toLowerCase();
  const isFound = (key: GroupKey): boolean => keyName(key, words).toLowerCase().includes(wanted);
  const { useful, folded, setAside } = keyGroups(answer, ranked.value, wanted !== '', isFound);
  const values = useFoundValues(wanted, findValues);
  const choose = (key: GroupKey, highlight?: FoundValue): void =>
    change({
      key,
      highlight: highlight === undefined ? undefined : valueGroup(highlight.value),
      pick: undefined,
      split: undefined,
      // No span carries what a trace is as a whole.
      ...(key.scope === 'trace' && (state.measure === 'span' || state.measure === 'self') ? { measure: 'root' } : {}),
    });

  const moveFocus = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
    const at = options.findIndex((option) => option.contains(document.activeElement));
    if (step === undefined || at < 0) return;
    event.preventDefault();
    options[Math.min(options.length - 1, Math.max(0, at + step))]?.focus();
  };
  const all = [...useful, ...setAside];
  const hasChosen = all.some(({ key }) => isSameKey(key, answer.key));
  const option = (item: RailKey, index: number) => (
    <KeyOption
      key={`${item.key.scope} ${item.key.key}`}
      item={item}
      loaded={answer.loaded}
      isChosen={answer.split === undefined && isSameKey(item.key, answer.key)}
      isTabStop={isSameKey(item.key, answer.key) || (!hasChosen && index === 0)}
      isRanking={ranked.value === undefined}
      onChoose={() => choose(item.key)}
      onPoint={(isPointedAt) => onPreview(isPointedAt ? item.key : undefined)}
    />
  );
  return (
    <nav className={classes.rail} aria-label={words.keys.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.keys.title}</h2>
        <p className={classes.lead}>{ranked.isSample ? words.keys.leadSample : words.keys.lead}</p>
        <Help topic="keys" about={words.keys.title} />
      </div>
      <KeySearch text={search} onChange={setSearch} />
      <div
        ref={list}
        role="listbox"
        aria-label={words.keys.title}
        aria-busy={ranked.isStale || undefined}
        className={classes.keys}
        data-stale={ranked.isStale || ranked.isSample || undefined}
        onKeyDown={moveFocus}
      >
        {useful.map(option)}
        {values.length > 0 && (
          <div className={classes.group} role="presentation">
            <span>{words.keys.foundValues}</span>
          </div>
        )}
        {values.map((found) => (
          <UnstyledButton
            key={`${found.key.scope} ${found.key.key}=${found.value}`}
            role="option"
            aria-selected={false}
            tabIndex={-1}
            className={classes.key}
            onClick={() => {
              choose(found.key, found);
              setSearch('');
            }}
          >
            <AnnotationChip annotationKey={found.key} value={found.value} />
          </UnstyledButton>
        ))}
        {folded > 0 && <p className={classes.folded}>{words.keys.folded(formatCount(folded))}</p>}
        {setAside.length > 0 && (
          <div className={classes.group} role="presentation">
            <span>{words.keys.setAside}</span>
            <span>{formatCount(setAside.length)}</span>
          </div>
        )}
        {setAside.map((item, i) => option(item, useful.length + i))}
      </div>
      {all.length === 0 && values.length === 0 && (
        <p className={classes.empty}>{answer.keys.length === 0 ? words.keys.none : words.shell.noMatch}</p>
      )}
      <HighlightPicker answer={answer} change={change} />
    </nav>
  );
}

/** The rail before there is an answer. */
export function KeyRailSkeleton() {
  const { keys } = useWords();
  return (
    <nav className={classes.rail} aria-label={keys.title} aria-busy="true">
      <h2 className={classes.title}>{keys.title}</h2>
      <p className={classes.lead}>{keys.lead}</p>
      <span className={classes.bar} />
      <span className={classes.bar} />
      <span className={classes.bar} />
    </nav>
  );
}
