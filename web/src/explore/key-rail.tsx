import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ExploreAnswer, KeySummary } from '#core/analysis/explore-answer.ts';
import { groupFromText, groupToText } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatShare } from '#core/format/format-share.ts';
import { AnnotationChip } from '../ui/annotation-chip.tsx';
import { FieldPicker } from '../ui/field-picker.tsx';
import { groupName } from '../ui/group-name.ts';
import { keyName } from '../ui/key-name.ts';
import { useWords } from '../ui/words/use-words.ts';
import type { Words } from '../ui/words/words.ts';
import type { ChangeExplore } from '../url-state.ts';
import classes from './key-rail.module.css';

/** From here on a search is worth its place. */
const MANY_KEYS = 8;

/** The keys that the traces carry; choosing one regroups everything. Arrow keys move within the list. */
export function KeyRail({ answer, change }: { answer: ExploreAnswer; change: ChangeExplore }) {
  const words = useWords();
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = search.trim().toLowerCase();
  const found = answer.keys.filter(({ key }) => keyName(key, words).toLowerCase().includes(wanted));
  const useful = found.filter(({ setAside }) => setAside === undefined);
  const aside = found.filter(({ setAside }) => setAside !== undefined);
  const choose = (key: GroupKey): void => change({ key, highlight: undefined, pick: undefined });

  const moveFocus = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const options = [...(list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])];
    const at = options.findIndex((option) => option.contains(document.activeElement));
    if (step === undefined || at < 0) return;
    event.preventDefault();
    options[Math.min(options.length - 1, Math.max(0, at + step))]?.focus();
  };
  const hasChosen = found.some(({ key }) => isSameKey(key, answer.key));
  const option = (summary: KeySummary, index: number) => (
    <KeyOption
      key={`${summary.key.scope} ${summary.key.key}`}
      summary={summary}
      loaded={answer.loaded}
      isChosen={isSameKey(summary.key, answer.key)}
      isTabStop={isSameKey(summary.key, answer.key) || (!hasChosen && index === 0)}
      onChoose={() => choose(summary.key)}
    />
  );
  return (
    <nav className={classes.rail} aria-label={words.explore.keys}>
      <h2 className={classes.title}>{words.explore.keys}</h2>
      <p className={classes.lead}>{words.explore.keysLead}</p>
      {answer.keys.length > MANY_KEYS && (
        <input
          type="search"
          className={classes.search}
          value={search}
          placeholder={words.explore.searchKeys}
          aria-label={words.explore.searchKeys}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div ref={list} role="listbox" aria-label={words.explore.keys} className={classes.keys} onKeyDown={moveFocus}>
        {useful.map(option)}
        {aside.length > 0 && (
          <div className={classes.group} role="presentation">
            <span>{words.explore.setAside}</span>
            <span>{formatCount(aside.length)}</span>
          </div>
        )}
        {aside.map((summary, i) => option(summary, useful.length + i))}
      </div>
      {found.length === 0 && (
        <p className={classes.empty}>{answer.keys.length === 0 ? words.explore.noKeys : words.shell.noMatch}</p>
      )}
      {answer.key !== undefined && <HighlightPicker answer={answer} words={words} change={change} />}
    </nav>
  );
}

function KeyOption(props: {
  summary: KeySummary;
  loaded: number;
  isChosen: boolean;
  isTabStop: boolean;
  onChoose: () => void;
}) {
  const { summary, loaded, isChosen, isTabStop, onChoose } = props;
  const words = useWords();
  return (
    <UnstyledButton
      role="option"
      aria-selected={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      className={classes.key}
      data-aside={summary.setAside !== undefined || undefined}
      onClick={onChoose}
    >
      <span className={classes.name} title={summary.key.key}>
        {keyName(summary.key, words)}
      </span>
      <span className={classes.detail}>{detailOf(summary, loaded, words)}</span>
    </UnstyledButton>
  );
}

function detailOf({ key, values, traces, setAside }: KeySummary, loaded: number, { explore }: Words): string {
  const scope = { event: explore.scopeEvent, tag: explore.scopeTag, resource: explore.scopeResource }[key.scope];
  const count =
    setAside === 'one-value'
      ? explore.oneValue
      : setAside === 'unique-values'
        ? explore.uniqueValues(formatCount(values))
        : explore.values(formatCount(values));
  return [scope, count, ...(traces < loaded ? [explore.onTraces(formatShare(traces / loaded))] : [])].join(' · ');
}

function HighlightPicker({ answer, words, change }: { answer: ExploreAnswer; words: Words; change: ChangeExplore }) {
  const { key, highlight, groups } = answer;
  if (key === undefined) return null;
  return (
    <div className={classes.highlight}>
      <span>{words.explore.highlight}</span>
      <FieldPicker
        look="quiet"
        label={words.explore.chooseHighlight}
        options={groups.map(({ group, n }) => ({
          id: groupToText(group),
          name: `${groupName(group, words)} (${formatCount(n)})`,
        }))}
        chosenId={highlight === undefined ? undefined : groupToText(highlight)}
        shown={words.explore.change}
        searchLabel={words.explore.chooseHighlight}
        emptyText={words.shell.noMatch}
        onChoose={(id) => change({ highlight: groupFromText(id) })}
      />
      {highlight !== undefined && (
        <AnnotationChip annotationKey={key} value={groupName(highlight, words)} isHighlight />
      )}
    </div>
  );
}

function isSameKey(a: GroupKey, b: GroupKey | undefined): boolean {
  return a.scope === b?.scope && a.key === b.key;
}

/** The rail before there is an answer. */
export function KeyRailSkeleton() {
  const { explore } = useWords();
  return (
    <nav className={classes.rail} aria-label={explore.keys} aria-busy="true">
      <h2 className={classes.title}>{explore.keys}</h2>
      <p className={classes.lead}>{explore.keysLead}</p>
      <span className={classes.bar} />
      <span className={classes.bar} />
      <span className={classes.bar} />
    </nav>
  );
}
