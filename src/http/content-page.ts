import type { Request, Response, Server } from 'restify';
import { filledIn, type Page, type PageFacts, type PageName, PAGES } from '../knowledge/page.ts';
import { LOCALES, type Locale } from '../language/locale.ts';
import { TEAMS_FRAMES } from './page-routes.ts';
import { pageStyle } from './content-page-style.ts';
import { contentPageTexts } from './content-page-texts.ts';

/** What the pages are made from; a page is read when it is first asked for, and kept. */
export interface ContentPages {
  readonly read: (name: PageName) => Promise<Page>;
  readonly facts: (locale: Locale) => PageFacts;
}

/** Nothing runs on these pages, and nothing frames them but Teams, which shows help in a tab. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; " +
  `frame-ancestors ${TEAMS_FRAMES}`;

const STYLE_PATH = '/pages.css';

/** Mounts the pages on privacy, terms and help (`/privacy?lang=en`), for everybody. */
export function mountContentPages(server: Server, { read, facts }: ContentPages): void {
  const kept = new Map<PageName, Promise<Page>>();
  const pageOf = (name: PageName): Promise<Page> => {
    const page = kept.get(name) ?? read(name);
    kept.set(name, page);
    return page;
  };
  let markdown: ReturnType<typeof openMarkdown> | null = null;
  for (const name of PAGES) {
    server.get(`/${name}`, async (req, res) => {
      markdown ??= openMarkdown();
      const locale = localeAsked(req);
      const page = await pageOf(name);
      const body = (await markdown).render(filledIn(page.texts[locale].body, facts(locale)));
      sendPage(res, htmlOf(page, locale, body), locale);
    });
  }
  server.get(STYLE_PATH, (_req, res, next) => {
    res.writeHead(200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'max-age=3600' });
    res.end(pageStyle);
    next(false);
  });
}

/** Loaded when a page is asked for: a turn never needs it. */
async function openMarkdown() {
  const { default: MarkdownIt } = await import('markdown-it');
  return new MarkdownIt({ html: false, linkify: false });
}

/** The language that the address names, or else the browser's first of ours; Italian where there is none. */
function localeAsked(req: Request): Locale {
  const asked = new URLSearchParams(req.getQuery()).get('lang');
  const accepted = (req.headers['accept-language'] ?? '').toLowerCase().split(',');
  const wanted = [asked ?? '', ...accepted.map((each) => each.trim())];
  return wanted.flatMap((each) => LOCALES.find((locale) => each.startsWith(locale)) ?? []).at(0) ?? 'it';
}

function htmlOf({ id, updated, texts }: Page, locale: Locale, body: string): string {
  const { title } = texts[locale];
  const words = contentPageTexts[locale];
  const others = PAGES.filter((name) => name !== id).map(
    (name) => `<a href="/${name}?lang=${locale}">${words[name]}</a>`,
  );
  const languages = LOCALES.filter((each) => each !== locale).map(
    (each) => `<a href="/${id}?lang=${each}" lang="${each}" hreflang="${each}">${words.name[each]}</a>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Co-sell Assistant</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main>
<h1>${title}</h1>
${body}<p class="updated">${words.updated(updated)}</p>
</main>
<nav aria-label="${words.more}">${[...others, ...languages].join(' ')}</nav>
</body>
</html>
`;
}

function sendPage(res: Response, html: string, locale: Locale): void {
  res.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Content-Language': locale,
    Vary: 'Accept-Language',
    'Cache-Control': 'no-cache',
  });
  res.end(html);
}
