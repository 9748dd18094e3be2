import { AppError } from '../errors.ts';
import { LOCALES } from '../language/locale.ts';
import type { Editor, WorkshopAnswer, WorkshopRequest } from './editor.ts';
import { importPage } from './pages/import.ts';
import { at, notice, trialDetails } from './pages/layout.ts';
import type { ImportSource, WorkshopParts } from './parts.ts';
import { standing } from './standing.ts';
import { workshopTexts } from './texts.ts';

/** The form that asks for documents, with what came of the last import. */
export async function openImport(
  { query }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const written = Number(query.get('written') ?? 'NaN');
  const { import: texts } = workshopTexts[editor.locale];
  const told = Number.isInteger(written) ? [notice('good', texts.written(written))] : [];
  const notices = [...told, ...(await standing(editor, parts))];
  return importPage(null, editor, notices);
}

/** Looks at documents, or writes what was looked at. */
export async function changeImport(
  { form }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const { import: texts } = workshopTexts[editor.locale];
  const tell = (text: string, status: number): WorkshopAnswer =>
    importPage(null, editor, [notice('bad', text)], status);
  if (form.get('act') === 'write') {
    const looked = form.get('looked');
    const came = await parts.importer.write(
      typeof looked === 'string' ? looked : '',
      form.get('anyway') === '1',
    );
    if (came.kind === 'gone') return tell(texts.gone, 409);
    if (came.kind === 'written')
      return { kind: 'go', to: at(editor, '/import', { written: String(came.documents) }) };
    const why = trialDetails(came.trial, editor);
    const isWorse = came.trial.problems.length === 0;
    return importPage(came.look, editor, [notice('bad', texts.refused, why)], 422, isWorse);
  }
  const source = await sourceIn(form, editor);
  if (source === null) return tell(texts.nothing, 422);
  try {
    return importPage(await parts.importer.look(source), editor, await standing(editor, parts));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return tell(error.message, 422);
  }
}

/** What is to be imported; null where nothing is named. Only who sits at this machine may name what it can reach. */
async function sourceIn(form: FormData, { isLocal, locale: own }: Editor): Promise<ImportSource | null> {
  const locale = LOCALES.find((each) => each === form.get('in')) ?? own;
  const sent = form.getAll('files').filter((each): each is File => typeof each !== 'string' && each.size > 0);
  const files = await Promise.all(
    sent.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  if (files.length > 0) return { files, from: null, locale };
  const from = form.get('from');
  return isLocal && typeof from === 'string' && from.trim() !== ''
    ? { files: [], from: from.trim(), locale }
    : null;
}
