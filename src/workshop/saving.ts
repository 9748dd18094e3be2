import { isChangedMeanwhile } from '../storage/record-store.ts';
import { type AnswerFields, fieldsOf, newFile, withFields } from './answer-form.ts';
import { fileOf } from './accept.ts';
import type { WorkshopParts } from './parts.ts';
import { isAccepted, type Trial } from './trial.ts';
import { AppError } from '../errors.ts';

/** What came of saving an answer. */
export type Saved =
  | { readonly kind: 'written'; readonly id: string }
  /** Somebody changed it meanwhile: what is there now. */
  | { readonly kind: 'conflict'; readonly theirs: AnswerFields }
  /** Something is wrong with it, or some questions would get worse; nothing is written. */
  | { readonly kind: 'refused'; readonly trial: Trial };

/**
 * Saves what an editor typed, if nobody changed the file since they opened it and the trial finds nothing against it.
 *
 * @param anyway whether it is saved although some questions get worse; what is wrong is never saved
 * @throws AppError `invalid-input` where there is no such answer, or a new one has no usable name
 */
export async function saveAnswer(
  fields: AnswerFields,
  isNew: boolean,
  anyway: boolean,
  parts: WorkshopParts,
): Promise<Saved> {
  const folder = await parts.readFolder();
  const file = isNew ? newFileName(fields.id) : fileOf(fields.id, folder);
  const opened = await parts.files.open(file);
  if (opened.eTag !== fields.eTag) return conflict(file, fields.id, parts);
  const text = opened.text === null ? newFile(fields) : withFields(opened.text, fields);
  if (text === opened.text) return { kind: 'written', id: fields.id };
  const trial = await parts.tryFiles(new Map([[file, text]]));
  if (!isAccepted(trial) && !(anyway && trial.problems.length === 0)) return { kind: 'refused', trial };
  try {
    await parts.files.write(file, text, opened.eTag);
  } catch (error) {
    if (isChangedMeanwhile(error)) return conflict(file, fields.id, parts);
    throw error;
  }
  return { kind: 'written', id: fields.id };
}

/**
 * Lets a former version of an answer's file hold again, under the same conditions.
 *
 * @param version the name of its text; null is the folder's own text
 * @returns also `gone` where there is no such answer any more
 * @throws AppError `invalid-input` where there is no such answer or version
 */
export async function goBack(
  { id, version, eTag }: { readonly id: string; readonly version: string | null; readonly eTag: string },
  anyway: boolean,
  parts: WorkshopParts,
): Promise<Saved | { readonly kind: 'gone' }> {
  const file = fileOf(id, await parts.readFolder());
  const versions = await parts.files.versionsOf(file);
  const found = versions.find(({ text }) => text !== null && text === version) ?? null;
  if (found === null && version !== null)
    throw new AppError('invalid-input', 'workshop: this version is not kept any more');
  if ((await parts.files.open(file)).eTag !== eTag) return conflict(file, id, parts);
  const text = await parts.files.textOf(file, found);
  const trial = await parts.tryFiles(new Map([[file, text]]));
  if (!isAccepted(trial) && !(anyway && trial.problems.length === 0)) return { kind: 'refused', trial };
  try {
    if (found === null || text === null) await parts.files.takeOff(file, eTag);
    else await parts.files.write(file, text, eTag);
  } catch (error) {
    if (isChangedMeanwhile(error)) return conflict(file, id, parts);
    throw error;
  }
  return text === null ? { kind: 'gone' } : { kind: 'written', id };
}

async function conflict(file: string, id: string, parts: WorkshopParts): Promise<Saved> {
  const { answers } = await parts.readFolder();
  const { eTag } = await parts.files.open(file);
  const there = answers.find((entry) => entry.value.id === id)?.value;
  if (there === undefined) throw new AppError('invalid-input', `workshop: "${id}" is gone`);
  return { kind: 'conflict', theirs: fieldsOf(there, eTag) };
}

function newFileName(id: string): string {
  if (/^[a-z\d][a-z\d-]{0,60}(\/[a-z\d][a-z\d-]{0,60})?$/.test(id)) return `answers/${id}.yaml`;
  throw new AppError('invalid-input', `workshop: "${id}" is no name; write small letters and hyphens`);
}
