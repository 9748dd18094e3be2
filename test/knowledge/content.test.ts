import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge, readKnowledgeFolder } from '../../src/knowledge/load.ts';
import { describeProblem } from '../../src/knowledge/problem.ts';
import { plainForm } from '../../src/knowledge/wording.ts';
import { readQuestions } from '../../src/workshop/question-sets.ts';
import { LOCALES } from '../../src/language/locale.ts';

/** Ids that reports, links and other tests rely on. */
const FIXED_ANSWERS = [
  'no-cosell-access',
  'get-referrals-access',
  'new-deal-unavailable',
  'edit-closed-deal',
  'referral-email-recipients',
  'unexpected-referral-emails',
  'deal-registration-incentives',
  'microsoft-deal-decision',
  'get-more-cosell',
  'auto-notes-purpose',
  'auto-notes-how',
  'auto-notes-data',
  'auto-notes-failure',
  'auto-notes-feedback',
];

/** Facts of the source that are easily lost: pieces that each answer's text must contain. */
const FACTS: readonly (readonly [id: string, it: readonly string[], en: readonly string[]])[] = [
  [
    'no-cosell-access',
    [
      'Nessun accesso',
      'amministratore delle segnalazioni',
      'amministratore del profilo aziendale',
      'moderni',
    ],
    ['No access', 'Referrals admin', 'Business profile admin', 'modern'],
  ],
  [
    'get-referrals-access',
    ['ingranaggio', 'Impostazioni account', 'Gestione utenti', 'Amministratore account'],
    ['gear', 'Account settings', 'User management', 'Account admin'],
  ],
  [
    'new-deal-unavailable',
    ['amministratore delle segnalazioni', 'marketplace commerciale', 'pronta per il co-sell'],
    ['Referrals admin', 'commercial marketplace', 'co-sell ready'],
  ],
  ['edit-closed-deal', ['Vinto', 'Perso', 'Rifiutato', 'Scaduto'], ['Won', 'Lost', 'Declined', 'Expired']],
  ['referral-email-recipients', ['schema', 'Centro notifiche'], ['flow chart', 'notification center']],
  ['unexpected-referral-emails', ['preferito', 'Centro notifiche'], ['preferred', 'notification center']],
  [
    'deal-registration-incentives',
    ['IP', 'Azure IP co-sell', 'Biz Apps Premium', 'Biz Apps Standard'],
    ['IP', 'Azure IP co-sell', 'Biz Apps Premium', 'Biz Apps Standard'],
  ],
  [
    'microsoft-deal-decision',
    [
      'sezione Microsoft',
      'dettagli del venditore',
      '25.000 USD',
      'ricrea',
      'scaduto',
      'relazione',
      'gestito',
    ],
    ['Microsoft section', "seller's details", 'USD 25,000', 'recreate', 'expired', 'relationship', 'manages'],
  ],
  ['get-more-cosell', ['ricerche', 'selettivo', 'esito'], ['searches', 'selective', 'outcome']],
  [
    'auto-notes-purpose',
    ['IA generativa', 'tempi', 'efficienza'],
    ['generative AI', 'timelines', 'efficiently'],
  ],
  ['auto-notes-how', ['Note', 'IA generativa'], ['Notes', 'enerative AI']],
  ['auto-notes-data', ['personali', 'metadati', 'paese'], ['personal', 'metadata', 'country']],
  ['auto-notes-failure', ['a mano', 'aggiorna', 'Guida'], ['yourself', 'refresh', 'Help']],
  ['auto-notes-feedback', ['Happy', 'Sad', 'microfeedback'], ['Happy', 'Sad', 'microfeedback']],
];

