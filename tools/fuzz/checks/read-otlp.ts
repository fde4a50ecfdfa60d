import { BadOtlp } from '../../../server/all-in-one/collector/bad-otlp.ts';
import { decodeSpans } from '../../../server/all-in-one/collector/decode-spans.ts';
import type { SpanGroup } from '../../../server/all-in-one/collector/span-group.ts';
import { checkStoredSpans } from './check-stored-spans.ts';
import { onlyAsync } from './only.ts';

/** Takes in a request of OTLP as the collector does, and looks at what would be stored. */
export async function readOtlp(groups: () => readonly SpanGroup[]): Promise<void> {
  const decoded = await onlyAsync(BadOtlp, async () => decodeSpans(groups()));
  if (decoded !== undefined) checkStoredSpans(decoded.spans);
}
