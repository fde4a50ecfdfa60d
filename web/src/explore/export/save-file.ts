/** A browser has taken the bytes long before; some begin to read them only a while after the click. */
const KEPT_MS = 60_000;

/** Saves a file under a name, as if a link to it had been followed. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
