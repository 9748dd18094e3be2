/** One reader for messages and cards: no HTML, addresses become links only when written with their scheme. */
const reader = markdownit({ html: false, linkify: true, breaks: true, typographer: false });
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
reader.renderer.rules.link_open = (tokens, index, options, _environment, renderer) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  return renderer.renderToken(tokens, index, options);
};

/** Markdown as HTML that is safe to show: whatever looks like HTML in it is shown as text. */
export function renderMarkdown(text: string): string {
  return reader.render(text);
}
