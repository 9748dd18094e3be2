import { expect } from 'chai';
import type { Locale } from '../../src/language/locale.ts';
import type { ExplainingAnswerer } from '../../src/matching/answerer.ts';
import { AspectReader } from '../../src/matching/aspects.ts';
import type { Entry } from '../../src/matching/entries.ts';
import { learnOnce } from '../learned.ts';

const VOCABULARY = {
  en: {
    aspects: {
      asks: { money: ['how much', 'how much mon*'], time: ['how much time', 'when'] },
      state: { open: ['open'], closed: ['clos*'] },
    },
  },
};

function entry(id: string, kind: Entry['kind'], ...examples: string[]): Entry {
  const said = examples.map((text) => ({ text, locale: 'en' }) as const);
  return { id, kind, family: id, examples: said, ownTexts: [], phrasings: said.length };
}

function utterance(typed: string, mended: string | null = null): Parameters<AspectReader['read']>[0] {
  const words = (text: string) =>
    text
      .split(' ')
      .map((each) => ({ text: each, stem: each, concept: null, isPlaceholder: false, canBeMended: true }));
  return { words: words(typed), mendedWords: mended === null ? null : words(mended) };
}

const CLOSED = ['edit a closed deal', 'closing was a mistake', 'change what is closed', 'undo a close'];
const ENTRIES = [
  entry('closed', 'answer', ...CLOSED),
  entry('either', 'answer', ...CLOSED, 'edit an open deal'),
  entry('silent', 'answer', 'edit a deal', 'change a deal'),
  entry('dialog', 'dialog', ...CLOSED),
  entry('outside', 'outside', ...CLOSED),
];

describe('aspects of a question', () => {
  const reader = new AspectReader(VOCABULARY, ENTRIES);
  const read = (text: string) =>
    [...reader.read(utterance(text), 'en')].flatMap(([aspect, values]) =>
      [...values].map((value) => `${aspect}:${value}`),
    );
  const weigh = (text: string): number[] => {
    const z = new Float64Array(ENTRIES.length);
    reader.weigh(reader.read(utterance(text), 'en'), ENTRIES, z);
    return [...z];
  };

  it('are told by words, by their beginnings and by phrases, of which the longest counts', () => {
    expect(read('how much')).to.deep.equal(['asks:money']);
    expect(read('how much money')).to.deep.equal(['asks:money']);
    expect(read('how much time')).to.deep.equal(['asks:time']);
    expect(read('it was closed when open')).to.have.members(['asks:time', 'state:open', 'state:closed']);
    expect(read('a close look')).to.deep.equal(['state:closed']);
    expect(read('nothing of it')).to.deep.equal([]);
  });

  it('are told by what was typed as well as by what it was mended to', () => {
    const told = (typed: string, mended: string) => reader.read(utterance(typed, mended), 'en').get('state');
    expect([...(told('an open deal', 'an oven deal') ?? [])]).to.deep.equal(['open']);
    expect([...(told('an opne deal', 'an open deal') ?? [])]).to.deep.equal(['open']);
  });

  it('lower an answer whose examples have other values, and nothing else', () => {
    const [closed = 0, ...others] = weigh('edit an open deal');
    expect(closed).to.be.below(-1);
    expect(others.map(Math.abs)).to.deep.equal([0, 0, 0, 0]);
  });

  it('leave all as it is where the values agree, or one of several does', () => {
    expect(weigh('a closed deal').map(Math.abs)).to.deep.equal([0, 0, 0, 0, 0]);
    expect(weigh('from open to closed').map(Math.abs)).to.deep.equal([0, 0, 0, 0, 0]);
  });

  it('lower an answer that was never asked by a decisive one, where it has phrasings enough', () => {
    const vocabulary = { en: { ...VOCABULARY.en, decisive: ['state'] } };
    const said = ['edit a deal', 'change a deal'];
    const known = { ...entry('known', 'answer', ...said), phrasings: 20 };
    const asked = { ...entry('asked', 'answer', ...said, 'edit an open deal'), phrasings: 20 };
    const entries = [known, asked, entry('few', 'answer', ...said), { ...known, kind: 'dialog' as const }];
    const strict = new AspectReader(vocabulary, entries);
    const z = new Float64Array(entries.length);
    strict.weigh(strict.read(utterance('an open deal'), 'en'), entries, z);
    expect(z[0]).to.be.below(-1);
    expect([...z].slice(1)).to.deep.equal([0, 0, 0]);
  });

  it('weigh more, the more examples say so', () => {
    const few = [entry('few', 'answer', CLOSED[0] ?? '')];
    const z = new Float64Array(1);
    const one = new AspectReader(VOCABULARY, few);
    one.weigh(one.read(utterance('open'), 'en'), few, z);
    expect(z[0]).to.be.below(0);
    expect(z[0]).to.be.above(weigh('open')[0] ?? 0);
  });
});

