import * as z from 'zod';

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(
        z.object({ ancestorTitles: z.array(z.string()), title: z.string(), status: z.string() }),
      ),
    }),
  ),
});

/**
 * Which Jaegers the contract was held against by what Vitest's reporter `json` says of `contract.test.ts`, and which not;
 * `undefined` where it was not run.
 */
export function jaegersNote(json: unknown): string | undefined {
  const tests = vitestReport
    .parse(json)
    .testResults.filter(({ name }) => name.endsWith('jaegers/contract.test.ts'))
    .flatMap(({ assertionResults }) => assertionResults);
  if (tests.length === 0) return undefined;
  const named = tests.flatMap(({ ancestorTitles: [suite], status }) => {
    const name = /^Jaeger (.+)$/.exec(suite ?? '')?.[1];
    return name === undefined ? [] : [{ name, hasRun: status === 'passed' || status === 'failed' }];
  });
  const ran = new Set(named.filter(({ hasRun }) => hasRun).map(({ name }) => name));
  const others = new Set(named.map(({ name }) => name).filter((name) => !ran.has(name)));
  const missing = tests.flatMap(({ title }) => /^Jaeger (\S+) is not here/.exec(title)?.[1] ?? []);
  return [
    `Jaegers: ${[...ran].join(', ')}`,
    ...(others.size === 0 ? [] : [`not run: ${[...others].join(', ')}`]),
    ...(missing.length === 0 ? [] : [`not here: ${missing.join(', ')} (npm run jaegers builds them)`]),
  ].join('; ');
}
