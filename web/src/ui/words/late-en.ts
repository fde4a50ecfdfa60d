import { overTime } from './en/over-time.ts';
import { trace } from './en/trace.ts';

/** English, what is only said by parts that are loaded on first use: it must not be in the way of the first page. */
export const lateEn = { trace, overTime };
