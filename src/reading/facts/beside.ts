import { patternOf } from '../../language/said.ts';
import { STRENGTH } from './candidate.ts';
import { isForm } from './names.ts';
import type { Guess, ProposedFact } from './candidate.ts';
import type { Typed, Word } from './typed.ts';

const closing = patternOf()`${'closings'}\s*[,.!]?\s*$`;

/** A name under "Cordiali saluti", "Best regards". */
export function isSigned({ plain, words }: Typed, from: number): boolean {
  const at = words[from]?.start ?? 0;
  return closing().test(plain.slice(Math.max(0, at - 24), at));
}

const between = patternOf('i')`^[\s,;:(|\/–-]*(?:${'reach-labels'}[.:]?[\s,;:(|\/–-]*)?$`;

/** How sure an e-mail address or a phone number beside a name makes it; 0 where the address is the company's own. */
export function strengthBeside(
  typed: Typed,
  from: number,
  end: number,
  places: readonly ProposedFact[],
): number | null {
  const run = typed.words.slice(from, end);
  const start = run.at(-1)?.end ?? 0;
  if (places.some(({ guess }) => isMailOf(run, guess))) return STRENGTH.formed + 5;
  for (const { guess } of places) {
    if (guess.kind !== 'email' && guess.kind !== 'phone') continue;
    if (guess.kind === 'email') {
      const [, domain = ''] = guess.value.split('@');
      if (isCompanyOf(run, domain)) return 0;
    }
    if (
      guess.start >= start &&
      between().test(typed.text.slice(start, Math.min(guess.start, start + 30))) &&
      guess.start - start < 30
    )
      return STRENGTH.placed + 5;
  }
  return null;
}

/** "Rita Verdi rita@verdi.it": one of the names stands before the "@". */
function isMailOf(run: readonly Word[], guess: Guess): boolean {
  const [local = ''] = guess.kind === 'email' ? guess.value.split('@') : [];
  return run.some((word) => word.text.length > 2 && local.includes(word.text.replace(/'/g, '')));
}

/** Whether a name is in the address of a mail: "Vetri Lucidi", "info@vetrilucidi.it". */
function isCompanyOf(run: readonly Word[], domain: string): boolean {
  const squeezed = run
    .filter((word) => !isForm(word))
    .map((word) => word.text.replace(/[^a-z0-9]/g, ''))
    .join('');
  const host = domain
    .split('.')
    .slice(0, -1)
    .join('')
    .replace(/[^a-z0-9]/g, '');
  return squeezed.length >= 4 && (host.includes(squeezed) || (host.length >= 5 && squeezed.includes(host)));
}
