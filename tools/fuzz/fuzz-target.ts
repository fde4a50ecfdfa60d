import type { Random } from './inputs/random.ts';

/** Something that reads what others have written, and how to make inputs for it. */
export interface FuzzTarget {
  readonly name: string;
  /** A new input: generated, or a recording that is damaged. The same random numbers make the same input. */
  readonly make: (random: Random) => Uint8Array;
  /** Reads it. Throws where the reader throws anything but its documented error, or where what it reads breaks a rule of the model. */
  readonly read: (input: Uint8Array) => void | Promise<void>;
}
