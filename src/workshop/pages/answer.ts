import type { Answer, Knowledge } from '../../knowledge/knowledge.ts';
import { LOCALES, type Locale } from '../../language/locale.ts';
import { type AnswerFields, asAnswer, type TextFields } from '../answer-form.ts';
import type { Catching } from '../catching.ts';
import type { Editor, WorkshopAnswer } from '../editor.ts';
import { html, type Html } from '../html.ts';
import type { FileHistory, WorkshopParts } from '../parts.ts';
import { workshopTexts } from '../texts.ts';
import { historyOf } from './history.ts';
import { at, formToken, pageOf } from './layout.ts';

/** What the page of an answer shows. */
export interface AnswerView {
  readonly fields: AnswerFields;
  /** As it is in the folder; null where it is new. */
  readonly before: Answer | null;
  /** What somebody else wrote meanwhile; null where nobody did. */
  readonly theirs: AnswerFields | null;
  /** Whether questions would get worse: then it can be saved all the same. */
  readonly isWorse: boolean;
  readonly tried: Readonly<
    Partial<Record<Locale, { readonly sentence: string; readonly catching: Catching }>>
  >;
  readonly knowledge: Knowledge;
  /** Null where it is new. */
  readonly history: FileHistory | null;
  /** The version (or `folder`) that can be gone back to although questions get worse; null where none was refused for that. */
  readonly backAnyway: string | null;
}

/** The form of an answer, both languages side by side, with its card and who would catch a sentence. */
export function answerPage(
  view: AnswerView,
  editor: Editor,
  parts: Pick<WorkshopParts, 'card'>,
  notices: readonly Html[],
  status = 200,
): WorkshopAnswer {
  const { answer: texts } = workshopTexts[editor.locale];
  const { fields, before } = view;
  const isNew = before === null;
  const title = isNew ? texts.newHeading : texts.heading(fields.id);
  const path = {
    section: 'answers',
    path: '/answer',
    query: isNew ? { new: '1' } : { id: fields.id },
  } as const;
  const hasMore = Object.values(before?.texts ?? {}).some(
    ({ verdicts, variants, offer }) => verdicts ?? variants ?? offer,
  );
  const content = html`<form method="post" action="${at(editor, '/answer')}" class="edit" id="edit">
      ${formToken(editor)}
      <input type="hidden" name="eTag" value="${view.theirs?.eTag ?? fields.eTag}" />
      ${isNew ? newParts(view, editor) : html`<input type="hidden" name="id" value="${fields.id}" />`}
      ${hasMore ? html`<p class="hint">${texts.extra}</p>` : null}
      <div class="sides">${LOCALES.map((locale) => sideOf(locale, view, editor, parts))}</div>
      <div class="field short">
        <label for="reviewed">${texts.reviewed}</label>
        <input
          id="reviewed"
          name="reviewed"
          value="${fields.reviewed}"
          required
          pattern="\\d{4}-\\d{2}-\\d{2}"
        />
      </div>
      ${view.isWorse ? html`<p class="check"><input type="checkbox" id="anyway" name="anyway" value="1" /><label for="anyway">${texts.saveAnyway}</label></p>` : null}
      <p class="acts">
        <button name="act" value="save" class="main">${texts.save}</button>
        <button name="act" value="look">${texts.showCard}</button>
      </p>
    </form>
    ${isNew ? null : historyOf(view, editor)}`;
  return pageOf({ editor, title, ...path, notices, status, hasCards: true }, content);
}

function newParts({ fields, knowledge }: AnswerView, { locale }: Editor): Html {
  const texts = workshopTexts[locale].answer;
  const options = [...knowledge.sources.values()].map(({ id, titles, headings }) => {
    const inside = headings.map(({ own }) => {
      const value = `${id}#${own}`;
      return html`<option value="${value}" ${value === fields.source ? html` selected` : null}>
        ${own}
      </option>`;
    });
    return html`<optgroup label="${titles[locale] ?? Object.values(titles)[0] ?? id}">${inside}</optgroup>`;
  });
  return html`<input type="hidden" name="new" value="1" />
    <div class="field short">
      <label for="id">${texts.id}</label><input id="id" name="id" value="${fields.id}" required />
    </div>
    <div class="field">
      <label for="source">${texts.source}</label>
      <select id="source" name="source" required>
        <option value="">${texts.noSource}</option>
        ${options}
      </select>
    </div>`;
}

