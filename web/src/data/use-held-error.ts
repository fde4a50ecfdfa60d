import { useEffect, useState } from 'react';

/** An error, which stays while what failed is tried again: a page that told of it must not flash in between. */
export function useHeldError(error: Error | undefined, isTrying: boolean): Error | undefined {
  const [held, setHeld] = useState<Error>();
  useEffect(() => {
    if (error !== undefined) setHeld(error);
    else if (!isTrying) setHeld(undefined);
  }, [error, isTrying]);
  return error ?? (isTrying ? held : undefined);
}
