import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { valuesCsv } from '#core/export/values-csv.ts';
import { saveFile } from './save-file.ts';

/** By this mark spreadsheets know UTF-8; other readers skip it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Saves the table of values as CSV and tells the name of the file. */
export function saveCsv(answer: ExploreAnswer, stem: string): string {
  const name = `${stem}-values.csv`;
  saveFile(new Blob([BYTE_ORDER_MARK, valuesCsv(answer)], { type: 'text/csv;charset=utf-8' }), name);
  return name;
}
