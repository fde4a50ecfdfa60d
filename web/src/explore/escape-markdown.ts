/** What Markdown, or GitHub's, would take for markup, a formula, an entity or an address, in texts that come from traces. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~!&$]|:(?=\/\/)/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
