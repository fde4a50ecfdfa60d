import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { AnnotationChip } from '../ui/annotation-chip.tsx';
import { Badge } from '../ui/badge.tsx';
import { CopyTextButton } from '../ui/copy-text-button.tsx';
import { FillSentence } from '../ui/fill-sentence.tsx';
import { groupName } from '../ui/group-name.ts';
import { WarningIcon } from '../ui/icons/warning-icon.tsx';
import { langOf } from '../ui/lang-of.ts';
import { Superscripts } from '../ui/superscripts.tsx';
import { useWords } from '../ui/words/use-words.ts';
import { findingMarkdown, type MarkdownContext } from './finding-markdown.ts';
import classes from './finding-panel.module.css';
import { findingWords, type Sentence } from './finding-words.ts';
import { Help } from './help/help.tsx';
import { type Sample, sampleCaveat } from './sample.ts';

interface FindingPanelProps {
  answer: ExploreAnswer;
  sample: Sample;
  markdown: Omit<MarkdownContext, 'caveat'>;
  /** What else could be held against each other. */
  compareMenu?: ReactNode;
  /** Where the difference lies, in short. */
  summary?: ReactNode;
}

/** What the page says, in one sentence, with its numbers. */
export function FindingPanel({ answer, sample, markdown, compareMenu, summary }: FindingPanelProps) {
  const words = useWords();
  const { badge, sentence, facts, against, hint, isFound } = findingWords(answer, words, markdown.where);
  const { key, split, highlight } = answer;
  const caveat = sampleCaveat(sample, words);
  return (
    <section
      id="finding"
      className={classes.panel}
      data-found={isFound || undefined}
      aria-label={words.explore.findingLabel}
      tabIndex={-1}
    >
      <div className={classes.main}>
        <div className={classes.kicker}>
          <Badge look={badge.look} text={badge.text} />
          {key !== undefined && split === undefined && highlight !== undefined && (
            <AnnotationChip annotationKey={key} value={groupName(highlight, words)} isHighlight />
          )}
          <span>{against}</span>
          {facts.length > 0 && <Help topic="finding" about={words.explore.findingLabel} />}
          <span className={classes.actions}>
            {compareMenu}
            <CopyTextButton
              className={classes.copy}
              look="quiet"
              size="small"
              label={words.explore.copyMarkdown}
              text={findingMarkdown(answer, { ...markdown, caveat }, words)}
            />
          </span>
        </div>
        <h1 className={classes.sentence}>
          <FillSentence text={sentence.text} parts={drawn(sentence, (part) => <Strong text={part} />)} />
        </h1>
        <ul className={classes.facts}>
          {facts.map((fact) => (
            <li key={fact.text}>
              <Fact fact={fact} />
            </li>
          ))}
        </ul>
        {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        {caveat !== undefined && (
          <p className={classes.caveat}>
            <WarningIcon />
            {caveat}
          </p>
        )}
      </div>
      {summary !== undefined && <div className={classes.summary}>{summary}</div>}
    </section>
  );
}

function Strong({ text }: { text: string }) {
  return (
    <bdi className={classes.strong} lang={langOf(text)}>
      {text}
    </bdi>
  );
}

function Fact({ fact }: { fact: Sentence }) {
  const content = fact.text.startsWith('p ') ? (
    <Superscripts text={fact.text} />
  ) : (
    <FillSentence
      text={fact.text}
      parts={drawn(fact, (part, name) =>
        name === 'interval' ? <span className={classes.interval}>{part}</span> : <b>{part}</b>,
      )}
    />
  );
  if (fact.help === undefined) return <span className={classes.fact}>{content}</span>;
  return (
    <Tooltip
      label={fact.help}
      multiline
      w={320}
      events={{ hover: true, focus: true, touch: true }}
      transitionProps={{ duration: 0 }}
    >
      <button type="button" className={classes.fact} data-help>
        {content}
      </button>
    </Tooltip>
  );
}

function drawn(
  sentence: Sentence,
  draw: (part: string, name: string) => ReactNode,
): Readonly<Record<string, ReactNode>> {
  return Object.fromEntries(Object.entries(sentence.parts).map(([name, part]) => [name, draw(part, name)]));
}

/** The panel before there is an answer: grey bars in the final places. */
export function FindingSkeleton({ text }: { text: string }) {
  return (
    <section className={classes.panel} aria-busy="true" aria-label={text}>
      <span className={classes.bar} data-part="badge" />
      <span className={classes.bar} data-part="sentence" />
      <span className={classes.bar} data-part="facts" />
    </section>
  );
}
