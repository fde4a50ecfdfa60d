import { endSignal } from './end-signal.ts';
import { endWithNpm } from './end-with-npm.ts';
import { runReport } from './report/run-report.ts';

/*
 * npm run -s report -- --service NAME [--by KEY] [--where] …
 *
 * The answers of the dashboard in a terminal: report/report-arguments.ts lists the options, report/run-report.ts the exit codes.
 */

endWithNpm();
// Whoever reads the report may leave early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
const signal = endSignal(process);
const code = await runReport(process.argv.slice(2), {
  env: process.env,
  clock: Date.now,
  signal,
  print: (text) => process.stdout.write(text),
  tell: (line) => process.stderr.write(`${line}\n`),
});
process.exitCode = code;
