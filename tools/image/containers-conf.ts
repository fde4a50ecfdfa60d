/** More than Kuji needs, and not more than a machine without the right to raise its limits lets a container have. */
const MOST = 20_000;

/**
 * What podman is told on a machine of which nothing is known: neither systemd nor the right to raise a limit is needed.
 *
 * @param limits the text of `/proc/self/limits`
 * @param runtime `runc`, or podman's own choice where it is absent
 */
export function containersConf(limits: string, runtime: string | undefined): string {
  const files = Math.min(MOST, hardLimit(limits, 'Max open files'));
  const processes = Math.min(MOST, hardLimit(limits, 'Max processes'));
  return [
    '[containers]',
    `default_ulimits = ["nofile=${files}:${files}", "nproc=${processes}:${processes}"]`,
    '[engine]',
    'cgroup_manager = "cgroupfs"',
    'events_logger = "file"',
    ...(runtime === undefined ? [] : [`runtime = "${runtime}"`]),
    '',
  ].join('\n');
}

function hardLimit(limits: string, name: string): number {
  const [, hard] = new RegExp(`^${name}\\s+\\S+\\s+(\\d+)`, 'm').exec(limits) ?? [];
  return hard === undefined ? Number.POSITIVE_INFINITY : Number(hard);
}
