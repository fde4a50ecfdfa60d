/** An instant as Go prints a UTC `time.Time`: `2026-11-23 09:00:00.001000001 +0000 UTC`. `nanos` counts from 1970. */
export function formatGoTime(nanos: bigint): string {
  const fraction = (nanos % 1_000_000_000n).toString().padStart(9, '0').replace(/0+$/, '');
  const [day, time] = new Date(Number(nanos / 1_000_000_000n) * 1000).toISOString().slice(0, 19).split('T');
  return `${day} ${time}${fraction === '' ? '' : `.${fraction}`} +0000 UTC`;
}
