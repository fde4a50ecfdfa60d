import { chart } from './en/chart.ts';
import { compare } from './en/compare.ts';
import { connection } from './en/connection.ts';
import { explore } from './en/explore.ts';
import { exports } from './en/exports.ts';
import { keys } from './en/keys.ts';
import { list } from './en/list.ts';
import { picture } from './en/picture.ts';
import { problem } from './en/problem.ts';
import { shell } from './en/shell.ts';
import { spanFilter } from './en/span-filter.ts';
import { values } from './en/values.ts';
import { where } from './en/where.ts';

/** English, what the first page says. The catalogue's type is taken from here: a word missing elsewhere is a compile error. */
export const en = {
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
