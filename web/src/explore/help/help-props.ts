import type { LateWords } from '../../ui/words/words.ts';

export type HelpTopic = keyof LateWords['help'];

export interface HelpProps {
  readonly topic: HelpTopic;
  /** What is explained, as its heading says it. */
  readonly about: string;
}
