import type { Instruction, Stage } from './read-dockerfile.ts';

/** What is wrong, or nothing. */
type Rule = (stages: readonly Stage[]) => readonly string[];

/** What a Dockerfile does against our rules, a line each. The last stage is the one that runs. */
export function checkDockerfile(stages: readonly Stage[]): readonly string[] {
  return RULES.flatMap((rule) => rule(stages));
}

const RULES: readonly Rule[] = [
  (stages) =>
    basesOf(stages)
      .filter((image) => !/^[\w./-]+:\d+\.\d+\.\d+-bookworm-slim(@sha256:[0-9a-f]{64})?$/.test(image))
      .map((image) => `${image} is not a slim Debian pinned by its full version`),
  (stages) => (new Set(basesOf(stages)).size > 1 ? ['what runs has another base than what was built'] : []),
  (stages) => all(stages, 'ADD').map(({ text }) => `ADD ${text}: COPY says what it does`),
  (stages) =>
    all(stages, 'COPY')
      .filter(({ text }) => /(^|\s)\.\/?\s+\S+$/.test(text))
      .map(({ text }) => `COPY ${text}: names what it copies`),
  (stages) =>
    all(stages, 'RUN')
      .filter(({ text }) => /(^|\s)(npm (i|install|exec)|npx|curl|wget|apt|apt-get)\s/.test(text))
      .map(({ text }) => `RUN ${text}: takes what no lock file names`),
  (stages) =>
    all(stages, 'RUN')
      .filter(({ text }) => /\bnpm ci\b/.test(text) && !/--ignore-scripts\b/.test(text))
      .map(({ text }) => `RUN ${text}: runs scripts of packages`),
  (stages) =>
    [...all(stages, 'ENV'), ...all(stages, 'ARG')]
      .filter(({ text }) => /token|password|secret|auth/i.test(text))
      .map(({ keyword, text }) => `${keyword} ${text}: stays in the image`),
  productionPackages,
  (stages) => {
    const user = last(stages, 'USER')?.text;
    return /^[1-9]\d*:[1-9]\d*$/.test(user ?? '') ? [] : [`USER ${user ?? 'is missing'}: is no number other than 0`];
  },
  (stages) =>
    ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'].flatMap((keyword) => {
      const text = last(stages, keyword)?.text ?? '';
      return isExecForm(text.replace(/^(--\S+ )*CMD /, ''))
        ? []
        : [`${keyword}: is no list, so that a shell stands between`];
    }),
  (stages) => (/\bNODE_ENV=production\b/.test(last(stages, 'ENV')?.text ?? '') ? [] : ['NODE_ENV is not production']),
];

/** The modules of what runs come from a stage that has installed nothing else. */
function productionPackages(stages: readonly Stage[]): readonly string[] {
  const copied = (stages.at(-1)?.instructions ?? []).flatMap(({ keyword, text }) => {
    const [, from] = /^--from=(\S+) \S*node_modules /.exec(text) ?? [];
    return keyword === 'COPY' && from !== undefined ? [from] : [];
  });
  if (copied.length !== 1) return ['the modules do not come from one stage'];
  const runs = stages.find(({ name }) => name === copied[0])?.instructions.filter(({ keyword }) => keyword === 'RUN');
  const isProduction = runs?.some(({ text }) => /\bnpm ci --omit=dev --omit=optional /.test(text)) === true;
  return isProduction ? [] : [`${copied[0]}: its packages are not those of production alone`];
}

function basesOf(stages: readonly Stage[]): readonly string[] {
  return stages.map(({ image }) => image).filter((image) => !stages.some(({ name }) => name === image));
}

function all(stages: readonly Stage[], keyword: string): readonly Instruction[] {
  return stages.flatMap(({ instructions }) => instructions.filter((found) => found.keyword === keyword));
}

function last(stages: readonly Stage[], keyword: string): Instruction | undefined {
  return stages.at(-1)?.instructions.findLast((found) => found.keyword === keyword);
}

function isExecForm(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    // Words for a shell.
    return false;
  }
}
