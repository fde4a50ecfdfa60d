import { startAllInOne } from '../../server/all-in-one/start-all-in-one.ts';
import { startRecordedJaeger } from '../../server/jaeger-query/testing/recorded-jaeger.ts';
import { JAEGER_RECIPES } from './build-jaeger.ts';
import { findJaegers, type JaegerBinary } from './find-jaegers.ts';
import type { JaegerOverlay } from './overlay-jaeger.ts';
import { type RunningJaeger, startJaeger } from './start-jaeger.ts';

/** A Jaeger that the contract is held against. */
export interface ContractBackend {
  readonly name: string;
  /** Of a real one. */
  readonly version: string | undefined;
  /** `undefined` where it is not on this machine. */
  readonly start: (() => Promise<ContractJaeger>) | undefined;
}

export interface ContractJaeger extends Pick<RunningJaeger, 'queryUrl' | 'stop'> {
  /** Where spans go in; `undefined` where it was fed when it was recorded. */
  readonly inputs: Omit<RunningJaeger, 'queryUrl' | 'stop'> | undefined;
}

/** Our own, the recorded ones, and the real ones of this machine, with those that could be built but are not here. */
export function contractBackends(env: NodeJS.ProcessEnv): readonly ContractBackend[] {
  const found = findJaegers(env);
  const missing = JAEGER_RECIPES.filter(({ version }) => found.every((binary) => binary.version !== version));
  return [
    { name: 'embedded', version: undefined, start: startEmbedded },
    ...(['2.20', 'main'] as const).map((version) => ({
      name: `recorded ${version}`,
      version: undefined,
      start: () => startRecorded(version),
    })),
    ...found.map((binary) => ({
      name: binary.version,
      version: binary.version,
      start: () => startReal(binary),
    })),
    ...found
      .filter(({ version }) => version.startsWith('2.'))
      .map((binary) => ({
        name: `${binary.version} as k8s/overlays/all-in-one has it`,
        version: binary.version,
        start: () => startReal(binary, 'all-in-one'),
      })),
    ...missing.map(({ version }) => ({ name: version, version, start: undefined })),
  ];
}

async function startReal(binary: JaegerBinary, overlay?: JaegerOverlay): Promise<ContractJaeger> {
  const { queryUrl, stop, ...inputs } = await startJaeger(binary, overlay);
  return { queryUrl, stop, inputs };
}

async function startEmbedded(): Promise<ContractJaeger> {
  const jaeger = await startAllInOne({
    host: '127.0.0.1',
    queryPort: 0,
    otlpHttpPort: 0,
    thriftHttpPort: 0,
    thriftCompactPort: 0,
    log: () => undefined,
  });
  return {
    queryUrl: jaeger.queryUrl,
    inputs: {
      otlpUrl: jaeger.otlpUrl,
      thriftHttpUrl: `http://127.0.0.1:${jaeger.thriftHttpPort}`,
      thriftCompactPort: jaeger.thriftCompactPort,
    },
    stop: () => jaeger.close(),
  };
}

async function startRecorded(version: '2.20' | 'main'): Promise<ContractJaeger> {
  const { url, close } = await startRecordedJaeger(version);
  return { queryUrl: url, inputs: undefined, stop: close };
}
