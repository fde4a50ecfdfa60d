export const STORAGE_KINDS = ['cassandra', 'opensearch'] as const;
export type StorageKind = (typeof STORAGE_KINDS)[number];
