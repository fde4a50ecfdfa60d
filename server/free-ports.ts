import type { PortChoice } from './config.ts';
import type { ConfigVariableName } from './config-variables.ts';

/** A port that was set cannot be used. The message is for people. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';

  constructor(variable: ConfigVariableName, port: number, cause: unknown) {
    super(`${variable} is ${port}, but this port is taken or not allowed. Choose another one, or 0 for any.`, {
      cause,
    });
  }
}

/** A port of UDP and one of TCP may have the same number and are not in each other's way. */
const UDP_PORTS: ReadonlySet<ConfigVariableName> = new Set(['JAEGER_THRIFT_COMPACT_PORT', 'JAEGER_THRIFT_BINARY_PORT']);

const MAX_ATTEMPTS = 200;
const MAX_PORT = 65_535;

/**
 * Runs `listen` with the chosen ports. Where one is taken, a default gives way to the next higher port that none of the others
 * is meant for, and `listen` is run again, so it must leave nothing open when it fails.
 *
 * @param avoid ports that a default must not take because something else of ours has been told to use them
 * @throws PortTakenError for a port that was set
 */
export async function listenOnFreePorts<Name extends ConfigVariableName, T>(
  choices: Readonly<Record<Name, PortChoice>>,
  avoid: ReadonlySet<number>,
  listen: (ports: Readonly<Record<Name, number>>) => Promise<T>,
): Promise<T> {
  const names = Object.keys(choices).filter((name): name is Name => Object.hasOwn(choices, name));
  const ports: Record<string, number> = {};
  for (const name of names) {
    ports[name] = choices[name].isSet ? choices[name].port : nextPort(choices[name].port, avoid);
  }
  for (let attempt = 0; ; attempt++) {
    try {
      return await listen({ ...ports } as Record<Name, number>);
    } catch (error) {
      const taken = takenPort(error);
      if (taken === undefined) throw error;
      const { port, isUdp } = taken;
      const name = names.find((candidate) => ports[candidate] === port && UDP_PORTS.has(candidate) === isUdp);
      if (name === undefined) throw error;
      if (choices[name].isSet || attempt >= MAX_ATTEMPTS) throw new PortTakenError(name, port, error);
      const others = names.filter((other) => other !== name).map((other) => ports[other] ?? 0);
      ports[name] = nextPort(port + 1, new Set([...avoid, ...others]));
    }
  }
}

/** The port of Node's error for one that is in use, or that this user may not use. A UDP socket binds, a TCP server listens. */
function takenPort(error: unknown): { readonly port: number; readonly isUdp: boolean } | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('port' in error)) return undefined;
  const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
  if (!isTaken || typeof error.port !== 'number') return undefined;
  return { port: error.port, isUdp: 'syscall' in error && error.syscall === 'bind' };
}

function nextPort(from: number, avoid: ReadonlySet<number>): number {
  let port = from;
  while (avoid.has(port)) port++;
  // Past the last port the system picks one.
  return port > MAX_PORT ? 0 : port;
}
