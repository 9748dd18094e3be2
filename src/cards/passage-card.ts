import type { Excerpt, ExcerptPiece, ExcerptRow } from '../documents/excerpt.ts';
import type { FollowUpPrompt, Section } from '../documents/section.ts';
import { daysBetween, formatDay } from '../language/format.ts';
import type { Locale } from '../language/locale.ts';
import { bullet, type Piece } from './line.ts';
import { passageTexts } from './passage-texts.ts';
import type { Button, CardElement, Reply } from './reply-data.ts';
import { lineBlock } from './text-block.ts';

/** A page of more days than these may no longer say how things are. */
const OLD_AFTER_DAYS = 2 * 365;

const LONGEST_TITLE = 60;
const MOST_FOLLOWING = 3;

/** What is shown of imported documents. */
export interface ShownPassage {
  readonly section: Section;
  readonly excerpt: Excerpt;
  /** What its document has follow on it, as buttons with these labels. */
  readonly follows: readonly FollowUpPrompt[];
  /** What else may answer, the likeliest first: at most two are offered. */
  readonly others: readonly Section[];
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
  /** False where a form asks its own question next. */
  readonly hasWaysOn: boolean;
}

/**
 * A passage of an imported document, said as what it is: where it stands, the sentences that matter with the question's
 * words in weight, its steps, of which day it is, and the way to the page. Its words are outside text, shown as they stand.
 */
export function passageReply(shown: ShownPassage, locale: Locale): Reply {
  const { section, excerpt, hasWaysOn } = shown;
  const texts = passageTexts[locale];
  const rows = excerpt.rows.map(rowPieces);
  const first = [...excerpt.sentences, ...excerpt.steps, ...rows].map((pieces) =>
    pieces.map(({ text }) => text).join(''),
  )[0];
  return {
    openTo: 'everybody',
    summary: `${texts.found} ${section.heading}${first === undefined ? '' : `: ${first}`}`,
    body: [
      lineBlock(texts.found, { isBold: true }),
      lineBlock({ heading: section.heading }),
      lineBlock(placeOf(section), { isSubtle: true, size: 'small', spacing: 'none' }),
      ...excerpt.sentences.map((pieces) => lineBlock(pieces.map(weighted))),
      ...excerpt.steps.map((pieces, at) =>
        lineBlock({ mark: `${String(at + 1)}.`, item: pieces.map(weighted) }, { spacing: 'small' }),
      ),
      ...(excerpt.hasMoreSteps ? [lineBlock(texts.moreSteps, { isSubtle: true, spacing: 'small' })] : []),
      ...rows.map((pieces) => lineBlock(bullet(pieces), { spacing: 'small' })),
      ...(excerpt.hasMoreRows ? [lineBlock(texts.moreRows, { isSubtle: true, spacing: 'small' })] : []),
      ...cautions(shown, locale),
    ],
    buttons: [...pageButton(section, locale), ...(hasWaysOn ? waysOn(shown, locale) : [])],
  };
}

/** "Prodotto: Aurelia Plus · Canone mensile: 129 €": read one cell after the other, a row says all on a phone, too. */
function rowPieces(row: ExcerptRow): readonly Piece[] {
  return row.flatMap(({ name, cell }, at) => [
    { text: `${at === 0 ? '' : ' · '}${name === '' ? '' : `${name}: `}` },
    ...cell.map(weighted),
  ]);
}

const weighted = ({ text, isAsked }: ExcerptPiece): Piece => (isAsked ? { text, isBold: true } : { text });

/** The page and the headings above: the page's first heading mostly is its title, and isn't said twice. */
function placeOf({ document, trail, heading }: Section): string {
  const above = [document.title, ...trail].filter(
    (each, at, all) => each !== heading && all.indexOf(each) === at,
  );
  return (above.length === 0 ? [document.title] : above).join(' › ');
}

/** What a reader has to know of the page: its day, its age, its language, its licence. */
function cautions({ section: { document }, today }: ShownPassage, locale: Locale): CardElement[] {
  const texts = passageTexts[locale];
  const { date, isArchived, isNews, licence } = document;
  const isOld = date !== null && daysBetween(date, today) > OLD_AFTER_DAYS;
  const day = date === null ? texts.noDay : texts.dayOf(formatDay(date, locale));
  const notes = [
    ...(isArchived ? [texts.archived] : isNews ? [texts.news] : isOld ? [texts.old] : []),
    ...(document.locale === locale ? [] : [texts.language(document.locale)]),
  ];
  const small = [day, ...(licence === null ? [] : [texts.licence(licence)])].join(' ');
  return [
    ...notes.map((note) => lineBlock(note, { spacing: 'small' })),
    lineBlock(small, { isSubtle: true, size: 'small' }),
  ];
}

function pageButton({ url }: Section, locale: Locale): Button[] {
  return url === null ? [] : [{ title: passageTexts[locale].open(new URL(url).host), url }];
}

/** What follows on it, then what else may answer: with the way to the page six buttons at most. */
function waysOn({ follows, others }: ShownPassage, locale: Locale): Button[] {
  const following = follows.slice(0, MOST_FOLLOWING);
  const next = following.map(({ label, section }) => passageButton(label, section));
  const instead = others
    .filter(({ id }) => !following.some(({ section }) => section === id))
    .slice(0, next.length === MOST_FOLLOWING ? 1 : 2)
    .map(({ heading, id }) => passageButton(heading, id));
  const none: Button = { title: passageTexts[locale].noneOfThese, action: { action: 'none-of-these' } };
  return [...next, ...instead, ...(instead.length === 0 ? [] : [none])];
}

function passageButton(title: string, id: string): Button {
  const short = title.length <= LONGEST_TITLE ? title : `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
  return { title: short, action: { action: 'passage', id } };
}
