import type { Comparison } from '#core/analysis/comparison.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Finding } from '#core/analysis/finding.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { whereFinding } from '#core/analysis/where/where-finding.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatEstimate } from '#core/format/format-estimate.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import { formatP } from '#core/format/format-p.ts';
import { formatShare } from '#core/format/format-share.ts';
import { formatShareInterval } from '#core/format/format-share-interval.ts';
import { groupName } from '../ui/group-name.ts';
import { keyName } from '../ui/key-name.ts';
import type { Words } from '../ui/words/words.ts';

/** A sentence of the catalogue and what stands at its marks. */
export interface Sentence {
  readonly text: string;
  readonly parts: Readonly<Record<string, string>>;
  /** What a reader may ask about it. */
  readonly help?: string;
}

/** The finding in words: what the panel draws, and what is copied. */
export interface FindingWords {
  readonly badge: { readonly text: string; readonly look: 'sure' | 'maybe' | 'plain' };
  /** Something was found: the rule on top is vermilion. */
  readonly isFound: boolean;
  readonly sentence: Sentence;
  readonly facts: readonly Sentence[];
  /** After the condition: what it is held against. */
  readonly against: string;
  readonly hint: string | undefined;
}

type Catalogue = Pick<Words, 'compare' | 'explore' | 'values'>;

/**
 * Says the finding of an answer. Numbers are formatted here and nowhere else, so that screen and Markdown agree.
 *
 * @param where the difference of the roots' mean durations lies; `undefined` where latency is something else, or it is not known
 */
export function findingWords(answer: ExploreAnswer, words: Catalogue, where?: WhereAnswer): FindingWords {
  const { finding } = answer;
  switch (finding.kind) {
    case 'no-traces':
      return plain(words.explore.noTracesBadge, { text: words.explore.filteredAway, parts: {} });
    case 'nothing-to-compare':
      return nothingToCompare(finding, answer, words);
    case 'too-few':
      return tooFew(finding, answer, words);
    case 'compared':
      return compared(finding, answer, words, where);
  }
}

function plain(badge: string, sentence: Sentence): FindingWords {
  return { badge: { text: badge, look: 'plain' }, isFound: false, sentence, facts: [], against: '', hint: undefined };
}

function nothingToCompare(
  finding: Extract<Finding, { kind: 'nothing-to-compare' }>,
  answer: ExploreAnswer,
  words: Catalogue,
): FindingWords {
  const { explore } = words;
  const n = formatCount(finding.n);
  const { key, group } = finding;
  const [row] = answer.groups.filter(({ isIncluded }) => isIncluded);
  const sentence = ((): Sentence => {
    if (group?.kind === 'side') return { text: explore.allOnSide(n), parts: { side: groupName(group, words) } };
    if (key === undefined || group === undefined) return { text: explore.noAnnotations(n), parts: {} };
    const name = keyName(key, words);
    switch (group.kind) {
      case 'value':
        return { text: explore.allAre(n), parts: { condition: `${name}=${groupName(group, words)}` } };
      case 'none':
        return { text: explore.allWithout(n), parts: { key: name } };
      case 'several':
        return { text: explore.allSeveral(n), parts: { key: name } };
    }
  })();
  const isAbsent = answer.highlight !== undefined && !answer.groups.some(({ isHighlight }) => isHighlight);
  return {
    ...plain(explore.nothingToCompare, sentence),
    against: isAbsent ? explore.doesNotOccur : '',
    facts:
      row === undefined
        ? []
        : [
            {
              text: explore.factMedianAlone,
              parts: { a: formatEstimate(row.p50), interval: formatInterval(row.p50) },
              help: explore.medianHelp,
            },
          ],
    hint:
      isAbsent && answer.highlight !== undefined ? explore.absentHint(groupName(answer.highlight, words)) : undefined,
  };
}

function tooFew(
  { n, rest, group }: Extract<Finding, { kind: 'too-few' }>,
  answer: ExploreAnswer,
  words: Catalogue,
): FindingWords {
  const { explore } = words;
  const parts = { value: groupName(group, words) };
  const text =
    n === 0 ? explore.noneOf : n <= rest ? explore.onlyFew(formatCount(n)) : explore.restTooFew(formatCount(rest));
  const row = answer.groups.find(({ isHighlight }) => isHighlight);
  return {
    badge: { text: explore.tooFew, look: 'maybe' },
    isFound: false,
    sentence: { text, parts },
    facts: [
      { text: explore.factCount(formatCount(n + rest)), parts: { n: formatCount(n) } },
      ...(row === undefined
        ? []
        : [
            {
              text: explore.factMedianAlone,
              parts: { a: formatEstimate(row.p50), interval: formatInterval(row.p50) },
              help: explore.medianHelp,
            },
          ]),
    ],
    against: explore.against(formatCount(rest)),
    hint: explore.fewNeeded,
  };
}

