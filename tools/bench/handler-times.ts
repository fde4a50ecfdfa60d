import type { Page } from '@playwright/test';

/** How long the handlers of one event kept the page from doing anything else, with what they had done before it went on. */
export interface HandlerTime {
  readonly type: string;
  readonly millis: number;
}

/** What the page has noted since it was asked last. The longest first. */
export async function takeHandlerTimes(page: Page): Promise<readonly HandlerTime[]> {
  const times = await page.evaluate(() => window.kujiHandlerTimes.splice(0));
  return times.toSorted((a, b) => b.millis - a.millis);
}

declare global {
  interface Window {
    kujiHandlerTimes: HandlerTime[];
  }
}

/**
 * Has a page note how long the handlers of each event take. The browser's own Event Timing leaves out moves of the pointer, which are
 * most of what a dashboard handles. Before the page is opened.
 *
 *     event   |listener|listener|microtasks, in which React draws what they changed|
 *             |<----------------------- noted ------------------------------------->|
 */
export async function noteHandlerTimes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.kujiHandlerTimes = [];
    const noted = new WeakMap<Event, { readonly type: string; millis: number }>();
    const wrappers = new WeakMap<object, EventListener>();
    const input = /^(pointer|mouse|key|click|dblclick|wheel|scroll|input|change|focus|blur|touch|drag|contextmenu)/;
    const wrapperOf = (listener: EventListenerOrEventListenerObject): EventListener => {
      const known = wrappers.get(listener);
      if (known !== undefined) return known;
      const wrapper = function (this: unknown, event: Event): void {
        const start = performance.now();
        try {
          if (typeof listener === 'function') listener.call(this as EventTarget, event);
          else listener.handleEvent(event);
        } finally {
          queueMicrotask(() => {
            let note = noted.get(event);
            if (note === undefined) {
              note = { type: event.type, millis: 0 };
              noted.set(event, note);
              window.kujiHandlerTimes.push(note);
            }
            note.millis += performance.now() - start;
          });
        }
      };
      wrappers.set(listener, wrapper);
      return wrapper;
    };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options): void {
      const isInput = listener !== null && input.test(type);
      addEventListener.call(this, type, isInput ? wrapperOf(listener) : listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options): void {
      const isInput = listener !== null && input.test(type);
      removeEventListener.call(this, type, isInput ? wrapperOf(listener) : listener, options);
    };
  });
}
