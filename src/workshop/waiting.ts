import type { QueuedQuestion } from '../questions/home.ts';
import { type QueueEntry, queueOf } from '../questions/queue.ts';
import type { Editor } from './editor.ts';
import { gatherQuestions } from './gather.ts';
import { judgeWith } from './judge.ts';
import type { WorkshopParts } from './parts.ts';

/** What is kept of questions, as far as an editor looks at it. */
export async function keptOf(editor: Editor, { kept }: WorkshopParts): Promise<readonly QueuedQuestion[]> {
  return kept === null ? [] : gatherQuestions(await kept(), editor.tenantId);
}

/** Null where questions aren't kept. */
export async function readQueue(editor: Editor, parts: WorkshopParts): Promise<QueueEntry[] | null> {
  if (parts.kept === null) return null;
  const [questions, declined] = await Promise.all([keptOf(editor, parts), parts.declined(editor.tenantId)]);
  return queueOf(
    questions.filter(({ id }) => !declined.has(id)),
    judgeWith(parts.known()),
  );
}