function compared(
  { comparison, group }: Extract<Finding, { kind: 'compared' }>,
  answer: ExploreAnswer,
  words: Catalogue,
  where: WhereAnswer | undefined,
): FindingWords {
  const { explore } = words;
  const { nA, nB, medianA, medianB, shift, probabilitySlower, pAdjusted } = comparison;
  const values = answer.groups.filter((row) => row.shift !== undefined).length;
  const against = explore.against(formatCount(nB));
  return {
    badge: badgeOf(comparison, words),
    isFound: comparison.verdict !== 'no-difference',
    sentence: sentenceOf(comparison, groupName(group, words), words, where),
    facts: [
      { text: explore.factCount(formatCount(nA + nB)), parts: { n: formatCount(nA) } },
      {
        text: explore.factMedian,
        parts: { a: formatDuration(medianA), b: formatDuration(medianB) },
        help: explore.medianHelp,
      },
      {
        text: explore.factShift,
        parts: { amount: formatEstimate(shift), interval: formatInterval(shift) },
        help: explore.shiftHelp,
      },
      pairsFact(probabilitySlower, words),
      { text: formatP(pAdjusted), parts: {}, help: explore.pHelp },
    ],
    against: values > 2 ? `${against}${explore.joiner}${explore.adjusted(formatCount(values))}` : against,
    hint: isChosenByLatency(answer) ? words.compare.chosenByLatency : undefined,
  };
}

/** A box that leaves out durations is drawn around what it is then found to be. */
function isChosenByLatency({ split, points }: ExploreAnswer): boolean {
  return split?.kind === 'box' && points.latency.some((latency) => latency < split.box.min || latency > split.box.max);
}

function badgeOf({ verdict }: Comparison, { explore }: Catalogue): FindingWords['badge'] {
  switch (verdict) {
    case 'clearly-slower':
      return { text: explore.clearlySlower, look: 'sure' };
    case 'clearly-faster':
      return { text: explore.clearlyFaster, look: 'sure' };
    case 'possibly-slower':
      return { text: explore.possiblySlower, look: 'maybe' };
    case 'possibly-faster':
      return { text: explore.possiblyFaster, look: 'maybe' };
    case 'no-difference':
      return { text: explore.noDifference, look: 'plain' };
    case 'too-few':
      return { text: explore.tooFew, look: 'maybe' };
  }
}

function sentenceOf(
  { verdict, shift }: Comparison,
  value: string,
  { explore }: Catalogue,
  where: WhereAnswer | undefined,
): Sentence {
  const amount = formatDuration(Math.abs(shift.value));
  const interval = formatInterval(verdict.endsWith('faster') ? reversed(shift) : shift);
  switch (verdict) {
    case 'clearly-slower':
    case 'clearly-faster':
      return clearSentence({ value, amount }, shift.value, explore, where);
    case 'possibly-slower':
      return { text: explore.maybeSlower, parts: { value, amount, interval } };
    case 'possibly-faster':
      return { text: explore.maybeFaster, parts: { value, amount, interval } };
    case 'no-difference':
    case 'too-few':
      return { text: explore.noDifferenceBetween, parts: { value } };
  }
}

/** The shift is a median's and *where* speaks of means: a share of the one is told of the other only where they are about the same. */
const SAME_AMOUNT = 0.1;

/** How much longer, or less, and in which call the time or the saving is. */
function clearSentence(
  parts: { readonly value: string; readonly amount: string },
  shift: number,
  explore: Words['explore'],
  where: WhereAnswer | undefined,
): Sentence {
  const say = shift < 0 ? fasterTexts(explore) : slowerTexts(explore);
  const found = where && whereFinding(where);
  if (where === undefined || found === undefined || Math.abs(where.total.value / shift - 1) > SAME_AMOUNT) {
    return { text: say.plain, parts };
  }
  const { row, extent, share } = found;
  const place = { ...parts, where: `${row.service} ${row.operation}` };
  switch (extent) {
    case 'all':
      return { text: say.all, parts: place };
    case 'nearly-all':
      return { text: say.nearlyAll, parts: place };
    case 'part':
      return { text: say.part, parts: { ...place, share: formatShare(share) } };
    case 'more-than-all':
      return { text: say.moreThanAll, parts: { ...place, added: formatDuration(Math.abs(row.delta.value)) } };
  }
}

function slowerTexts(explore: Words['explore']) {
  return {
    plain: explore.slower,
    all: explore.slowerAllIn,
    nearlyAll: explore.slowerNearlyAllIn,
    part: explore.slowerPartIn,
    moreThanAll: explore.slowerAdds,
  };
}

function fasterTexts(explore: Words['explore']) {
  return {
    plain: explore.faster,
    all: explore.fasterAllIn,
    nearlyAll: explore.fasterNearlyAllIn,
    part: explore.fasterPartIn,
    moreThanAll: explore.fasterSaves,
  };
}

/** A shift seen from the other side. */
function reversed({ value, low, high }: Comparison['shift']): Comparison['shift'] {
  return { value: -value, low: high === undefined ? undefined : -high, high: low === undefined ? undefined : -low };
}

function pairsFact(estimate: Comparison['probabilitySlower'], { explore }: Catalogue): Sentence {
  const interval = formatShareInterval(estimate);
  const help = explore.pairsHelp;
  if (estimate.value === 1) return { text: explore.factEveryPair, parts: { every: explore.every, interval }, help };
  if (estimate.value === 0) return { text: explore.factNoPair, parts: { every: explore.every, interval }, help };
  return { text: explore.factPairs, parts: { share: formatShare(estimate.value), interval }, help };
}
