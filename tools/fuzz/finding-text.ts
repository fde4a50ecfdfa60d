import type { Finding } from './finding.ts';

/** What a finding is, and how to see it again. */
export function findingText({ target, seed, index, problem }: Finding, file: string): string {
  return [
    `${target}: input ${index} of seed ${seed}`,
    problem.replace(/^/gm, '    '),
    `    kept in ${file}`,
    `    again: npm run fuzz -- ${target} --replay ${file}`,
  ].join('\n');
}
