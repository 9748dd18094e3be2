import { AppError } from '../errors.ts';
import type { QueueEntry } from '../questions/queue.ts';
import { accept, type Yes } from './accept.ts';
import { linesIn } from './answer-form.ts';
import type { Editor, WorkshopAnswer, WorkshopRequest } from './editor.ts';
import type { Html } from './html.ts';
import { at, notice, trialDetails } from './pages/layout.ts';
import { queuePage } from './pages/queue.ts';
import type { WorkshopParts } from './parts.ts';
import { standing } from './standing.ts';
import { workshopTexts } from './texts.ts';
import { readQueue } from './waiting.ts';

/** What waits for an editor, with what came of their last yes or no. */
export async function openQueue(
  { query }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const { queue: texts } = workshopTexts[editor.locale];
  const file = query.get('accepted');
  const told = [
    ...(file === null ? [] : [notice('good', texts.accepted(file))]),
    ...(query.get('declined') === '1' ? [notice('good', texts.declined)] : []),
  ];
  return showQueue(editor, parts, [...told, ...(await standing(editor, parts))]);
}

async function showQueue(
  editor: Editor,
  parts: WorkshopParts,
  notices: readonly Html[],
  status = 200,
): Promise<WorkshopAnswer> {
  const queue = await readQueue(editor, parts);
  return queuePage(queue, parts.known().knowledge, editor, notices, status);
}

/** Takes a group over, or off the list. */
export async function changeQueue(
  { form }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const { queue: texts } = workshopTexts[editor.locale];
  const entry = (await readQueue(editor, parts))?.find(({ id }) => id === form.get('group'));
  if (entry === undefined) return showQueue(editor, parts, [notice('bad', texts.gone)], 409);
  const ids = entry.questions.map(({ id }) => id);
  if (form.get('act') === 'decline') {
    await parts.decline(editor.tenantId, ids);
    return { kind: 'go', to: at(editor, '/queue', { declined: '1' }) };
  }
  const accepted = await accept(yesOf(form, entry), { ...parts, folder: await parts.readFolder() });
  if (!accepted.isWritten) {
    const why = trialDetails(accepted.trial, editor);
    return showQueue(editor, parts, [notice('bad', texts.refused(accepted.file), why)], 422);
  }
  // Until the matcher has learned it, and where the sentences were changed, they are not told by themselves.
  await parts.decline(editor.tenantId, ids);
  return { kind: 'go', to: at(editor, '/queue', { accepted: accepted.file }) };
}

function yesOf(form: FormData, { questions }: QueueEntry): Yes {
  const field = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const home: Yes['home'] =
    field('home') === 'not-ours'
      ? { kind: 'not-ours', topic: field('topic') }
      : { kind: 'example', of: field('target') };
  const lines = linesIn(field('lines'));
  if (lines.length === 0) throw new AppError('invalid-input', 'workshop: no sentence is given');
  return { locale: questions[0]?.locale ?? 'it', lines, home };
}
