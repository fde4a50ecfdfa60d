import { groupToText } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import type { KeyCurve } from '#core/analysis/key-curves.ts';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import { groupName } from '../../ui/group-name.ts';
import { groupStyles } from '../../ui/group-styles.ts';
import type { Words } from '../../ui/words/words.ts';

/** The curves of a key that is only looked at, in the colours that they would have if it were chosen. */
export function previewGroups(
  key: GroupKey,
  curves: readonly KeyCurve[],
  words: Pick<Words, 'values'>,
): readonly DistributionGroup[] {
  const styles = groupStyles(
    key,
    curves.map(({ group, latencies }) => ({ group, isHighlight: false, n: latencies.length })),
  );
  return curves.map(({ group, latencies }, index) => ({
    id: groupToText(group),
    label: groupName(group, words),
    style: styles[index]!,
    latencies,
    p50: undefined,
    p95: undefined,
    p99: undefined,
  }));
}
