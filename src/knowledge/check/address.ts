import type { Answer } from '../knowledge.ts';
import type { FileEntry, KnowledgeFolder } from '../load.ts';
import type { Problem } from '../problem.ts';

/** How an Italian text addresses its reader: "tu", or the formal "Lei". */
type Address = 'tu' | 'Lei';

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const familiar = new RegExp(`${start}(?:tu|ti|te|tuo|tua|tuoi|tue|puoi|devi|vuoi|hai|sei)${end}`, 'iu');
// Capitals matter: "il suo venditore" speaks of somebody else's seller, "il Suo venditore" of the reader's.
const formalPronoun = new RegExp(`${start}(?:Lei|[\\p{L}']+ (?:Suo|Sua|Suoi|Sue))${end}`, 'u');
const formalPhrase = new RegExp(`${start}(?:si prega|la preghiamo|la invitiamo|La contatteremo)${end}`, 'iu');
// As the first word only: after "che" the same forms are a subjunctive ("vuoi che scelga").
const formalImperative = new RegExp(
  `(?:^|[.:!?]\\s+|[-*\\d.]\\s+)(?:Selezioni|Apra|Clicchi|Inserisca|Scelga|Verifichi|Chieda|Vada|Faccia|Scriva|Acceda|Segua|Riprovi|Aggiorni)${end}`,
  'mu',
);

interface Addressed {
  readonly file: string;
  readonly field: string;
  readonly forms: readonly Address[];
}

/** Italian texts that address the reader in another way than most of the folder does, or in both ways at once. */
export function checkAddress(folder: KnowledgeFolder): Problem[] {
  const texts = folder.answers.flatMap(listTexts);
  const formal = texts.filter(({ forms }) => forms.includes('Lei')).length;
  const rarer: Address = formal * 2 > texts.filter(({ forms }) => forms.length > 0).length ? 'tu' : 'Lei';
  const usual: Address = rarer === 'tu' ? 'Lei' : 'tu';
  const hasBoth =
    texts.some(({ forms }) => forms.includes(rarer)) && texts.some(({ forms }) => forms.includes(usual));
  if (!hasBoth) return [];
  return texts
    .filter(({ forms }) => forms.includes(rarer))
    .map(({ file, field }) => ({
      severity: 'error',
      file,
      field,
      message: `addresses the reader with "${rarer}", other texts with "${usual}"`,
      cure: `write it with "${usual}"`,
    }));
}

function listTexts({ file, value }: FileEntry<Answer>): Addressed[] {
  const text = value.texts.it;
  if (text === undefined) return [];
  const { question, lead, body, offer = '' } = text;
  return Object.entries({ question, lead, body, offer }).map(([name, words]) => ({
    file,
    field: `it.${name}`,
    forms: formsIn(words),
  }));
}

function formsIn(text: string): Address[] {
  const isFormal = [formalPronoun, formalPhrase, formalImperative].some((pattern) => pattern.test(text));
  return [...(familiar.test(text) ? (['tu'] as const) : []), ...(isFormal ? (['Lei'] as const) : [])];
}
