import type { WorkshopAnswer, Editor, WorkshopRequest } from '../editor.ts';
import { html, type Html } from '../html.ts';
import type { WorkshopParts } from '../parts.ts';
import { workshopTexts } from '../texts.ts';
import { sum } from '../usage.ts';
import { LOCALES } from '../../language/locale.ts';
import type { Answer } from '../../knowledge/knowledge.ts';
import { wordsOf } from '../../knowledge/wording.ts';
import { at, pageOf } from './layout.ts';

/** Fewer examples than this are few: the check warns from there on, too. */
const FEW = 10;
const DAY_MS = 86_400_000;
/** Use is counted over so many days. */
const USE_DAYS = 30;
/** A review older than this is worth another look, in days. */
const OLD_DAYS = 365;

/** All answers, with how much they are used, how well they are covered and how old they are. */
export async function showAnswers(
  { query }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
  notices: readonly Html[],
): Promise<WorkshopAnswer> {
  const texts = workshopTexts[editor.locale].answers;
  const { answers } = await parts.readFolder();
  const used = await usesOf(editor, parts);
  const asked = (query.get('q') ?? '').slice(0, 200);
  const found = answers.map(({ value }) => value).filter((answer) => holds(answer, asked));
  const rows = found
    .sort((one, other) => (used[other.id] ?? 0) - (used[one.id] ?? 0) || one.id.localeCompare(other.id))
    .map((answer) => rowOf(answer, used[answer.id] ?? 0, editor, parts.now()));
  const content = html`<p>${texts.intro(answers.length)}</p>
    <div class="tools">
      <form method="get" action="/workshop" role="search">
        <input type="hidden" name="lang" value="${editor.locale}" />
        <label for="q">${texts.find}</label>
        <span class="joined"
          ><input id="q" name="q" type="search" value="${asked}" /><button>${texts.search}</button></span
        >
      </form>
      <a class="button" href="${at(editor, '/answer', { new: '1' })}">${texts.add}</a>
    </div>
    ${rows.length === 0 ? html`<p>${texts.none}</p>` : tableOf(rows, editor)}`;
  const frame = {
    editor,
    title: texts.heading,
    section: 'answers',
    path: '/',
    query: { q: asked },
    notices,
  } as const;
  return pageOf(frame, content);
}

/** How often each answer was shown in the last days. */
async function usesOf(editor: Editor, parts: WorkshopParts): Promise<Record<string, number>> {
  const since = new Date(parts.now().getTime() - USE_DAYS * DAY_MS).toISOString().slice(0, 10);
  return sum((await parts.usage(editor.tenantId, since)).map(({ answers }) => answers));
}

function tableOf(rows: readonly Html[], { locale }: Editor): Html {
  const { columns } = workshopTexts[locale].answers;
  return html`<table class="list">
    <thead>
      <tr>
        <th scope="col">${columns.question}</th>
        <th scope="col" class="figure">${columns.use}</th>
        <th scope="col">${columns.examples}</th>
        <th scope="col">${columns.reviewed}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function rowOf(answer: Answer, uses: number, editor: Editor, now: Date): Html {
  const { answers: texts, day } = workshopTexts[editor.locale];
  const { question = answer.id } = answer.texts[editor.locale] ?? Object.values(answer.texts)[0] ?? {};
  const age = (now.getTime() - Date.parse(answer.reviewed)) / DAY_MS;
  const counts = LOCALES.map((locale) => answer.texts[locale]?.examples.length ?? null);
  const lacks = counts.includes(null)
    ? texts.missing
    : counts.some((count) => (count ?? 0) < FEW)
      ? texts.few
      : null;
  const { columns } = texts;
  return html`<tr>
    <th scope="row">
      <a href="${at(editor, '/answer', { id: answer.id })}">${question}</a
      ><span class="id">${answer.id}</span>
    </th>
    <td class="figure" data-column="${columns.use}">${uses}</td>
    <td data-column="${columns.examples}">
      ${counts.map((count) => String(count ?? '–')).join(' / ')}${mark(lacks)}
    </td>
    <td data-column="${columns.reviewed}">
      ${day(answer.reviewed)}${mark(age > OLD_DAYS ? texts.old : null)}
    </td>
  </tr>`;
}

function mark(text: string | null): Html | null {
  return text === null ? null : html` <span class="mark">${text}</span>`;
}

/** Whether an answer says all words that are looked for, anywhere. */
function holds({ id, texts }: Answer, asked: string): boolean {
  const said = new Set(
    [
      id,
      ...Object.values(texts).flatMap(({ question, lead, body, examples }) => [
        question,
        lead,
        body,
        ...examples,
      ]),
    ].flatMap(wordsOf),
  );
  const all = [...said];
  return wordsOf(asked).every((word) => all.some((each) => each.startsWith(word)));
}
