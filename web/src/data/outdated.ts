/**
 * Why a page should be loaded anew. `updated`: the server has other pages than this one. `part-missing`: a file of this page could not be
 * had, since it is gone with the version before, or since nobody answers.
 */
export type Outdated = 'updated' | 'part-missing';
