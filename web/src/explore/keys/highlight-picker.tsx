import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { groupFromText, groupToText } from '#core/analysis/group.ts';
import { formatCount } from '#core/format/format-count.ts';
import { AnnotationChip } from '../../ui/annotation-chip.tsx';
import { FieldPicker } from '../../ui/field-picker.tsx';
import { groupName } from '../../ui/group-name.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore } from '../../url-state.ts';
import classes from './key-rail.module.css';

/** Which value is highlighted. Nothing where two drawn sides are compared. */
export function HighlightPicker({ answer, change }: { answer: ExploreAnswer; change: ChangeExplore }) {
  const words = useWords();
  const { key, split, highlight, groups } = answer;
  if (key === undefined || split !== undefined) return null;
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