function sideOf(locale: Locale, view: AnswerView, editor: Editor, parts: Pick<WorkshopParts, 'card'>): Html {
  const { answer: texts, language } = workshopTexts[editor.locale];
  const own = view.fields.texts[locale];
  const theirs = view.theirs?.texts[locale] ?? null;
  const name = (field: string): string => `${locale}.${field}`;
  const box = (field: keyof TextFields, rows: number): Html => {
    const label = html`<label for="${name(field)}">${texts[field]}</label>`;
    const input =
      rows === 1
        ? html`<input id="${name(field)}" name="${name(field)}" value="${own[field]}" lang="${locale}" />`
        : html`<textarea id="${name(field)}" name="${name(field)}" rows="${rows}" lang="${locale}">
${own[field]}</textarea>`;
    return html`<div class="field">
      ${label}${input}${theirsOf(theirs?.[field] ?? null, own[field], editor)}
    </div>`;
  };
  const tried = view.tried[locale] ?? null;
  return html`<fieldset class="side">
    <legend>${language[locale]}</legend>
    ${box('question', 1)}${box('label', 1)}${box('lead', 3)}${box('body', 10)}${box('examples', 12)}
    <h2>${texts.card}</h2>
    ${cardOf(locale, view, parts)}
    <h2>${texts.tryHeading}</h2>
    <div class="field">
      <label for="${name('try')}">${texts.tryLabel}</label>
      <span class="joined"
        ><input
          id="${name('try')}"
          name="${name('try')}"
          value="${tried?.sentence ?? ''}"
          lang="${locale}"
          autocomplete="off"
        />
        <button name="act" value="try">${texts.try}</button></span
      >
    </div>
    <div class="caught" id="${name('caught')}" aria-live="polite">
      ${tried === null ? null : caughtBy(tried.catching, view.fields.id, editor)}
    </div>
  </fieldset>`;
}

/** What stands there now, where it is another text than the editor's. */
function theirsOf(theirs: string | null, own: string, { locale }: Editor): Html | null {
  if (theirs === null || theirs === own) return null;
  return html`<div class="theirs">
    <p>${workshopTexts[locale].answer.theirs}:</p>
    <pre>${theirs}</pre>
  </div>`;
}

/** The card as data, which the page's script shows; without one, its words. */
function cardOf(
  locale: Locale,
  { fields, before, knowledge }: AnswerView,
  parts: Pick<WorkshopParts, 'card'>,
): Html {
  const { lead, body } = fields.texts[locale];
  if (lead === '') return html`<div class="card" id="${locale}.card"></div>`;
  const card = JSON.stringify(parts.card(asAnswer(fields, before), locale, knowledge));
  return html`<div class="card" id="${locale}.card" data-card="${card}" lang="${locale}">
    <p><strong>${lead}</strong></p>
    <p class="plain">${body}</p>
  </div>`;
}

/** Who would catch a sentence, the likeliest first. */
export function caughtBy({ outcome, candidates, asked }: Catching, ownId: string, editor: Editor): Html {
  const { explain: texts, queue } = workshopTexts[editor.locale];
  const rows = candidates.map(({ id, confidence, example }) => {
    const percent = Math.round(100 * confidence);
    return html`<li${id === ownId ? html` class="own"` : null}><span class="who">${id}</span>
<meter min="0" max="100" value="${percent}" aria-label="${texts.confidence}">${percent} %</meter> <span>${percent} %</span>
<span class="near">${texts.nearest}: «${example}»</span></li>`;
  });
  const kept =
    asked.length === 0
      ? null
      : html`<p>${queue.heading}:</p>
          <ul>
            ${asked.map((words) => html`<li>${words}</li>`)}
          </ul>`;
  return html`<p><strong>${texts.outcomes[outcome]}</strong></p>
    <ol>
      ${rows}
    </ol>
    ${kept}`;
}
