const CHECK_MILLIS = 500;

/**
 * Lets this process end with the `npm run` that started it. Between the two is a shell, which a SIGTERM sent to npm ends without
 * passing it on: what it ran would live on and keep its ports. Ctrl-C reaches everybody, and needs none of this.
 */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, CHECK_MILLIS).unref();
}
