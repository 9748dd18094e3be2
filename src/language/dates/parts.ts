import type { PeriodPart } from './meaning.ts';

/** Source of a pattern for "fine", "metà", "early": which part of a period. */
export const PART =
  "(?:alla fine|per la fine|entro la fine|fine|ultimi giorni|ultimi|(?:l'|il |the )?(?:ultimo giorno|ultimo|last day)|seconda meta|prima meta|a meta|alla meta|meta|inizio|inizi|agli inizi|primi giorni|ai primi|primi|" +
  'by the end|the end|end|late|mid|middle|the middle|early|the beginning|beginning|the start|start|first half|second half)';

/** Which part the words mean; nothing said means the end, as deadlines do. */
export function partOf(words: string | undefined): PeriodPart {
  const text = words ?? 'fine';
  if (/inizi|primi(?! meta)|early|beginning|start/.test(text)) return 'start';
  if (/seconda meta|second half/.test(text)) return 'end';
  return /meta|mid|first half/.test(text) ? 'middle' : 'end';
}
