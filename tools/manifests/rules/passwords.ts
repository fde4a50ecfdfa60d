import { configFilesOf, configValues, envReferences } from '../model/config-files.ts';
import { environmentOf } from '../model/environment.ts';
import { containerRule, type Rule, sayIf } from './rule.ts';

const SECRET_NAME = /password|passwd|secret|token(?!s)|credential|basic_auth|api_?key/i;
/** The path of a secret is none. */
const PATH_NAME = /_(FILE|PATH|HEADER)$/i;

const isSecretName = (name: string): boolean => SECRET_NAME.test(name) && !PATH_NAME.test(name);

const inEnvironment = containerRule('passwords come from secrets', (container, _workload, overlay) =>
  environmentOf(overlay, container).flatMap(({ name, value = '', path }) => [
    ...sayIf(
      isSecretName(name) && value !== '',
      path,
      `${name} stands here for everybody to read; take it from a Secret`,
    ),
    ...sayIf(/:\/\/[^/\s]*:[^/\s]*@/.test(value), path, `${name} has a password in its URL; take it from a Secret`),
  ]),
);

const inFiles = containerRule('passwords in files come from secrets', (container, { pod }, overlay) => {
  const ofSecrets = environmentOf(overlay, container)
    .filter(({ isSecret }) => isSecret)
    .map(({ name }) => name);
  return configFilesOf(overlay, pod, container).flatMap(({ configMap, key, text }) =>
    configValues(text)
      .filter(({ path, value }) => isSecretName(path.at(-1) ?? '') && value !== null && value !== '')
      .flatMap(({ path, value }) => {
        const [reference] = envReferences(value);
        const isKept = reference !== undefined && ofSecrets.includes(reference.name);
        const place = `${configMap}/${key}/${path.join('.')}`;
        return sayIf(!isKept, place, 'must be a variable that comes from a Secret');
      }),
  );
});

export const PASSWORD_RULES: readonly Rule[] = [inEnvironment, inFiles];
