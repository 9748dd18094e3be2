import type { Editor } from '../editor.ts';
import { html, type Html } from '../html.ts';
import type { LayerVersion } from '../layer.ts';
import { workshopTexts } from '../texts.ts';
import type { AnswerView } from './answer.ts';
import { at, formToken } from './layout.ts';

/** What a form calls the folder's own text. */
export const FOLDER = 'folder';

/** What became of an answer: what was changed here, with a way back, and what git knows. */
export function historyOf(view: AnswerView, editor: Editor): Html {
  const { answer: texts, day } = workshopTexts[editor.locale];
  const { laid = [], git = null } = view.history ?? {};
  const steps = [
    ...laid.map((version, at) => laidStep(version, at === 0, view, editor)),
    ...(git ?? []).map((step) => html`<li>${day(step.day)}, ${step.by}: ${step.what}</li>`),
  ];
  const isLaid = laid[0] !== undefined && laid[0].text !== null;
  const shown =
    steps.length === 0
      ? html`<p>${texts.noHistory}</p>`
      : html`<ul class="history">
          ${steps}
        </ul>`;
  return html`<details ${view.backAnyway === null ? null : html` open`}>
    <summary>${texts.history}</summary>
    ${shown}
    ${isLaid ? wayBack(FOLDER, { says: texts.goBackToFolder, means: texts.goBackToFolder }, view, editor) : null}
  </details>`;
}

function laidStep(version: LayerVersion, isLast: boolean, view: AnswerView, editor: Editor): Html {
  const { answer: texts, moment } = workshopTexts[editor.locale];
  const { text, at: when, by } = version;
  const name = by?.name ?? null;
  const date = moment(when);
  if (text === null) return html`<li>${texts.takenOff(date, name)}</li>`;
  const back = isLast
    ? html` (${texts.holds})`
    : wayBack(text, { says: texts.goBack, means: texts.goBackTo(date) }, view, editor);
  return html`<li>${texts.laid(date, name)}${back}</li>`;
}

/** A button that lets a former text hold again, of a form of its own. */
function wayBack(
  version: string,
  label: { readonly says: string; readonly means: string },
  { fields, backAnyway }: AnswerView,
  editor: Editor,
): Html {
  const { answer: texts } = workshopTexts[editor.locale];
  const isWorse = backAnyway === version;
  return html`<form method="post" action="${at(editor, '/answer')}" class="back">
    ${formToken(editor)}
    <input type="hidden" name="id" value="${fields.id}" /><input
      type="hidden"
      name="eTag"
      value="${fields.eTag}"
    />
    <input type="hidden" name="version" value="${version}" />
    ${isWorse ? html`<input type="hidden" name="anyway" value="1" />` : null}
    <button
      name="act"
      value="back"
      aria-label="${isWorse ? `${texts.goBackAnyway}: ${label.means}` : label.means}"
    >
      ${isWorse ? texts.goBackAnyway : label.says}
    </button>
  </form>`;
}
