import { chart } from './ja/chart.ts';
import { compare } from './ja/compare.ts';
import { connection } from './ja/connection.ts';
import { connectionDetails } from './ja/connection-details.ts';
import { explore } from './ja/explore.ts';
import { exportItems } from './ja/export-items.ts';
import { exports } from './ja/exports.ts';
import { help } from './ja/help.ts';
import { inContrast } from './ja/in-contrast.ts';
import { inWhere } from './ja/in-where.ts';
import { keys } from './ja/keys.ts';
import { list } from './ja/list.ts';
import { overTime } from './ja/over-time.ts';
import { panels } from './ja/panels.ts';
import { picture } from './ja/picture.ts';
import { problem } from './ja/problem.ts';
import { shell } from './ja/shell.ts';
import { spanFilter } from './ja/span-filter.ts';
import { trace } from './ja/trace.ts';
import { values } from './ja/values.ts';
import { where } from './ja/where.ts';
import type { LateWords, Words } from './words.ts';

/** Japanese: です・ます in sentences, nouns in labels, full-width punctuation, half-width figures. */
export const ja: Words = {
  shell,
  explore,
  spanFilter,
  compare,
  connection,
  picture,
  problem,
  chart,
  values,
  exports,
  keys,
  list,
  where,
};

export const lateJa: LateWords = { exportItems, trace, overTime, panels, connectionDetails, help, inWhere, inContrast };
