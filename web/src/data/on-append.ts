import type { ReplacedTrace } from './span-worker-protocol.ts';

/** Told when the span table has changed: its new state, and which traces came again more complete. */
export type OnAppend = (revision: number, replaced: readonly ReplacedTrace[]) => void;
