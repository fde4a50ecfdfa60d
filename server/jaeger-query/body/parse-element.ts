import { JaegerFault } from '../jaeger-fault.ts';

/** @throws JaegerFault `jaeger-unreadable` for text that is no JSON */
export function parseElement(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new JaegerFault('jaeger-unreadable', `Jaeger’s answer is broken JSON: ${String(cause)}`, { cause });
  }
}
