/** Faults of Kuji itself, and of the machine that it runs on, as the table of ARCHITECTURE.md has them. */
export const OWN_FAULTS = {
  killed: {
    name: 'killed under load, started again',
    seen: 'requests under way break off; the page keeps what it has read, and goes on when Kuji is back',
    log: 'nothing of the end, then the start',
  },
  toldToEnd: {
    name: 'told to end (SIGTERM, Ctrl-C) under load',
    seen: 'whole answers to what was asked before, or, where `KUJI_GRACE_MS` does not suffice, none; 503 `ending` to all else',
    log: 'warn: ending; requests in flight go on, and how many; warn: how many were cut',
  },
  readOnlyDisk: {
    name: 'disk read-only',
    seen: 'nothing: what runs writes no files',
    log: 'nothing',
  },
  portTaken: {
    name: 'port taken',
    seen: 'a port that was set: it does not start, exit code 1; a default: it takes the next one',
    log: 'the port, its variable and what to do, on standard error',
  },
  clockJump: {
    name: 'clock jumps',
    seen: 'nothing: lengths of time are measured by the monotonic clock',
    log: 'nothing',
  },
  manyRequests: {
    name: '1 000 requests at once',
    seen: 'answers for 70 at least, for the others 503 `overloaded` at once',
    log: 'one line a request, with its status',
  },
  stoppedReader: {
    name: 'a client stops reading',
    seen: 'nothing to others; its connection is closed after 30 s',
    log: 'warn: the client stopped reading',
  },
} as const;
