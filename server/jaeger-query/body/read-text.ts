import { JaegerFault } from '../jaeger-fault.ts';

/** Lists of names and messages of failure are read whole; a hundred thousand long names fit. */
const MAX_SHORT_BODY_BYTES = 16 * 2 ** 20;

/** A body that should be short, whole. @throws JaegerFault `jaeger-too-large` */
export async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_SHORT_BODY_BYTES) {
      const detail = `An answer that should be short has more than ${MAX_SHORT_BODY_BYTES} bytes.`;
      throw new JaegerFault('jaeger-too-large', detail);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
