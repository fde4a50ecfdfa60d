import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { fillSentenceText } from '../ui/fill-sentence-text.ts';
import { groupName } from '../ui/group-name.ts';
import { keyName } from '../ui/key-name.ts';
import type { Words } from '../ui/words/words.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { findingWords } from './finding-words.ts';

export interface MarkdownContext {
  /** `demo /handler` */
  readonly subject: string;
  /** What was read, in words. */
  readonly coverage: string;
  /** That not all of it was read; `undefined` where it was. */
  readonly caveat: string | undefined;
  readonly link: string;
  /** As in the finding on the screen. */
  readonly where?: WhereAnswer | undefined;
}

/** The finding as it is pasted into an incident: sentence, facts, what it rests on, link. */
export function findingMarkdown(
  answer: ExploreAnswer,
  { subject, coverage, caveat, link, where }: MarkdownContext,
  words: Pick<Words, 'compare' | 'explore' | 'values'>,
): string {
  const { badge, sentence, facts, against } = findingWords(answer, words, where);
  const condition =
    answer.key === undefined || answer.highlight === undefined
      ? ''
      : `${keyName(answer.key, words)}=${groupName(answer.highlight, words)}`;
  const basis = [condition, against].filter((text) => text !== '').join(' ');
  return [
    `**${escapeMarkdown(fillSentenceText(sentence.text, sentence.parts))}** (${badge.text})`,
    '',
    ...facts.map((fact) => `- ${escapeMarkdown(fillSentenceText(fact.text, fact.parts).trim())}`),
    ...(basis === '' ? [] : [`- ${escapeMarkdown(basis)}`]),
    ...(caveat === undefined ? [] : [`- ${escapeMarkdown(caveat)}`]),
    '',
    `${escapeMarkdown(subject)} · ${escapeMarkdown(coverage)} · [Kuji](<${link.replace(/[<>\s]/g, encodeURIComponent)}>)`,
  ].join('\n');
}
