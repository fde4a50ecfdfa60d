import { CONFIG_VARIABLES } from './config-variables.ts';

/** Read by tests and tools of the repository, or by nobody any more; a machine may have them set when it starts the server. */
const OF_TOOLS = ['KUJI_CHROMIUM', 'KUJI_DEV_PORT', 'KUJI_PYTHON', 'KUJI_STATISTICS_FIXTURES'];

/** What Kubernetes tells every container of a namespace about a Service that is called `kuji`. */
const OF_KUBERNETES = /^KUJI_(SERVICE_(HOST|PORT)(_\w+)?|PORT_\d+_(TCP|UDP)(_\w+)?)$/;

/** Names that begin as ours do and are none: mistyped, most likely, and then something is not as it was meant to be. */
export function unknownVariables(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (!name.startsWith('KUJI_') || value === undefined) return [];
    const isKnown = Object.hasOwn(CONFIG_VARIABLES, name) || OF_TOOLS.includes(name) || OF_KUBERNETES.test(name);
    const isLinkToService = name === 'KUJI_PORT' && /^(tcp|udp):\/\//.test(value);
    return isKnown || isLinkToService ? [] : [name];
  });
}
