/** Where the page is: in Teams, which says who looks and how it looks; or in a browser by itself. */
export type Frame =
  | { readonly kind: 'browser' }
  | {
      readonly kind: 'teams';
      readonly language: string;
      /** A fresh token of the person for this page. Rejects where Teams has none. */
      readonly token: () => Promise<string>;
      readonly open: (url: string) => void;
    };

/** In milliseconds: a page that is in no frame of Teams gets no answer from it, ever. */
const ANSWERS_WITHIN_MS = 3000;

/** Asks Teams, where the page is framed by it. */
export async function openFrame(): Promise<Frame> {
  if (window.parent === window) return { kind: 'browser' };
  const late = new Promise<never>((_, reject) =>
    window.setTimeout(() => reject(new Error('late')), ANSWERS_WITHIN_MS),
  );
  try {
    const { app, authentication } = microsoftTeams;
    await Promise.race([app.initialize(), late]);
    const context = await Promise.race([app.getContext(), late]);
    showTheme(context.app.theme);
    app.registerOnThemeChangeHandler(showTheme);
    return {
      kind: 'teams',
      language: context.app.locale,
      token: () => authentication.getAuthToken(),
      open: (url) => void app.openLink(url),
    };
  } catch {
    return { kind: 'browser' };
  }
}

/** Teams' dark and contrast themes are both dark; the system's own is for pages outside of it. */
function showTheme(theme: string): void {
  document.documentElement.dataset['theme'] = theme === 'default' ? 'light' : 'dark';
}
