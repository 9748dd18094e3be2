import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { KNOWLEDGE_FOLDER } from '../../src/app/knowledge.ts';
import { learnFrom } from '../../src/app/trained-index.ts';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { loadKnowledge, readKnowledgeFolder } from '../../src/knowledge/load.ts';
import { detectLanguage } from '../../src/language/detect-language.ts';
import { hearOtherWords, languages } from '../../src/language/said.ts';
import { createReader, type Reader } from '../../src/reading/reader.ts';
import { Chat, startTestBot, type TestBot } from '../conversations/chat.ts';
import { learnOnce } from '../learned.ts';

const WORDS = join('test', 'third-language', 'es.yaml');

/** An answer that ships, in Spanish too. */
const SPANISH_ANSWER = `es:
  question: '¿El valor de un deal va con o sin IVA?'
  label: Valor e IVA
  lead: 'La fuente no dice si el valor estimado va con o sin IVA.'
  examples: ['¿el importe lleva IVA?', 'valor con impuestos o sin impuestos', '¿pongo el valor con IVA?']
`;
const ANSWERED = join('answers', 'deal-value', 'tax.yaml');

/** What is read in Spanish by files alone: the act of each clause, and the facts. */
const READ: readonly (readonly [text: string, asked: string | null, acts: string, ...facts: string[]])[] = [
  ['hola', null, 'courtesy'],
  ['sí', 'review', 'assent'],
  ['no', 'review', 'refusal'],
  ['no sé', 'value', 'filler'],
  ['más tarde', 'value', 'not-now'],
  ['no lo cierres', null, 'negation'],
  ['¿puedo cerrar un deal?', null, 'question'],
  ['cierra Contoso como ganado', null, 'order', 'Contoso', 'Won'],
  ['hemos ganado Contoso', null, 'report', 'Won', 'Contoso'],
  ['crea un deal con Contoso', null, 'order', 'Contoso'],
  [
    'crea un deal con Contoso por 80 mil euros antes del 3 de mayo',
    null,
    'order',
    'Contoso',
    '80000 EUR',
    '2027-05-03',
  ],
  ['80 mil euros', 'value', 'statement', '80000 EUR'],
  ['ochenta y cinco mil euros', 'value', 'statement', '85000 EUR'],
  ['1.200 €', 'value', 'statement', '1200 EUR'],
  ['espera, mejor dicho 90 mil euros', 'value', 'correction', '90000 EUR'],
  ['el 3 de mayo', 'closing-date', 'statement', '2027-05-03'],
  ['a finales de marzo', 'closing-date', 'statement', '2027-03-31'],
  ['dentro de dos semanas', 'closing-date', 'statement', '2026-12-08'],
  ['pasado mañana', 'closing-date', 'statement', '2026-11-26'],
  ['calle Mayor 3, 28013 Madrid', 'address', 'statement', 'calle Mayor 3'],
  ['el contacto es María López, maria@contoso.es', null, 'statement', 'María López', 'maria@contoso.es'],
];

describe('a third language of files alone', function () {
  this.timeout(120_000);
  let folder = '';
  let reader: Reader;
  let bot: TestBot;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-es-'));
    await cp(KNOWLEDGE_FOLDER, folder, { recursive: true });
    await cp(WORDS, join(folder, 'words', 'es.yaml'));
    const answer = await readFile(join(folder, ANSWERED), 'utf8');
    await writeFile(join(folder, ANSWERED), `${answer}${SPANISH_ANSWER}`);
    const { words = {} } = await loadKnowledge(folder);
    hearOtherWords(words);
    reader = createReader(words);
    bot = await startTestBot({ learned: learnFrom(folder) });
  });

  after(async () => {
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
    hearOtherWords((await learnOnce()).knowledge.words ?? {});
  });

  it('is one of those that are read, and told by its words', () => {
    expect(languages()).to.include('es');
    expect(detectLanguage('¿cuánto queda para Contoso?')?.locale).to.equal('es');
    expect(detectLanguage('quanto manca per Contoso?')?.locale).to.equal('it');
    expect(detectLanguage('how long is left for Contoso?')?.locale).to.equal('en');
  });

  for (const [text, asked, acts, ...facts] of READ)
    it(`reads “${text}”`, () => {
      const reading = reader.read(text, { locale: 'es', today: '2026-11-24', asked, known: ['Contoso'] });
      expect(reading.clauses.map(({ act }) => act).join()).to.equal(acts);
      expect(
        reading.facts.map((fact) =>
          fact.kind === 'money' ? `${String(fact.amount)} ${String(fact.currency)}` : saidBy(fact),
        ),
      ).to.deep.equal(facts);
    });

  it('has the check name what it lacks, and no fault', async () => {
    const problems = checkKnowledge(await readKnowledgeFolder(folder));
    const own = problems.filter(({ file, field }) => file === 'words/es.yaml' || field.startsWith('es'));
    expect(own.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    const lacking = own.map(({ file, field }) => `${file} ${field}`);
    expect(lacking).to.include('words/es.yaml lists.synonyms');
    expect(lacking).to.include('answers/deal-value.yaml es');
  });

  it('is answered in the language that is spoken, which is said once', async () => {
    const chat = new Chat(bot);
    const first = await chat.say('¿puedo cerrar un deal ganado?');
    expect(first.text).to.include('Leggo anche messaggi in spagnolo, ma rispondo in italiano');
    const begun = await chat.say('quiero crear un deal con Northwind por 80 mil euros');
    expect(begun.text).not.to.include('spagnolo');
    expect(begun.text).to.include('Northwind');
    expect(begun.text).to.include('80.000 €');
    const dated = await chat.say('el 3 de mayo');
    expect(dated.text).not.to.include('Non ho capito');
    expect((await chat.say('cancela')).text).to.include('Northwind');
    expect((await chat.say('sí')).text).not.to.include('spagnolo');
  });

  it('is given the answers that are written in it', async () => {
    const said = await new Chat(bot).say('¿el valor del deal va con IVA o sin IVA?');
    expect(said.text).to.include('La fuente no dice si el valor estimado va con o sin IVA.');
  });
});

/** A fact by what was said of it. */
function saidBy(fact: { readonly kind: string }): string {
  const { value, line1 } = fact as { readonly value?: string; readonly line1?: string };
  return value ?? line1 ?? fact.kind;
}
