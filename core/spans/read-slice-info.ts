import { type SliceInfo, sliceInfo } from '../api.ts';
import { UnreadableSliceError } from './unreadable-slice-error.ts';

/** The `SliceInfo` that a slice's metadata holds as text. Throws `UnreadableSliceError`. */
export function readSliceInfo(text: string): SliceInfo {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new UnreadableSliceError('broken JSON in the metadata of a slice', { cause });
  }
  const result = sliceInfo.safeParse(json);
  if (!result.success)
    throw new UnreadableSliceError('the Arrow stream is not a slice of Kuji', { cause: result.error });
  return result.data;
}
