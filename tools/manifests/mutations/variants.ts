import { variant } from '../render/variants.ts';

/** The overlays that mistakes are planted into. */
export const PLAIN = variant('all-in-one');
export const CASSANDRA = variant('cassandra');
export const ELASTICSEARCH = variant('elasticsearch');
export const EXISTING = variant('existing-jaeger');
export const WITH_ALL = variant('all-in-one', ['availability', 'ingress', 'monitoring']);
