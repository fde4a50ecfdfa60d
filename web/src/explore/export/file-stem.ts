import { millisOf, type UnixMicros } from '#core/units.ts';

/** So many characters of a service's name. */
const MAX_NAME = 60;

/** What the names of all files of an answer begin with: `kuji-demo-20261125T100000Z-20261125T105000Z`. Safe on every file system. */
export function fileStem(
  service: string | undefined,
  { from, to }: { readonly from: UnixMicros; readonly to: UnixMicros },
): string {
  const name = Array.from((service ?? '').replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-'))
    .slice(0, MAX_NAME)
    .join('')
    .replace(/^[-.]+|[-.]+$/g, '');
  return ['kuji', name, instantName(from), instantName(to)].filter((part) => part !== '').join('-');
}

function instantName(instant: UnixMicros): string {
  return new Date(millisOf(instant)).toISOString().replace(/[-:]|\.\d+/g, '');
}
