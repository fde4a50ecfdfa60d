import type { BodyFormat } from './body-format.ts';
import type { Captured } from './byte-capture.ts';
import { type BodySummary, ElementSplitter } from './element-splitter.ts';
import { Pacer } from './pacer.ts';

/** The event loop is free at least after each piece of this size. */
const PIECE_BYTES = 65_536;

export interface ElementListener {
  readonly onElement: (element: Captured) => void;
  /** Called for every chunk of the body, with its length in bytes. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Gives the elements of a body one by one while it arrives, and way to other work in between.
 *
 * @param maxElementBytes of a longer element only so many bytes are kept
 * @throws SplitFault
 */
export async function streamElements(
  body: AsyncIterable<Uint8Array>,
  format: BodyFormat,
  maxElementBytes: number,
  listener: ElementListener,
): Promise<BodySummary> {
  const splitter = new ElementSplitter(format, maxElementBytes);
  const pacer = new Pacer();
  for await (const chunk of body) {
    listener.onBytes(chunk.length);
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      for (const element of splitter.push(chunk.subarray(at, at + PIECE_BYTES))) {
        listener.onElement(element);
        await pacer.pause();
      }
      await pacer.pause();
    }
  }
  return splitter.end();
}
