import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Call } from '#core/analysis/where/example-trace.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import type { Deeper } from '../../data/use-deeper.ts';
import { groupName } from '../../ui/group-name.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { pathOfRow } from './path-of-row.ts';
import { WhereNothing } from './where-nothing.tsx';
import { WhereSkeleton } from './where-skeleton.tsx';
import type { WherePicture } from './where-take.tsx';
import { WhereView } from './where-view.tsx';

interface WherePanelProps {
  readonly answer: ExploreAnswer;
  readonly where: Deeper<WhereAnswer>;
  readonly picture: WherePicture;
  readonly onOpenExample: (side: 'a' | 'b', path: readonly Call[]) => void;
}

/** The tab *Where*, whatever is known of it. */
export function WherePanel({ answer, where, picture, onOpenExample }: WherePanelProps) {
  const words = useWords();
  const { key, split, highlight } = answer;
  const { value, isStale, isSample } = where;
  if (value === undefined) return isStale ? <WhereSkeleton /> : <WhereNothing />;
  return (
    <WhereView
      where={value}
      isStale={isStale || isSample}
      a={{ name: highlight === undefined ? '' : groupName(highlight, words), traces: value.tracesA }}
      b={{ name: restName(answer, words), traces: value.tracesB }}
      picture={picture}
      annotationKey={split === undefined ? key : undefined}
      onOpenExample={(row, side) => onOpenExample(side, pathOfRow(value.rows, row))}
    />
  );
}

/** The other side of a split has a name of its own. */
function restName({ split, groups }: ExploreAnswer, words: ReturnType<typeof useWords>): string {
  const other = groups.find(({ isHighlight }) => !isHighlight);
  return split === undefined || other === undefined ? words.where.rest : groupName(other.group, words);
}
