import { LOCALES, type Locale } from '../../language/locale.ts';
import type { ExplainedCandidate, Explanation } from '../../matching/explain.ts';
import type { Editor, WorkshopAnswer, WorkshopRequest } from '../editor.ts';
import { html, type Html } from '../html.ts';
import type { KnownNow } from '../judge.ts';
import { workshopTexts } from '../texts.ts';
import { pageOf } from './layout.ts';

const LONGEST = 500;
const MOST_FEATURES = 5;

/** What the engine takes a sentence for, and why. */
export function showExplanation({ query }: WorkshopRequest, editor: Editor, known: KnownNow): WorkshopAnswer {
  const { explain: texts, language } = workshopTexts[editor.locale];
  const sentence = (query.get('q') ?? '').slice(0, LONGEST);
  const locale = LOCALES.find((each) => each === query.get('in')) ?? editor.locale;
  const options = LOCALES.map(
    (each) =>
      html`<option value="${each}" ${each === locale ? html` selected` : null}>${language[each]}</option>`,
  );
  const content = html`<p>${texts.intro}</p>
    <form method="get" action="/workshop/explain" class="asking">
      <input type="hidden" name="lang" value="${editor.locale}" />
      <div class="field">
        <label for="q">${texts.sentence}</label
        ><input id="q" name="q" value="${sentence}" maxlength="${LONGEST}" required />
      </div>
      <div class="field short">
        <label for="in">${texts.in}</label
        ><select id="in" name="in">
          ${options}
        </select>
      </div>
      <p class="acts"><button class="main">${texts.show}</button></p>
    </form>
    ${sentence.trim() === '' ? null : explained(sentence, locale, editor, known)}`;
  const address = { path: '/explain', query: { q: sentence, in: locale } };
  return pageOf({ editor, title: texts.heading, section: 'explain', ...address }, content);
}

function explained(
  sentence: string,
  locale: Locale,
  editor: Editor,
  { answerer, knowledge }: KnownNow,
): Html {
  const { explain: texts } = workshopTexts[editor.locale];
  const explanation = answerer.explain(sentence, { locale });
  const { match, reason, candidates } = explanation;
  const passages = match.passages.map(({ section, confidence }) => {
    const title = knowledge.sections?.find(({ id }) => id === section)?.heading ?? section;
    return html`<li>${title} (${percentOf(confidence)})</li>`;
  });
  return html`<section aria-labelledby="outcome">
    <h2 id="outcome">${texts.outcome}</h2>
    <p>
      <strong>${texts.outcomes[match.outcome]}</strong
      >${match.id === null ? null : html` <code>${match.id}</code>`}: ${texts.reasons[reason]}.
    </p>
    ${wordsOf(explanation, editor)}
    <ol class="candidates">
      ${candidates.map((candidate) => candidateOf(candidate, editor))}
    </ol>
    ${
      passages.length === 0
        ? null
        : html`<h2>${texts.passages}</h2>
            <ol>
              ${passages}
            </ol>`
    }
  </section>`;
}

function wordsOf({ words, mended }: Explanation, { locale }: Editor): Html {
  const { explain: texts } = workshopTexts[locale];
  const read = words.map(({ text, isKnown }) =>
    isKnown ? html`<li>${text}</li>` : html`<li>${text} <span class="mark">${texts.unknown}</span></li>`,
  );
  const changed = mended.map(({ from, to }) => html`<li>${from} → ${to}</li>`);
  return html`<h2>${texts.words}</h2>
    <ul class="words">
      ${read}
    </ul>
    ${
      changed.length === 0
        ? null
        : html`<p>${texts.mended}:</p>
            <ul class="words">
              ${changed}
            </ul>`
    }`;
}

function candidateOf(
  { id, confidence, nearestExample, features }: ExplainedCandidate,
  { locale }: Editor,
): Html {
  const { explain: texts } = workshopTexts[locale];
  const strong = features
    .filter(({ weight }) => weight > 0)
    .slice(0, MOST_FEATURES)
    .map(({ name }) => name.trim());
  const percent = Math.round(100 * confidence);
  return html`<li>
    <code>${id}</code>
    <meter min="0" max="100" value="${percent}" aria-label="${texts.confidence}">${percent} %</meter>
    ${percentOf(confidence)} <br /><span class="near">${texts.nearest}: «${nearestExample}»</span> <br /><span
      class="near"
      >${texts.features}: ${strong.join(', ')}</span
    >
  </li>`;
}

const percentOf = (confidence: number): string => `${String(Math.round(100 * confidence))} %`;
