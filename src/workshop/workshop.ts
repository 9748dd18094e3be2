import { AppError, isStoreFault } from '../errors.ts';
import { LOCALES } from '../language/locale.ts';
import type { QueuedQuestion } from '../questions/home.ts';
import { type QueueEntry, queueOf } from '../questions/queue.ts';
import { accept, type Yes } from './accept.ts';
import { type AnswerFields, fieldsOf, linesIn, newFields, readFields, asAnswer } from './answer-form.ts';
import { catching } from './catching.ts';
import { draftOf } from './draft.ts';
import type { Editor, Workshop, WorkshopAnswer, WorkshopRequest } from './editor.ts';
import { gatherQuestions } from './gather.ts';
import { html, type Html } from './html.ts';
import { judgeWith } from './judge.ts';
import { answerPage, type AnswerView, caughtBy } from './pages/answer.ts';
import { showAnswers } from './pages/answers.ts';
import { showExplanation } from './pages/explain.ts';
import { at, failure, notice, trialDetails } from './pages/layout.ts';
import { importPage } from './pages/import.ts';
import { queuePage } from './pages/queue.ts';
import { sendReport, showReport } from './pages/report.ts';
import type { ImportSource, WorkshopParts } from './parts.ts';
import { saveAnswer } from './saving.ts';
import { workshopTexts } from './texts.ts';

type Handler = (request: WorkshopRequest, editor: Editor, parts: WorkshopParts) => Promise<WorkshopAnswer>;

const HANDLERS: Readonly<Record<string, Handler>> = {
  'GET /': async (request, editor, parts) =>
    showAnswers(request, editor, parts, await standing(editor, parts)),
  'GET /answer': openAnswer,
  'POST /answer': changeAnswer,
  'POST /card': (request, editor, parts) => Promise.resolve(cards(request, parts, editor)),
  'POST /caught': caught,
  'GET /queue': openQueue,
  'POST /queue': changeQueue,
  'GET /report': async (request, editor, parts) =>
    showReport(request, editor, parts, await readQueue(editor, parts)),
  'GET /report.csv': async (request, editor, parts) =>
    sendReport(request, editor, parts, await readQueue(editor, parts)),
  'GET /import': openImport,
  'POST /import': changeImport,
  'GET /explain': (request, editor, parts) =>
    Promise.resolve(showExplanation(request, editor, parts.known())),
};

/** Puts the workshop together. What a person can mend is said on a page; whatever else fails is thrown. */
export function createWorkshop(parts: WorkshopParts): Workshop {
  return async (request, editor) => {
    const handler = HANDLERS[`${request.method} ${request.path}`];
    if (handler === undefined) return failure(workshopTexts[editor.locale].errors.notFound, 404, editor);
    try {
      return await handler(request, editor, parts);
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== 'invalid-input' && !isStoreFault(error)))
        throw error;
      return failure(workshopTexts[editor.locale].errors.failed(error.message), 422, editor);
    }
  };
}

/** What every page says as long as it is so. */
async function standing(editor: Editor, parts: WorkshopParts): Promise<Html[]> {
  const texts = workshopTexts[editor.locale];
  const faults = parts.faults();
  const list = html`<ul>
    ${faults.map((fault) => html`<li>${fault}</li>`)}
  </ul>`;
  return [
    ...((await parts.files.isWritable()) ? [] : [notice('plain', texts.readOnly)]),
    ...(faults.length === 0 ? [] : [notice('bad', texts.broken, list)]),
  ];
}

async function openAnswer(
  { query }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const { answer: texts } = workshopTexts[editor.locale];
  const told = query.get('saved') === '1' ? [notice('good', texts.saved)] : [];
  const notices = [...told, ...(await standing(editor, parts))];
  const fields = query.get('new') === '1' ? await newAnswer(query.get('from'), editor, parts) : null;
  if (fields !== null) return answerPage(await viewOf(fields, true, parts), editor, parts, notices);
  const opened = await openFields(query.get('id') ?? '', parts);
  return answerPage(await viewOf(opened, false, parts), editor, parts, notices);
}

async function newAnswer(from: string | null, editor: Editor, parts: WorkshopParts): Promise<AnswerFields> {
  const today = parts.now().toISOString().slice(0, 10);
  const entry = from === null ? undefined : (await readQueue(editor, parts))?.find(({ id }) => id === from);
  const locale = entry?.questions[0]?.locale ?? editor.locale;
  if (entry === undefined) return newFields({ locale }, today);
  const draft = draftOf(entry);
  return newFields({ ...draft, examples: draft.examples.join('\n'), locale }, today);
}

async function openFields(id: string, parts: WorkshopParts): Promise<AnswerFields> {
  const { answers } = await parts.readFolder();
  const entry = answers.find(({ value }) => value.id === id);
  if (entry === undefined) throw new AppError('invalid-input', `workshop: there is no answer "${id}"`);
  return fieldsOf(entry.value, (await parts.files.open(entry.file)).eTag);
}

async function viewOf(
  fields: AnswerFields,
  isNew: boolean,
  parts: WorkshopParts,
  more: Partial<AnswerView> = {},
): Promise<AnswerView> {
  const entry = isNew
    ? undefined
    : (await parts.readFolder()).answers.find(({ value }) => value.id === fields.id);
  return {
    fields,
    before: entry?.value ?? null,
    theirs: null,
    isWorse: false,
    tried: {},
    knowledge: parts.known().knowledge,
    history: entry === undefined ? null : await parts.history(entry.file),
    isWritable: await parts.files.isWritable(),
    ...more,
  };
}

