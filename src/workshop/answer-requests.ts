import { AppError, isStoreFault } from '../errors.ts';
import { LOCALES } from '../language/locale.ts';
import { type AnswerFields, asAnswer, fieldsOf, newFields, readFields } from './answer-form.ts';
import { catching } from './catching.ts';
import { draftOf } from './draft.ts';
import type { Editor, WorkshopAnswer, WorkshopRequest } from './editor.ts';
import { html } from './html.ts';
import { answerPage, type AnswerView, caughtBy } from './pages/answer.ts';
import { FOLDER } from './pages/history.ts';
import { at, notice, trialDetails } from './pages/layout.ts';
import type { WorkshopParts } from './parts.ts';
import { goBack, saveAnswer } from './saving.ts';
import { standing } from './standing.ts';
import { workshopTexts } from './texts.ts';
import { keptOf, readQueue } from './waiting.ts';

/** The form of an answer, or of a new one. */
export async function openAnswer(
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
    backAnyway: null,
    ...more,
  };
}

/** Saves what was typed, or shows more of it. */
export async function changeAnswer(
  { form }: WorkshopRequest,
  editor: Editor,
  parts: WorkshopParts,
): Promise<WorkshopAnswer> {
  const { answer: texts } = workshopTexts[editor.locale];
  const fields = readFields(form);
  const isNew = form.get('new') === '1';
  if (form.get('act') === 'back') return changeBack(form, editor, parts);
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

/** Lets a former text hold again. */
async function changeBack(form: FormData, editor: Editor, parts: WorkshopParts): Promise<WorkshopAnswer> {
  const { answer: texts } = workshopTexts[editor.locale];
  const [id = '', eTag = '', version = ''] = ['id', 'eTag', 'version'].map((name) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  });
  const wanted = { id, eTag, version: version === FOLDER ? null : version };
  const came = await goBack(wanted, form.get('anyway') === '1', parts);
  if (came.kind === 'gone') return { kind: 'go', to: at(editor, '/', { gone: '1' }) };
  if (came.kind === 'written') return { kind: 'go', to: at(editor, '/answer', { id, saved: '1' }) };
  const fields = await openFields(id, parts);
  if (came.kind === 'conflict') {
    const view = await viewOf(fields, false, parts);
    return answerPage(view, editor, parts, [notice('bad', texts.changed)], 409);
  }
  const isWorse = came.trial.problems.length === 0;
  const view = await viewOf(fields, false, parts, { backAnyway: isWorse ? version : null });
  return answerPage(
    view,
    editor,
    parts,
    [notice('bad', texts.notBack, trialDetails(came.trial, editor))],
    422,
  );
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
export function cards(
  { form }: WorkshopRequest,
  parts: WorkshopParts,
  { locale: own }: Editor,
): WorkshopAnswer {
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
export async function caught(
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
