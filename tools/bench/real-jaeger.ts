import { findJaegers, type JaegerBinary } from '../jaegers/find-jaegers.ts';

/** The real Jaeger that figures are compared with; `undefined` where it is not here. */
export function realJaeger(): JaegerBinary | undefined {
  return findJaegers(process.env).find(({ version }) => version === '2.13');
}
