import type { Editor } from './editor.ts';
import { html, type Html } from './html.ts';
import { notice } from './pages/layout.ts';
import type { WorkshopParts } from './parts.ts';
import { workshopTexts } from './texts.ts';

/** What every page says as long as it is so. */
export async function standing(editor: Editor, parts: WorkshopParts): Promise<Html[]> {
  const texts = workshopTexts[editor.locale];
  const faults = parts.faults();
  const list = html`<ul>
    ${faults.map((fault) => html`<li>${fault}</li>`)}
  </ul>`;
  const [goTo, conflicts] = await Promise.all([parts.files.goTo(), parts.files.conflicts()]);
  const files = html`<ul>
    ${conflicts.map((file) => html`<li>${file}</li>`)}
  </ul>`;
  return [
    ...(goTo === 'folder' ? [] : [notice('plain', texts.laidOver(editor.tenantId !== null))]),
    ...(conflicts.length === 0 ? [] : [notice('bad', texts.conflicts, files)]),
    ...(faults.length === 0 ? [] : [notice('bad', texts.broken, list)]),
  ];
}
