/** Where `SliceInfo` stands, as JSON, in the metadata of a slice's Arrow schema. */
export const SLICE_INFO_KEY = 'kuji:slice';
