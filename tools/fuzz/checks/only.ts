/** What `read` gives; `undefined` where it throws an error of this kind, which is what it may throw. Anything else is thrown on. */
export function only<T>(kind: new (...args: never[]) => Error, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof kind) return undefined;
    throw error;
  }
}

/** The same for what is awaited. */
export async function onlyAsync<T>(
  kind: new (...args: never[]) => Error,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof kind) return undefined;
    throw error;
  }
}
