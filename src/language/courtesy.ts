import { withoutEnd } from './ends.ts';
import { remembered } from './remembered.ts';
import { listOf, made, oneOf } from './said.ts';

/** Both ends as patterns over typed text: capitals don't matter, and a comma may part words. People mix languages. */
const patterns = made(() => {
  const phrases = [...listOf('courtesy'), ...listOf('greetings'), ...listOf('thanking')];
  const source = oneOf(phrases).replaceAll(' ', '[\\s,]+');
  return {
    start: new RegExp(`^${source}(?![\\p{L}\\p{N}'’-])`, 'iu'),
    end: new RegExp(`(?<![\\p{L}\\p{N}'’-])${source}$`, 'iu'),
  };
});

/** Nobody greets twenty times; a text of nothing else must not take long. */
const MOST_ROUNDS = 20;

/**
 * Takes courtesy off both ends of a text: "Ciao, come creo un deal? Grazie" becomes "come creo un deal?".
 * What is left keeps its spelling, capitals and question mark. Only courtesy leaves an empty string.
 */
export const stripCourtesy = remembered((text: string): string => {
  let rest = text.trim();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const shorter = stripEnd(rest.replace(/^[\s,;.!…]+/u, '').replace(patterns().start, ''));
    if (shorter === rest) return rest;
    rest = shorter;
  }
  return rest;
});

function stripEnd(text: string): string {
  const bare = text.trimEnd();
  const withoutMarks = withoutEnd(bare, ' ,;.!…');
  const shorter = withoutMarks.replace(patterns().end, '');
  return shorter === withoutMarks ? bare.trimStart() : withoutEnd(shorter, ' ,;').trimStart();
}
