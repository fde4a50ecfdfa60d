/** One instruction of a Dockerfile: `RUN`, and what follows it on its line and those that continue it. */
export interface Instruction {
  readonly keyword: string;
  readonly text: string;
}

/** What follows a `FROM`, with the image that it names after `ARG`s have been filled in. */
export interface Stage {
  readonly image: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile. Knows what ours needs: comments, continued lines, `ARG` with a default before the first `FROM`. */
export function readDockerfile(text: string): readonly Stage[] {
  const args = new Map<string, string>();
  const stages: { image: string; name: string | undefined; instructions: Instruction[] }[] = [];
  for (const { keyword, text: rest } of readInstructions(text)) {
    const stage = stages.at(-1);
    if (keyword === 'FROM') {
      const [, image = '', name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? [];
      stages.push({ image: filledIn(image, args), name, instructions: [] });
    } else if (stage !== undefined) {
      stage.instructions.push({ keyword, text: rest });
    } else {
      const [, name, value] = /^(\w+)=(\S+)$/.exec(rest) ?? [];
      if (name !== undefined && value !== undefined) args.set(name, value);
    }
  }
  return stages;
}

function readInstructions(text: string): readonly Instruction[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replaceAll(/\\\n/g, '')
    .split('\n')
    .map((line) => {
      const [, keyword = '', rest = ''] = /^\s*(\w+)\s+(.*?)\s*$/.exec(line) ?? [];
      return { keyword: keyword.toUpperCase(), text: rest };
    });
}

function filledIn(text: string, args: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => args.get(name) ?? '');
}
