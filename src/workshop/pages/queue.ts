import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Locale } from '../../language/locale.ts';
import type { Home, HomeEvidence } from '../../questions/home.ts';
import type { QueueEntry } from '../../questions/queue.ts';
import { linesOf } from '../draft.ts';
import type { Editor, WorkshopAnswer } from '../editor.ts';
import { html, type Html } from '../html.ts';
import { workshopTexts } from '../texts.ts';
import { at, formToken, pageOf } from './layout.ts';

/** So many groups are on the page: more are seen when these are done. */
const MOST_SHOWN = 30;
/** So many questions of a group are shown as they were asked. */
const MOST_ASKED = 4;

/** What waits for an editor; null where questions aren't kept. */
export function queuePage(
  queue: readonly QueueEntry[] | null,
  knowledge: Knowledge,
  editor: Editor,
  notices: readonly Html[],
  status = 200,
): WorkshopAnswer {
  const { queue: texts } = workshopTexts[editor.locale];
  const frame = { editor, title: texts.heading, section: 'queue', path: '/queue', notices, status } as const;
  if (queue === null) return pageOf(frame, html`<p>${texts.off}</p>`);
  if (queue.length === 0) return pageOf(frame, html`<p>${texts.empty}</p>`);
  const questions = queue.reduce((sum, entry) => sum + entry.questions.length, 0);
  const topics = [...new Set(Object.values(knowledge.outside ?? {}).flatMap((each) => Object.keys(each)))];
  const entries = queue.slice(0, MOST_SHOWN).map((entry) => entryOf(entry, knowledge, editor));
  const content = html`<p>${texts.intro(queue.length, questions)}</p>
    <datalist id="topics">${topics.map((topic) => html`<option value="${topic}"></option>`)}</datalist>
    ${entries}`;
  return pageOf(frame, content);
}

function entryOf(entry: QueueEntry, knowledge: Knowledge, editor: Editor): Html {
  const { queue: texts, day, language } = workshopTexts[editor.locale];
  const { id, questions, home, evidence } = entry;
  const newest = questions.at(-1);
  const asked = [...new Set(questions.map(({ words }) => words))].slice(-MOST_ASKED).reverse();
  const locale = newest?.locale ?? editor.locale;
  const heading = `g-${id}`;
  const expert = questions.findLast((each) => each.expert !== null)?.expert ?? null;
  const isNew = home.kind === 'new-answer';
  const yes = html`<button name="act" value="accept" ${isNew ? null : html` class="main"`}>
    ${texts.accept}
  </button>`;
  const fields = html`<div class="field">
      <label for="${id}.lines">${texts.lines}</label>
      <textarea id="${id}.lines" name="lines" rows="${Math.min(5, asked.length + 1)}" lang="${locale}">
${linesOf(questions).join('\n')}</textarea>
    </div>
    ${homesOf(id, home, knowledge, editor)}`;
  return html`<article class="group" aria-labelledby="${heading}">
    <h2 id="${heading}" lang="${locale}">${asked[0] ?? ''}</h2>
    <p class="hint">
      ${texts.asked(questions.length)}, ${language[locale]},
      ${texts.last(day((newest?.at ?? '').slice(0, 10)))}
    </p>
    ${
      asked.length < 2
        ? null
        : html`<ul lang="${locale}">
            ${asked.slice(1).map((words) => html`<li>${words}</li>`)}
          </ul>`
    }
    <p>
      <strong>${texts.proposed}:</strong> ${homeText(home, knowledge, editor.locale)}.
      <span class="hint">${becauseOf(evidence, editor)}</span>
    </p>
    ${
      expert === null
        ? null
        : html`<blockquote lang="${locale}">
            <p>${texts.expertSaid}:</p>
            <p class="plain">${expert}</p>
          </blockquote>`
    }
    <form method="post" action="${at(editor, '/queue')}">
      ${formToken(editor)}
      <input type="hidden" name="group" value="${id}" />
      ${isNew ? null : fields}
      <p class="acts">
        ${isNew ? html`<a class="button main" href="${at(editor, '/answer', { new: '1', from: id })}">${texts.write}</a>` : yes}
        <button name="act" value="decline">${texts.decline}</button>
      </p>
      ${
        isNew
          ? html`<details>
              <summary>${texts.home}</summary>
              ${fields}
              <p class="acts">${yes}</p>
            </details>`
          : null
      }
    </form>
  </article>`;
}

/** Both ways in which sentences can be taken over, with what is proposed chosen. */
function homesOf(id: string, home: Home, knowledge: Knowledge, { locale }: Editor): Html {
  const { queue: texts } = workshopTexts[locale];
  const isExample = home.kind !== 'not-ours';
  const chosen = home.kind === 'example' ? home.of : '';
  const targets = [
    ...[...knowledge.answers.values()].map((answer) => ({
      id: answer.id,
      title: questionOf(answer.id, knowledge, locale),
    })),
    ...[...knowledge.intents.values()].map(({ dialog, titles }) => ({
      id: dialog,
      title: titles[locale] ?? dialog,
    })),
  ].sort((one, other) => one.title.localeCompare(other.title, locale));
  const options = targets.map(
    (target) =>
      html`<option value="${target.id}" ${target.id === chosen ? html` selected` : null}>
        ${target.title}
      </option>`,
  );
  const topic = home.kind === 'not-ours' ? (home.topic ?? '') : '';
  const radio = (value: string, label: string, isChosen: boolean): Html =>
    html`<input
        type="radio"
        id="${id}.${value}"
        name="home"
        value="${value}"
        ${isChosen ? html` checked` : null}
      /><label for="${id}.${value}">${label}</label>`;
  return html`<fieldset class="homes">
    <legend class="unseen">${texts.home}</legend>
    <div class="row">
      ${radio('example', texts.homes.example, isExample)}
      <select name="target" aria-label="${texts.target}">
        <option value=""></option>
        ${options}
      </select>
    </div>
    <div class="row">
      ${radio('not-ours', texts.homes.notOurs, !isExample)}
      <input
        name="topic"
        list="topics"
        value="${topic}"
        aria-label="${texts.topic}"
        placeholder="${texts.topic}"
        autocomplete="off"
      />
    </div>
  </fieldset>`;
}

function homeText(home: Home, knowledge: Knowledge, locale: Locale): string {
  const texts = workshopTexts[locale].queue;
  if (home.kind === 'example') return texts.asExample(questionOf(home.of, knowledge, locale));
  return home.kind === 'not-ours' ? texts.asNotOurs(home.topic) : texts.asNew;
}

/** What an answer or dialog is called for people. */
function questionOf(id: string, { answers, intents }: Knowledge, locale: Locale): string {
  const texts = answers.get(id)?.texts;
  const question = texts?.[locale]?.question ?? Object.values(texts ?? {})[0]?.question;
  return question ?? intents.get(id)?.titles[locale] ?? id;
}

function becauseOf({ picks, experts, dislikes, confidence }: HomeEvidence, { locale }: Editor): string {
  const { because } = workshopTexts[locale].queue;
  const said = [
    picks > 0 ? because.picks(picks) : null,
    experts > 0 ? because.experts(experts) : null,
    dislikes > 0 ? because.dislikes(dislikes) : null,
    confidence > 0 ? because.confidence(Math.round(100 * confidence)) : null,
  ].filter((each) => each !== null);
  return said.length === 0 ? '' : `(${said.join(', ')})`;
}
