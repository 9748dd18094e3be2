/**
 * Makes text of a user or a service safe to stand in a Markdown text: what looks like emphasis, a link
 * or HTML is shown as typed, and line ends become spaces so that it cannot start a list or a heading.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\`*_[\]<>#|~]/g, (mark) => `\\${mark}`);
}