/** By language: near misses, with the answer that must not be given for them. */
const NEAR_MISSES: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  it: [
    ['un affare ancora in corso lo posso correggere?', 'edit-closed-deal'],
    ['una trattativa aperta si lascia modificare?', 'edit-closed-deal'],
    ['quanto ci paga Microsoft se accetta un deal?', 'microsoft-deal-decision/response-time'],
    ['che percentuale ci spetta per un co-sell?', 'deal-registration-incentives/azure-ip-co-sell'],
    [
      'quanti giorni abbiamo noi per rispondere a un referral che ci arriva?',
      'microsoft-deal-decision/response-time',
    ],
    [
      'rispondo a un invito di Microsoft dopo due settimane, cosa cambia?',
      'microsoft-deal-decision/response-time',
    ],
    ['in Microsoft chi è il nostro referente per le vendite?', 'microsoft-deal-decision/no-seller-details'],
    [
      'come porto la soluzione ad avere lo stato IP co-sell?',
      'deal-registration-incentives/azure-ip-co-sell',
    ],
    ['stanno ancora verificando la nostra azienda: riesco ad aprire deal?', 'new-deal-unavailable'],
    [
      'finché il contratto partner non è accettato non riesco a dare ruoli',
      'get-referrals-access/role-delay',
    ],
    ['allego qui la scheda con i dati del referente', 'auto-notes-data'],
  ],
  en: [
    ['may I still correct a deal that is in progress?', 'edit-closed-deal'],
    ['is an ongoing opportunity editable?', 'edit-closed-deal'],
    ['how much money is in a co-sell deal for us?', 'microsoft-deal-decision/response-time'],
    ['what commission does Microsoft give on a won deal?', 'deal-registration-incentives/azure-ip-co-sell'],
    ['by when must we answer a referral that comes in?', 'microsoft-deal-decision/response-time'],
    ['who at Microsoft is our sales person?', 'microsoft-deal-decision/no-seller-details'],
    ['how does our solution reach IP co-sell status?', 'deal-registration-incentives/azure-ip-co-sell'],
    ['our company is still being vetted: can I open deals?', 'new-deal-unavailable'],
    [
      'the partner agreement has not been accepted, so I cannot give roles',
      'get-referrals-access/role-delay',
    ],
    ["I attach the sheet with the contact's data", 'auto-notes-data'],
  ],
};

/** The direction and the thing asked for, where an answer has them. */
const FITTING: Readonly<Record<Locale, readonly (readonly [string, string])[]>> = {
  it: [
    [
      'quanti giorni abbiamo noi per rispondere a un referral che ci arriva?',
      'get-more-cosell/time-to-answer',
    ],
    ['Microsoft entro quanti giorni deve rispondere a noi?', 'microsoft-deal-decision/response-time'],
    ['dove clicco per aggiungere una trattativa?', 'new-deal-unavailable/where-button'],
    ['come mai il bottone per aggiungere una trattativa è spento?', 'new-deal-unavailable'],
    ['mi posso assegnare il ruolo da sola?', 'get-referrals-access/give-role'],
  ],
  en: [
    ['how many days do we have to reply to a lead that came in?', 'respond-to-lead'],
    ['by when does Microsoft have to answer us?', 'microsoft-deal-decision/response-time'],
    ['where do I click to add an opportunity?', 'new-deal-unavailable/where-button'],
    ['may I hand myself the role?', 'get-referrals-access/give-role'],
  ],
};

describe('questions that share their words with an answer', () => {
  let answerer: ExplainingAnswerer;
  before(async () => void ({ answerer } = await learnOnce()));

  for (const locale of ['it', 'en'] as const) {
    for (const [question, wrong] of NEAR_MISSES[locale]) {
      it(`"${question}" is not answered by ${wrong}`, () =>
        expect(answerer.match(question, { locale }).id).not.to.equal(wrong));
    }
    for (const [question, right] of FITTING[locale]) {
      it(`"${question}" is answered by ${right}`, () =>
        expect(answerer.match(question, { locale }).id).to.equal(right));
    }
  }

  it('say what they ask for', () => {
    const asks = (text: string, locale: Locale) => answerer.match(text, { locale }).asks;
    expect(asks('chi mi abilita ai referral?', 'it')).to.deep.equal(['person']);
    expect(asks('quanti giorni ha Microsoft?', 'it')).to.deep.equal(['time']);
    expect(asks('how much money is it?', 'en')).to.deep.equal(['money']);
    expect(asks('crea un deal', 'it')).to.deep.equal([]);
  });
});
