const SEPARATOR = /\s*(?:[,;\n+&]|(?<![\p{L}])(?:e|ed|and)(?![\p{L}]))\s*/u;
const AROUND =
  /(?<![\p{L}])(?:(?:al|nel|del|dal|il|to|on|in|from|off|of|for|per)?\s*(?:the |our |nostro )?(?:team|squadra|gruppo di lavoro)(?: del deal)?|come membro|as a member|(?:(?:il|lo|la|un|una|uno|i|gli|le|l'|dei|delle|my|a|the|our|mio|mia|miei|mie|nostro|nostra|nostri|nostre|altro|altra|another) ?)*(?:colleg(?:a|hi|he)|colleagues?)|anche|pure|also|too)(?![\p{L}])/giu;

/** Words for anybody: who is meant must be asked. */
export const MEMBER_ONLY =
  /^(?:qualcuno|altri|un altro|un'altra|una persona|altra persona|persona|persone|altre persone|un membro|membri|someone|somebody|others|a person|another person|people|a member|members)$/;

/** The names of an answer that names several. */
export const partsOf = (typed: string): readonly string[] =>
  typed.split(SEPARATOR).filter((part) => part !== '');

/** What is left of an answer without the words for the team and for colleagues. */
export const withoutAround = (typed: string): string =>
  typed
    .replace(AROUND, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:]+|[\s,:]+$/g, '');