async function changeAnswer(
  { form }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const { answer: texts } = workshopTexts[editor.locale];
  const fields = readFields(form);
  const isNew = form.get('new') === '1';
  if (form.get('act') !== 'save') {
    const tried = await triedIn(form, editor, parts);
    return answerPage(
      await viewOf(fields, isNew, parts, { tried }),
      editor,
      parts,
      await standing(editor, parts),
    );
  }
  const saved = await saveOrTell(fields, isNew, form.get('anyway') === '1', parts);
  switch (saved.kind) {
    case 'written':
      return { kind: 'go', to: at(editor, '/answer', { id: saved.id, saved: '1' }) };
    case 'conflict': {
      const view = await viewOf(fields, false, parts, { theirs: saved.theirs });
      return answerPage(view, editor, parts, [notice('bad', texts.conflict)], 409);
    }
    case 'refused': {
      const view = await viewOf(fields, isNew, parts, { isWorse: saved.trial.problems.length === 0 });
      const why = trialDetails(saved.trial, editor);
      return answerPage(view, editor, parts, [notice('bad', texts.refused, why)], 422);
    }
    case 'failed': {
      const why = html`<p>${saved.why}</p>`;
      return answerPage(
        await viewOf(fields, isNew, parts),
        editor,
        parts,
        [notice('bad', texts.refused, why)],
        422,
      );
    }
  }
}

/** What can't be saved keeps what was typed. */
async function saveOrTell(fields: AnswerFields, isNew: boolean, anyway: boolean, parts: WorkshopParts) {
  try {
    return await saveAnswer(fields, isNew, anyway, parts);
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'invalid-input' && !isStoreFault(error))) throw error;
    return { kind: 'failed', why: error.message } as const;
  }
}

async function triedIn(form: FormData, editor: Editor, parts: WorkshopParts): Promise<AnswerView['tried']> {
  const kept = await keptOf(editor, parts);
  const tried = LOCALES.flatMap((locale) => {
    const sentence = form.get(`${locale}.try`);
    if (typeof sentence !== 'string' || sentence.trim() === '') return [];
    return [[locale, { sentence, catching: catching(sentence, locale, parts.known(), kept) }] as const];
  });
  return Object.fromEntries(tried);
}

/** The cards of a form as it is typed. */
function cards({ form }: WorkshopRequest, parts: WorkshopParts, { locale: own }: Editor): WorkshopAnswer {
  const { knowledge } = parts.known();
  const fields = readFields(form);
  const before = knowledge.answers.get(fields.id) ?? null;
  const shown = LOCALES.map((locale) => {
    const { lead } = fields.texts[locale];
    return [locale, lead === '' ? null : parts.card(asAnswer(fields, before), locale, knowledge)] as const;
  });
  return { kind: 'json', value: { own, cards: Object.fromEntries(shown) } };
}

/** Who would catch a sentence as it is typed, as pieces of the page. */
async function caught(
  { form }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const tried = await triedIn(form, editor, parts);
  const id = readFields(form).id;
  const pieces = Object.entries(tried).map(
    ([locale, { catching: found }]) => [locale, caughtBy(found, id, editor).markup] as const,
  );
  return { kind: 'json', value: { caught: Object.fromEntries(pieces) } };
}

async function keptOf(editor: Editor, { kept }: WorkshopParts): Promise<readonly QueuedQuestion[]> {
  return kept === null ? [] : gatherQuestions(await kept(), editor.tenantId);
}

/** Null where questions aren't kept. */
async function readQueue(editor: Editor, parts: WorkshopParts): Promise<QueueEntry[] | null> {
  if (parts.kept === null) return null;
  const [questions, declined] = await Promise.all([keptOf(editor, parts), parts.declined(editor.tenantId)]);
  return queueOf(
    questions.filter(({ id }) => !declined.has(id)),
    judgeWith(parts.known()),
  );
}

async function openQueue(
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
  return queuePage(queue, parts.known().knowledge, editor, await parts.files.isWritable(), notices, status);
}

async function changeQueue(
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

async function openImport(
  { query }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const written = Number(query.get('written') ?? 'NaN');
  const { import: texts } = workshopTexts[editor.locale];
  const told = Number.isInteger(written) ? [notice('good', texts.written(written))] : [];
  const notices = [...told, ...(await standing(editor, parts))];
  return importPage(null, editor, await parts.files.isWritable(), notices);
}

async function changeImport(
  { form }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const { import: texts } = workshopTexts[editor.locale];
  const isWritable = await parts.files.isWritable();
  const tell = (text: string, status: number): WorkshopAnswer =>
    importPage(null, editor, isWritable, [notice('bad', text)], status);
  if (form.get('act') === 'write') {
    const looked = form.get('looked');
    const written = typeof looked === 'string' ? await parts.importer.write(looked) : null;
    return written === null
      ? tell(texts.gone, 409)
      : { kind: 'go', to: at(editor, '/import', { written: String(written) }) };
  }
  const source = await sourceIn(form, editor);
  if (source === null) return tell(texts.nothing, 422);
  try {
    return importPage(await parts.importer.look(source), editor, isWritable, await standing(editor, parts));
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
