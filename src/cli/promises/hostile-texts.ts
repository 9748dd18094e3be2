/**
 * What somebody may type to keep the assistant busy: each is repeated to fill a whole message. Money, days, numerals,
 * names, quotes and corrections where a reader looks for one, and runs that make a regular expression try again from
 * every place. A further reader adds here what it could stumble over.
 */
const PIECES: Readonly<Record<string, string>> = {
  money: '80k ',
  'money with currency': '80.000 euro ',
  'money in words': 'ottanta mila ',
  'money in English words': 'one hundred thousand ',
  'a million and': 'un milione e ',
  'half a million': 'mezzo milione e mezzo ',
  'numerals in one word': 'mila',
  'nested numerals': 'centomila',
  'hundreds in one word': 'cento',
  'number words': 'venti ',
  'groups of digits': '000 ',
  'digits with dots': '1.',
  'digits with commas': '1,000,',
  'digits with apostrophes': "1'",
  digits: '1',
  'digits and slashes': '1/',
  'digits and dashes': '12-',
  ranges: '50-',
  percents: '5 ',
  'a phone': '+39 02 ',
  pluses: '+1',
  'open brackets': '(1',
  dates: '31 marzo 2027 ',
  'dates in digits': '31/12/2026 ',
  months: 'marzo ',
  weekdays: 'venerdì prossimo ',
  'ends of quarters': 'fine Q3 ',
  'offsets in days': 'tra 3 giorni e ',
  'weeks from now': 'in two weeks or ',
  'first days': 'il primo ',
  ordinals: 'il secondo e il terzo ',
  'twenty with a dash': 'twenty-',
  'di di di': 'di ',
  'd apostrophe': "d'",
  commas: ',',
  'commas and spaces': ', ',
  'full stops': '. ',
  dots: '.',
  dashes: '-',
  exclamations: '!',
  'a space': ' ',
  'new lines': '\n',
  'dashes and spaces': ' - ',
  underscores: '_',
  'question marks': '? ',
  quotes: '"',
  'quoted words': '"a" ',
  'angle quotes': '«a',
  'curly quotes': '“a” ',
  apostrophes: "'",
  'curly apostrophes': '’ ',
  'customers named': 'con Rossi ',
  'customers named in English': 'with Rossi and ',
  'called a name': 'si chiama ',
  'a known name': 'Contoso ',
  'a mistyped name': 'Contosso ',
  'a known name joined': 'Contoso e ',
  'capitals and dots': 'S.p.A. ',
  'single letters and dots': 'a.',
  'single letters': 'a ',
  'capital letters': 'A',
  'capitalised words': 'Xaverio ',
  'joined capitals': 'Rossi & ',
  letters: 'x',
  'letters and digits': 'a1',
  'accented letters': 'é',
  'combining marks': 'e\u0301',
  ligatures: 'ﷺ',
  'emoji digits': '1️⃣',
  emoji: '🙂',
  'full-width digits': '８０',
  'e-mail addresses': 'a@b.it ',
  'at signs': '@',
  'letters and at signs': 'a@',
  'dots and at signs': 'a.b@',
  addresses: 'https://a.b/c ',
  'www.': 'www.',
  'pages of the portal': 'partner.microsoft.com/referrals/',
  'links with labels': '[a](https://b.c) ',
  'open brackets of links': '[a](',
  mentions: '<at>a</at> ',
  'open mentions': '<at>',
  'quoted messages': '<quoted a>b',
  elements: '<b>',
  'ends of elements': '</p>',
  'HTML entities': '&amp;',
  'quoted lines': '> a\n',
  'heads of mails': 'Da: a\nA: b\n',
  ids: 'd0000000-0000-4000-8000-000000000001 ',
  'hexadecimal digits': 'abcdef01',
  'solution ids': 'SOL-1-A ',
  'solution id without end': 'SOL-A-',
  streets: 'via Roma 1, ',
  'post codes': '37100 ',
  'street and post code': 'via Roma 1 37100 Verona ',
  countries: 'Italia ',
  people: 'Mario Rossi, ',
  'people and roles': 'Mario Rossi (CEO) ',
  'line ends': '\n',
  lines: 'a\n',
  'a colon': 'nome: ',
  spaces: 'a                                        ',
  tabs: '\t a',
  corrections: 'anzi no ',
  'corrections in English': 'no wait, ',
  yes: 'sì ',
  no: 'no ',
  'yes and no': 'sì no ',
  'thank you': 'grazie mille ',
  'drawn out': 'ciaooo',
  greetings: 'ciao Marco, ',
  'go on': 'vai avanti ',
  commands: 'annulla ',
  'change a field': 'cambia il valore ',
  'change it to': 'il valore è ',
  'add to a list': 'aggiungi anche ',
  without: 'senza ',
  'in place of': 'al posto di ',
  questions: 'come faccio? ',
  'short sentences': 'Ok. Va bene. ',
  'and then': ' e poi ',
  'how and how': ' e come ',
  'mistyped words': 'registrre segnalazone acettato ',
  'words that no two are alike': '',
  reasons: 'troppo caro ',
  'won and lost': 'vinto perso ',
  solutions: 'Aurelia Edge e ',
  colleagues: 'Sara Rossi e ',
  'team words': 'nel team ',
  recreate: 'ricrea il deal ',
  'articles in one word': 'una',
  'cost in one word': 'costa',
  'since and since': 'since ',
  'last and last': 'ultimo ',
  'all of them': 'miei ',
  'named and named': 'cognome ',
  'help with help': 'aiuto di ',
  'street without commas': 'via Roma 1 ',
  'closing in one word': 'clos',
  placeholders: '{customer} ',
  'open braces': '{',
  markup: '<b>',
  'Markdown links': '[a](b) ',
  backslashes: '\\',
  'currency signs': '€',
  'dollar signs': '$ ',
  'currency codes': 'USD EUR ',
  'mistyped currencies': 'dolari ',
  'k alone': 'k',
  'plus or minus': 'più o meno ',
  'not this': 'non ',
};

/** A message of hostile input, by what it is made of. */
export interface HostileText {
  readonly name: string;
  readonly text: string;
}

/** Words of which no two are alike, so that nothing that was remembered helps. */
function differentWords(length: number): string {
  let text = '';
  for (let at = 0; text.length < length; at += 1)
    text += `${(at * 7919 + 46656).toString(36).replace(/\d/g, 'z')}o `;
  return text.slice(0, length);
}

/** Short enough for readers that look at short messages only, and bait for a pattern that reads "una" as one word or two. */
const SHORT: readonly HostileText[] = [
  { name: 'a wish to add, articles in one word', text: `aggiungi ${'una'.repeat(90)}` },
  { name: 'a wish to write, articles in one word', text: `scrivi ${'una'.repeat(90)}` },
  { name: 'a wish to take out, articles apart', text: `togli ${"un'altra ".repeat(30)}` },
];

/** Every kind of hostile input, each filled up to `length` characters; a run also with something else after it. */
export function hostileTexts(length: number): HostileText[] {
  const filled = Object.entries(PIECES).flatMap(([name, piece]) => {
    const text = piece === '' ? differentWords(length) : fill(piece, length);
    const plain = { name, text };
    // A pattern that wants the run at the end of a text tries it from every place.
    return piece.length === 1
      ? [plain, { name: `${name}, then another`, text: `${text.slice(2)}\n§` }]
      : [plain];
  });
  return [...filled, ...SHORT];
}

function fill(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
