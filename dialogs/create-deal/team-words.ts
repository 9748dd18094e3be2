import { withoutEnd } from '../../src/language/ends.ts';

const SEPARATOR = /[,;\n+&]|(?<![\p{L}])(?:e|ed|and)(?![\p{L}])/u;
const AROUND =
  /(?<![\p{L}])(?:(?:al|nel|del|dal|il|to|on|in|from|off|of|for|per)? ?(?:the |our |nostro )?(?:team|squadra|gruppo di lavoro)(?: del deal)?|come membro|as a member|(?:(?:il|lo|la|un|una|uno|i|gli|le|dei|delle|ai|my|a|the|our|mio|mia|miei|mie|nostro|nostra|nostri|nostre|altro|altra|another) |l'){0,4}(?:colleg(?:a|hi|he)|colleagues?)|anche|pure|also|too)(?![\p{L}])/giu;

/** Words for anybody: who is meant must be asked. */
export const MEMBER_ONLY =
  /^(?:qualcuno|altri|un altro|un'altra|una persona|altra persona|persona|persone|altre persone|un membro|membri|someone|somebody|others|a person|another person|people|a member|members)$/;

/** The names of an answer that names several. */
export const partsOf = (typed: string): readonly string[] =>
  typed
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** What is left of an answer without the words for the team and for colleagues. */
export const withoutAround = (typed: string): string =>
  withoutEnd(
    typed
      .replace(/\s+/g, ' ')
      .replace(AROUND, ' ')
      .replace(/ +/g, ' ')
      .replace(/^[ ,:]+/, ''),
    ' ,:',
  );
