import { readConfig } from '../../../server/config.ts';
import { environmentOf } from '../model/environment.ts';
import { isDashboard, isOurImage } from '../model/our-image.ts';
import type { Overlay } from '../model/overlay.ts';
import type { Container } from '../model/pod.ts';
import { containerRule, type Rule, sayIf } from './rule.ts';

/** A container of ours that is behind a Service goes on for a while: nodes hear later than the pod that it takes no more. */
const waits = containerRule('what ends waits until nobody comes any more', (container) =>
  sayIf(
    isOurImage(container) && container.ports.length > 0 && !(preStopSeconds(container) > 0),
    'lifecycle.preStop',
    'is missing, or does not say how long it takes',
  ),
);

const inTime = containerRule('what ends has the time for it', (container, { pod }, overlay) => {
  const needed = preStopSeconds(container) + graceSeconds(overlay, container);
  return sayIf(
    pod.spec.terminationGracePeriodSeconds <= needed,
    'lifecycle',
    `takes ${needed} s, but the pod is killed after ${pod.spec.terminationGracePeriodSeconds} s`,
  );
});

/** How long the hook takes: `sleep: { seconds: 5 }`, `[sleep, '5']`, or a timer of Node; 0 for what is none of them. */
function preStopSeconds({ lifecycle }: Container): number {
  const { sleep, exec } = lifecycle?.preStop ?? {};
  if (sleep !== undefined) return sleep.seconds;
  const [program, ...args] = exec?.command ?? [];
  if (program === 'sleep') return Number(args[0]);
  const [option, script = ''] = args;
  const timer = /^setTimeout\(\(\) => \{\}, (\d+)\)$/.exec(script)?.[1];
  return program === 'node' && option === '-e' && timer !== undefined ? Number(timer) / 1000 : 0;
}

/** How long the dashboard answers what was asked before it was told to end. */
function graceSeconds(overlay: Overlay, container: Container): number {
  if (!isDashboard(container)) return 0;
  const { value } = environmentOf(overlay, container).find(({ name }) => name === 'KUJI_GRACE_MS') ?? {};
  const read = readConfig({ KUJI_GRACE_MS: value });
  // What it refuses is a finding of another rule.
  return read.kind === 'errors' ? 0 : read.config.graceMillis / 1000;
}

export const SHUTDOWN_RULES: readonly Rule[] = [waits, inTime];
