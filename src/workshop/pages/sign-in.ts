import type { Locale } from '../../language/locale.ts';
import type { WorkshopAnswer } from '../editor.ts';
import { html } from '../html.ts';
import { workshopTexts } from '../texts.ts';

/** The page before the workshop: its script asks Teams who is there. Or it says that their role doesn't edit. */
export function signInPage(locale: Locale, isRefused = false): WorkshopAnswer {
  const { signIn: texts, title } = workshopTexts[locale];
  const script = html`<script src="/assets/teams-js.min.js" defer></script>
    <script src="/assets/workshop-sign-in.js" type="module"></script>`;
  const content = isRefused
    ? html`<p role="alert">${texts.refused}</p>`
    : html`<p id="wait" role="status" hidden>${texts.wait}</p>
        <p id="only-teams">${texts.onlyTeams}</p>
        <p id="refused" role="alert" hidden>${texts.refused}</p>`;
  const markup = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/assets/page.css" />
        <link rel="stylesheet" href="/assets/workshop.css" />
        ${isRefused ? null : script}
      </head>
      <body class="workshop">
        <main id="content">
          <h1>${texts.heading}</h1>
          ${content}
        </main>
      </body>
    </html> `.markup;
  return { kind: 'page', status: isRefused ? 403 : 200, markup };
}
