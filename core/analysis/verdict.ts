/** What may be said of a group against the rest. */
export type Verdict = 'too-few' | 'clearly-slower' | 'clearly-faster' | 'possibly-slower' | 'possibly-faster' | 'no-difference';
