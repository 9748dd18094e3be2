import { type Editor, type WorkshopAnswer } from '../editor.ts';
import { html, type Html } from '../html.ts';
import { workshopTexts } from '../texts.ts';
import type { Trial } from '../trial.ts';
import { describeProblem } from '../../knowledge/problem.ts';

/** The parts of the workshop that have a place in its navigation. */
export const SECTIONS = {
  answers: '/',
  queue: '/queue',
  explain: '/explain',
  import: '/import',
  report: '/report',
} as const;
export type Section = keyof typeof SECTIONS;

/** What stands around the content of a page. */
export interface Frame {
  readonly editor: Editor;
  readonly title: string;
  readonly section: Section;
  /** The address of this very page, below `/workshop`, for the other language. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly notices?: readonly Html[];
  /** Whether the page has cards, which a script shows. */
  readonly hasCards?: boolean;
}

/** An address in the workshop, in the editor's language. */
export function at(
  editor: Pick<Editor, 'locale'>,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  return `/workshop${path === '/' ? '' : path}?${new URLSearchParams({ ...query, lang: editor.locale }).toString()}`;
}

/** What every form of an editor carries. */
export function formToken({ formToken: token }: Editor): Html {
  return html`<input type="hidden" name="token" value="${token}" />`;
}

/** A whole page. */
export function pageOf(frame: Frame, content: Html): WorkshopAnswer {
  const { editor, title, section, path, query = {}, status = 200, notices = [] } = frame;
  const texts = workshopTexts[editor.locale];
  const other = editor.locale === 'it' ? 'en' : 'it';
  const links = (Object.keys(SECTIONS) as Section[]).map(
    (each) =>
      html`<a href="${at(editor, SECTIONS[each])}" ${each === section ? html` aria-current="page"` : null}
        >${texts.nav[each]}</a
      >`,
  );
  const markup = html`<!doctype html>
    <html lang="${editor.locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${texts.title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
        ${frame.hasCards === true ? html`<link rel="stylesheet" href="/assets/messages.css" />` : null}
        <link rel="stylesheet" href="/assets/workshop.css" />
        ${frame.hasCards === true ? SCRIPTS : null}
      </head>
      <body class="workshop">
        <a class="skip" href="#content">${texts.skip}</a>
        <header class="top">
          <p class="name">${texts.title}</p>
          <nav aria-label="${texts.sections}">${links}</nav>
          <a class="other" href="${at({ locale: other }, path, query)}" lang="${other}" hreflang="${other}"
            >${texts.otherLanguage}</a
          >
        </header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${notices} ${content}
        </main>
      </body>
    </html> `.markup;
  return { kind: 'page', status, markup };
}

const SCRIPTS = html`<script src="/assets/adaptivecards.min.js" defer></script>
  <script src="/assets/markdown-it.min.js" defer></script>
  <script src="/assets/workshop.js" type="module"></script>`;

/** A line that says what came of something, read out at once. */
export function notice(tone: 'good' | 'bad' | 'plain', text: string, more: Html | null = null): Html {
  const role = tone === 'bad' ? 'alert' : 'status';
  return html`<div class="told ${tone}" role="${role}">
    <p>${text}</p>
    ${more}
  </div>`;
}

/** A page that says what went wrong, and leads back. */
export function failure(text: string, status: number, editor: Editor): WorkshopAnswer {
  const { errors, title } = workshopTexts[editor.locale];
  const content = html`<p><a href="${at(editor, '/')}">${errors.back}</a></p>`;
  return pageOf(
    { editor, title, section: 'answers', path: '/', status, notices: [notice('bad', text)] },
    content,
  );
}

/** What a trial found. */
export function trialDetails({ problems, sets, fallen }: Trial, { locale }: Editor): Html {
  const texts = workshopTexts[locale].trial;
  const worse = sets.filter(({ before, after }) => after < before);
  const shown = problems.length > 0 ? [] : worse.length > 0 ? worse : sets;
  return html`<ul>
      ${problems.map((problem) => html`<li>${describeProblem(problem)}</li>`)}
      ${shown.map(({ name, before, after, lines }) => html`<li>${texts.set(name, before, after, lines)}</li>`)}
    </ul>
    ${
      worse.length === 0
        ? null
        : html`<p>${texts.fallen}:</p>
            <ul>
              ${fallen
                .filter(({ set }) => worse.some(({ name }) => name === set))
                .map(({ q, expect, got }) => html`<li>${texts.line(q, expect, got)}</li>`)}
            </ul>`
    }`;
}
