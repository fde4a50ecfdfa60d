import type { Mutation } from './mutation.ts';
import { NAME_MUTATIONS } from './names.ts';
import { NETWORK_MUTATIONS } from './network.ts';
import { REFERENCE_MUTATIONS } from './references.ts';
import { RUNNING_MUTATIONS } from './running.ts';
import { SCHEMA_MUTATIONS } from './schema.ts';
import { SECURITY_MUTATIONS } from './security.ts';
import { SETTINGS_MUTATIONS } from './settings.ts';

export const ALL_MUTATIONS: readonly Mutation[] = [
  ...SCHEMA_MUTATIONS,
  ...NAME_MUTATIONS,
  ...REFERENCE_MUTATIONS,
  ...NETWORK_MUTATIONS,
  ...SECURITY_MUTATIONS,
  ...RUNNING_MUTATIONS,
  ...SETTINGS_MUTATIONS,
];
