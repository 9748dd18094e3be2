/** The look of the pages of content: the colours of the chat page, one column, light and dark. */
export const pageStyle = `
:root { --text: #17211f; --subtle: #566461; --page: #f4f6f5; --surface: #fff; --line: #dde3e1; --accent: #0b655e; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e9efed; --subtle: #a6b3b0; --page: #111716; --surface: #1a2221; --line: #2e3937; --accent: #7fd8cc; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1.5rem 1rem 3rem; background: var(--page); color: var(--text); font: 1rem/1.6 system-ui, 'Segoe UI', sans-serif; }
main, nav { max-width: 44rem; margin: 0 auto; }
main { padding: 1.5rem clamp(1rem, 4vw, 2.5rem); background: var(--surface); border: 1px solid var(--line); border-radius: 16px; overflow-wrap: anywhere; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.15rem; }
ul { padding-left: 1.25rem; }
li { margin: .35rem 0; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.updated { margin-top: 2rem; color: var(--subtle); font-size: .9rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 1rem clamp(1rem, 4vw, 2.5rem); }
nav a { padding: .5rem 0; }
`;