describe('the knowledge we ship', () => {
  let knowledge: Knowledge;

  before(async () => {
    knowledge = await loadKnowledge('knowledge');
  });

  it('passes every check, warnings included', async () => {
    const problems = checkKnowledge(await readKnowledgeFolder('knowledge'));
    expect(problems.map(describeProblem)).to.deep.equal([]);
  });

  it('holds the answers and dialogs that others rely on', () => {
    expect([...knowledge.answers.keys()]).to.include.members(FIXED_ANSWERS);
    expect([...knowledge.intents.keys()].sort()).to.deep.equal([
      'check-acceptance',
      'close-deal',
      'create-deal',
      'find-account-admins',
      'set-notices',
    ]);
  });

  for (const [id, it_, en] of FACTS) {
    it(`keeps the facts of ${id} in both languages`, () => {
      const texts = knowledge.answers.get(id)?.texts;
      for (const fact of it_) expect(`${texts?.it?.lead} ${texts?.it?.body}`).to.include(fact);
      for (const fact of en) expect(`${texts?.en?.lead} ${texts?.en?.body}`).to.include(fact);
    });
  }

  it('says of a fact from another document which one it is', () => {
    for (const { id, sources, texts } of knowledge.answers.values()) {
      // What the assistant keeps stands in a page of its own.
      if (['referrals-faq', 'assistant-privacy'].includes(sources[0]?.document ?? '')) continue;
      expect(texts.it?.body, id).to.match(/FAQ/);
      expect(texts.en?.body, id).to.match(/FAQ/);
    }
  });

  it('gives every heading to readers of both languages, in its own words or in ours', () => {
    for (const { id, headings } of knowledge.sources.values()) {
      for (const { own, renderings } of headings) {
        expect(Object.keys(renderings), `${id}: ${own}`).to.have.length(LOCALES.length - 1);
      }
    }
  });

  it('writes no address of a source document into a text', async () => {
    const folder = await readKnowledgeFolder('knowledge');
    for (const { value, file } of folder.answers) {
      for (const text of Object.values(value.texts)) expect(text.body, file).not.to.include('://');
    }
  });
});

describe('the question sets', () => {
  for (const [name, least] of [
    ['it', 380],
    ['en', 320],
    ['it-held-out', 150],
    ['en-held-out', 150],
    ['it-added-held-out', 200],
    ['en-added-held-out', 200],
    ['it-near-misses-held-out', 30],
    ['en-near-misses-held-out', 30],
  ] as const) {
    it(`are large, new to the matcher and well-formed (${name})`, async () => {
      const questions = await readQuestions(`test/questions/${name}.jsonl`);
      const knowledge = await loadKnowledge('knowledge');
      const known = new Set([...knowledge.answers.keys(), ...knowledge.intents.keys(), 'none']);
      const seen = new Set(listExamples(knowledge).map(plainForm));
      expect(questions.length).to.be.at.least(least);
      expect(new Set(questions.map(({ q }) => plainForm(q))).size).to.equal(questions.length);
      for (const { q, expect: id } of questions) {
        expect(known.has(id), `${q}: ${id}`).to.equal(true);
        expect(seen.has(plainForm(q)), `"${q}" is an example`).to.equal(false);
      }
      const withoutAnswer = questions.filter(({ expect: id }) => id === 'none').length;
      // Those added ask for new answers, one by one; what none answers is asked in the other sets.
      if (name.includes('near-misses')) return;
      expect(withoutAnswer / questions.length).to.be.within(name.includes('added') ? 0.05 : 0.2, 0.3);
    });
  }

  it('ask for every answer and dialog that stands by itself', async () => {
    const knowledge = await loadKnowledge('knowledge');
    const topics = [...knowledge.answers.values()]
      .filter(({ parent }) => parent === null)
      .map(({ id }) => id);
    for (const locale of LOCALES) {
      const asked = await readFile(`test/questions/${locale}.jsonl`, 'utf8');
      for (const id of [...topics, ...knowledge.intents.keys()]) expect(asked, locale).to.include(`:${id}"`);
    }
  });
});

function listExamples(knowledge: Knowledge): string[] {
  const answers = [...knowledge.answers.values()].flatMap(({ texts }) =>
    Object.values(texts).flatMap(({ question, examples }) => [question, ...examples]),
  );
  const intents = [...knowledge.intents.values()].flatMap(({ examples }) => Object.values(examples).flat());
  return [
    ...answers,
    ...intents,
    ...Object.values(knowledge.outside ?? {}).flatMap((topics) => Object.values(topics).flat()),
  ];
}
