import { connectionDetails } from './en/connection-details.ts';
import { exportItems } from './en/export-items.ts';
import { help } from './en/help.ts';
import { inContrast } from './en/in-contrast.ts';
import { inWhere } from './en/in-where.ts';
import { overTime } from './en/over-time.ts';
import { panels } from './en/panels.ts';
import { trace } from './en/trace.ts';

/** English, what is only said by parts that are loaded on first use: it must not be in the way of the first page. */
export const lateEn = { exportItems, trace, overTime, panels, connectionDetails, help, inWhere, inContrast };
