/**
 * At most about `most` of the rows, spread evenly over their order: what a first answer is made of while the whole one is computed.
 * Rows in the order of time give a sample of all times.
 */
export function sampleRows(rows: Int32Array, most: number): Int32Array {
  if (rows.length <= most) return rows;
  const step = rows.length / most;
  return Int32Array.from({ length: most }, (_, place) => rows[Math.floor(place * step)]!);
}
