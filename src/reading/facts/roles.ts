import type { FactKind, Role } from '../reading.ts';
import type { Guess } from './candidate.ts';
import type { Typed } from './typed.ts';

/** The slots that a kind of fact can be for. */
const SLOTS: Readonly<Partial<Record<FactKind, readonly Role[]>>> = {
  money: ['value'],
  recurring: ['value'],
  day: ['closing-date'],
  phone: ['contact'],
  email: ['contact'],
  person: ['contact'],
  'known-name': ['customer'],
  organisation: ['customer'],
  address: ['address'],
  'number-id': ['solution', 'notes'],
};

/** What stands before a fact and says its slot: the last words of a folded text. */
const CUES: Readonly<Partial<Record<Role, RegExp>>> = {
  value:
    /(?:^|[^a-z])(?:valore|vale|valgono|importo|budget|cifra|worth|valued at|value|amount|price|prezzo|parliamo di|da|siamo su|siamo a)(?: (?:e|di|da|is|of|to|a|su|circa|about|around|intorno a|deve essere|should be))*[ :=]*$/,
  'closing-date':
    /(?:^|[^a-z])(?:entro|per|by|chius[a-z]+|chiud[a-z]+|clos[a-z]+|scad[a-z]+|data|date|due|firm[a-z]+|sign[a-z]*|before|prima di|on)(?: (?:e|il|la|the|on|by|entro|per|di|prevista|a|is|to|date|of|chiusura|fine))*[ :=]*$/,
  contact:
    /(?:^|[^a-z])(?:contatto|contact|referente|riferimento|parlo con|parlare con|buyer|interlocutore|tel|cell|cellulare|telefono|phone|mobile|e-?mail|mail)(?: (?:e|is|il|la|the|person|to|sig|ing|dott|dr))*[ :=.]*$/,
  customer:
    /(?:^|[^a-z])(?:con|with|per|for|cliente|customer|client|azienda|ditta|societa|company|presso|account)(?: (?:e|il|la|lo|l'|i|gli|le|the|is|cliente|azienda|ditta|societa|si chiama|called|customer|company))*[ :=']*$/,
  address:
    /(?:^|[^a-z])(?:sede|indirizzo|address|based|located|office|ufficio|hq|cap|c\.a\.p\.|zip|zip code|postcode|postal code)(?: (?:e|in|a|at|is|legale|operativa))*[ :=]*$/,
  solution: /(?:^|[^a-z])(?:soluzione|solution|prodotto|product)(?: (?:e|is|id|codice))*[ :=]*$/,
};
const NEAR = 40;

/** The slot that a label or the words before a fact say it is for; null where nothing says so. */
export function roleOf({ parts, plain }: Typed, guess: Guess): Role | null {
  const slots = SLOTS[guess.kind] ?? [];
  const part = parts.find((each) => each.isLabelled && each.start <= guess.start && guess.end <= each.end);
  if (part?.role !== undefined && part.role !== null && slots.includes(part.role)) return part.role;
  const before = plain.slice(Math.max(0, guess.start - NEAR), guess.start);
  return slots.find((slot) => CUES[slot]?.test(before)) ?? null;
}
