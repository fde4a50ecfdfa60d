import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { checkDockerfile } from './check-dockerfile.ts';
import { readDockerfile } from './read-dockerfile.ts';

const shipped = readFileSync(join(REPOSITORY_ROOT, 'Dockerfile'), 'utf8');

it('finds nothing wrong with the Dockerfile', () => {
  expect(checkDockerfile(readDockerfile(shipped))).toEqual([]);
});

it.each([
  ['a base that moves', /node:[\d.]+-bookworm-slim\n/, 'node:latest\n', 'is not a slim Debian pinned'],
  ['a base pinned by half', /node:[\d.]+-bookworm-slim\n/, 'node:24-bookworm-slim\n', 'is not a slim Debian pinned'],
  ['another base to run on', /FROM \$\{NODE_IMAGE\}\nLABEL/, 'FROM node:22.19.0-bookworm-slim\nLABEL', 'another base'],
  ['something from the net', 'COPY core', 'ADD https://example.org/x.tar ./x\nCOPY core', 'COPY says what it does'],
  ['everything', 'COPY tools ./tools', 'COPY . .', 'names what it copies'],
  ['a package that no lock file names', 'RUN node tools/build.ts', 'RUN npm install left-pad', 'no lock file'],
  ['a program of Debian', 'RUN node tools/build.ts', 'RUN apt-get install -y curl', 'no lock file'],
  ['scripts of packages', /npm ci --ignore-scripts/, 'npm ci', 'runs scripts of packages'],
  ['a secret', 'ENV NODE_ENV=production', 'ENV NPM_TOKEN=abc NODE_ENV=production', 'stays in the image'],
  ['packages for development', '--omit=dev --omit=optional', '--omit=optional', 'not those of production alone'],
  ['optional packages', '--omit=dev --omit=optional', '--omit=dev', 'not those of production alone'],
  ['modules of the other stage', '--from=packages', '--from=pages', 'not those of production alone'],
  ['root', 'USER 1000:1000', 'USER 0:0', 'USER 0:0: is no number other than 0'],
  ['a user by name', 'USER 1000:1000', 'USER node', 'USER node: is no number'],
  ['no user', 'USER 1000:1000\n', '', 'USER is missing'],
  ['a shell as process 1', 'CMD ["server/main.ts"]', 'CMD node server/main.ts', 'CMD: is no list'],
  ['no entry point', 'ENTRYPOINT ["node"]\n', '', 'ENTRYPOINT: is no list'],
  ['no health check', /HEALTHCHECK/, 'LABEL', 'HEALTHCHECK: is no list'],
  ['development', 'NODE_ENV=production', 'NODE_ENV=development', 'NODE_ENV is not production'],
])('finds %s', (_, from, to, problem) => {
  const broken = shipped.replace(from, to);
  expect(broken).not.toBe(shipped);
  expect(checkDockerfile(readDockerfile(broken)).join('\n')).toContain(problem);
});
