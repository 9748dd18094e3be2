import { stringify } from 'yaml';
import type { AskedExpert } from './asked-expert.ts';

/** An answer of an expert as a file of the knowledge folder, for an editor to look at. */
export interface Proposal {
  /** Of the file, without a folder. */
  readonly name: string;
  readonly yaml: string;
}

const LONGEST_ID = 48;

/**
 * What an expert answered as an answer of the knowledge: their first sentence is its lead, the rest its body, and the
 * question its first example, without names and facts. Null where there is no answer that could be said to all.
 */
export function proposalOf({ id, locale, text, answer, askedAt }: AskedExpert): Proposal | null {
  if (answer === null || answer.masked === null) return null;
  const { lead, body } = partsOf(answer.masked);
  const name = `${slugOf(text)}-${id.slice(0, 8)}`;
  const entry = {
    id: name,
    sources: [],
    related: [],
    reviewed: askedAt.slice(0, 10),
    [locale]: { question: text, lead, body, examples: [text] },
  };
  return { name: `${name}.yaml`, yaml: stringify(entry) };
}

/** The first sentence of a text, and the rest. */
export function partsOf(answer: string): { readonly lead: string; readonly body: string } {
  const [, lead = answer, body = ''] = /^(.{1,400}?[.!?])(?:\s+([\s\S]*))?$/u.exec(answer.trim()) ?? [];
  return { lead: lead.trim(), body: body.trim() };
}

/** A name made of a question's words: "Posso cambiare il valore?" → "posso-cambiare-il-valore" */
export function slugOf(text: string): string {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = letters.slice(0, LONGEST_ID).match(/[a-z0-9]+/g) ?? [];
  return words.length === 0 ? 'answer' : words.join('-');
}
