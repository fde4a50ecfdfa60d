import { containerRule, type Rule, sayIf } from './rule.ts';

const DIGEST = /@sha256:[0-9a-f]{64}$/;

const pinned = containerRule('an image is the same tomorrow', ({ image }) => {
  const tag = /:([^:/]+)$/.exec(image.replace(/@.*$/, ''))?.[1];
  const isPinned = DIGEST.test(image) || (tag !== undefined && /\d/.test(tag) && !tag.includes('latest'));
  return sayIf(!isPinned, 'image', `${image} has no digest and no tag of a version`);
});

const pullPolicy = containerRule('it is said when an image is pulled', ({ imagePullPolicy }) =>
  sayIf(imagePullPolicy === undefined, 'imagePullPolicy', 'is missing'),
);

export const IMAGE_RULES: readonly Rule[] = [pinned, pullPolicy];
