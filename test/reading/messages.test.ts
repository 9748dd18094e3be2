import { expect } from 'chai';
import { type Label, type LabelledMessage, readLabelled } from './labelled.ts';
import { type Judged, type ReadMessage, scoreMessages, type Score } from './score.ts';
import { reader } from './words-reader.ts';

/** What a reader has to be worth, on messages that it was not made from; over all sets together acts are `ACTS_IN_ALL`. */
const FLOORS = { acts: 0.9, precision: 0.97, recall: 0.95 };
const ACTS_IN_ALL = 0.92;

const SETS = [
  { file: 'own.jsonl', lines: 90 },
  { file: 'blind.jsonl', lines: 90 },
  { file: 'blind-b.jsonl', lines: 150 },
  { file: 'blind-c.jsonl', lines: 220 },
  { file: 'blind-d.jsonl', lines: 200 },
  { file: 'blind-e.jsonl', lines: 220 },
  { file: 'blind-f.jsonl', lines: 220 },
  { file: 'blind-g.jsonl', lines: 220 },
  // No line of it is among the examples from which is learned what clauses do.
  { file: 'blind-h.jsonl', lines: 220 },
  { file: 'blind-i.jsonl', lines: 220 },
  { file: 'blind-j.jsonl', lines: 220 },
  { file: 'blind-k.jsonl', lines: 220 },
  // Of a few words each, for what they do: any fact may be found in them.
  { file: 'short.jsonl', lines: 1120 },
  { file: 'short-b.jsonl', lines: 630 },
];

/** "Give me a minit" at a question: a slip of two letters, so that it asks for a thing that nobody knows. */
const KNOWN_DANGERS: ReadonlySet<string> = new Set(['j-105']);

describe('labelled messages', () => {
  for (const { file, lines } of SETS) {
    describe(file, () => {
      const messages = readLabelled(`test/reading/messages/${file}`);
      let score: Score;
      before(() => void (score = scoreMessages(messages, (message) => readIt(message))));
      after(() => {
        console.log(score.judged.flatMap(lineOf).join('\n'));
        console.log(`${file}: ${figureOf(score)}`);
      });

      it('are many, each with an id of its own', () => {
        expect(new Set(messages.map(({ id }) => id)).size)
          .to.equal(messages.length)
          .and.to.be.at.least(lines);
      });

      it('do what is labelled, and nothing is begun or confirmed that is not there', () => {
        const dangers = score.judged.filter(({ isDanger }) => isDanger).map(({ message }) => message.id);
        expect(dangers, 'dangers').to.deep.equal(
          messages.map(({ id }) => id).filter((id) => KNOWN_DANGERS.has(id)),
        );
        expect(score.acts, 'acts').to.be.at.least(FLOORS.acts);
      });

      it('hold the facts labelled, and none that must not be found', () => {
        expect(score.forbidden, 'forbidden').to.equal(0);
        expect(score.precision, 'precision').to.be.at.least(FLOORS.precision);
        expect(score.recall, 'recall').to.be.at.least(FLOORS.recall);
      });
    });
  }
});

describe('labelled messages, all together', () => {
  it('do what is labelled in more than nine of ten', function () {
    this.timeout(60_000);
    const all = SETS.flatMap(({ file }) => readLabelled(`test/reading/messages/${file}`));
    expect(scoreMessages(all, (message) => readIt(message)).acts).to.be.at.least(ACTS_IN_ALL);
  });
});

function readIt(message: LabelledMessage): ReadMessage {
  const { clauses, facts } = reader.read(message.text, message);
  return { clauses, facts: facts.map((fact) => ({ ...fact })) };
}

function figureOf({ acts, dangers, precision, recall, forbidden }: Score): string {
  const [a, p, r] = [acts, precision, recall].map((share) => share.toFixed(3));
  return `acts ${String(a)}, dangers ${String(dangers)}, precision ${String(p)}, recall ${String(r)}, forbidden ${String(forbidden)}`;
}

/** What is wrong with a reading, in one line; nothing where it is right. */
function lineOf({ message, acts, areActsRight, isDanger, missed, extra, forbidden }: Judged): string[] {
  const all = [
    ...(areActsRight
      ? []
      : [`${isDanger ? 'DANGER ' : ''}${acts.join(' ')} for ${message.acts.join(' | ')}`]),
    ...missed.map((label) => `missed ${shown(label)}`),
    ...extra.map((fact) => `extra ${shown(fact)}`),
    ...forbidden.map((fact) => `forbidden ${shown(fact)}`),
  ];
  return all.length === 0 ? [] : [`${message.id} «${message.text.replace(/\s+/g, ' ')}»: ${all.join('; ')}`];
}

function shown(fact: Label | Readonly<Record<string, unknown>>): string {
  const told = Object.entries(fact).filter(([name]) => !['start', 'end', 'isSure', 'role'].includes(name));
  return told.map(([name, value]) => (name === 'kind' ? String(value) : JSON.stringify(value))).join(' ');
}
