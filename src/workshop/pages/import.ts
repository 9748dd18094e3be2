import { LOCALES } from '../../language/locale.ts';
import type { Editor, WorkshopAnswer } from '../editor.ts';
import { html, type Html } from '../html.ts';
import type { ImportChange, LookedAt } from '../parts.ts';
import { workshopTexts } from '../texts.ts';
import { at, formToken, pageOf } from './layout.ts';

/** Of many changes so many are shown; the rest is counted. */
const MOST_SHOWN = 200;
const SIGNS = { added: '+', changed: '~', kept: '!', removed: '−', hidden: '−' } as const;

/**
 * The form that asks for documents, or what an import that was looked at would change.
 *
 * @param isWorse whether it was refused since questions would get worse, and may be written all the same
 */
export function importPage(
  looked: LookedAt | null,
  editor: Editor,
  notices: readonly Html[],
  status = 200,
  isWorse = false,
): WorkshopAnswer {
  const { import: texts } = workshopTexts[editor.locale];
  const frame = {
    editor,
    title: texts.heading,
    section: 'import',
    path: '/import',
    notices,
    status,
  } as const;
  return pageOf(frame, looked === null ? asking(editor) : shown(looked, editor, isWorse));
}

function asking(editor: Editor): Html {
  const { import: texts, language } = workshopTexts[editor.locale];
  const options = LOCALES.map((each) => html`<option value="${each}">${language[each]}</option>`);
  const from = html`<div class="field">
    <label for="from">${texts.address}</label><input id="from" name="from" />
  </div>`;
  return html`<p>${texts.intro}</p>
    <form method="post" action="${at(editor, '/import')}" enctype="multipart/form-data" class="asking">
      ${formToken(editor)}
      <div class="field">
        <label for="files">${texts.files}</label><input id="files" name="files" type="file" multiple />
      </div>
      <div class="field">
        <label for="folder">${texts.folder}</label
        ><input id="folder" name="files" type="file" webkitdirectory />
      </div>
      ${editor.isLocal ? from : null}
      <div class="field short">
        <label for="in">${texts.in}</label
        ><select id="in" name="in">
          ${options}
        </select>
      </div>
      <p class="acts"><button name="act" value="look" class="main">${texts.look}</button></p>
    </form>`;
}

function shown({ id, changes, leftOut }: LookedAt, editor: Editor, isWorse: boolean): Html {
  const { import: texts } = workshopTexts[editor.locale];
  const moved = changes.filter(({ kind }) => kind !== 'same');
  const same = changes.length - moved.length;
  const list = html`<ul class="changes">
    ${moved.slice(0, MOST_SHOWN).map((change) => changeOf(change, editor))}
  </ul>`;
  const rest = moved.length > MOST_SHOWN ? html`<p>… ${moved.length - MOST_SHOWN}</p>` : null;
  return html`<h2>${texts.changes}</h2>
    ${moved.length === 0 ? html`<p>${texts.noChange}</p>` : html`${list}${rest}`}
    ${same === 0 ? null : html`<p class="hint">${same} × ${texts.kinds.same}</p>`}
    ${
      leftOut.length === 0
        ? null
        : html`<details>
            <summary>${texts.leftOut} (${leftOut.length})</summary>
            <ul>
              ${leftOut.slice(0, MOST_SHOWN).map((each) => html`<li>${each}</li>`)}
            </ul>
          </details>`
    }
    <form method="post" action="${at(editor, '/import')}">
      ${formToken(editor)}
      <input type="hidden" name="looked" value="${id}" />
      ${isWorse ? html`<input type="hidden" name="anyway" value="1" />` : null}
      <p class="acts">
        ${moved.length === 0 ? null : html`<button name="act" value="write" class="main">${isWorse ? texts.anyway : texts.yes}</button>`}
        <a class="button" href="${at(editor, '/import')}">${texts.no}</a>
      </p>
    </form>`;
}

function changeOf({ kind, path, sections, parts }: ImportChange, { locale }: Editor): Html {
  const { import: texts } = workshopTexts[locale];
  const inside =
    kind === 'added'
      ? null
      : html`<ul>
          ${parts.map((part) => html`<li>${SIGNS[part.kind]} ${part.heading}</li>`)}
        </ul>`;
  return html`<li>
    <strong>${path}</strong>
    <span class="mark ${kind}">${texts.kinds[kind]}</span> ${texts.sections(sections)}${inside}
  </li>`;
}
