import { expect } from 'chai';
import fc from 'fast-check';
import { marco, SAMPLE_PEOPLE, sara } from '../../src/directory/sample-people.ts';
import { formatMoney } from '../../src/language/format.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { laySampleDeals, sampleDealId } from '../../src/referrals/embedded/sample-deals.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { startTestBot, type TestBot, TODAY } from './chat.ts';
import { type ConversationFacts, MENTION, SharedChat } from './shared-chat.ts';

/** Every way in which a conversation can be one where others read. */
const PUBLIC: readonly ConversationFacts[] = [
  { id: '19:abc@thread.tacv2;messageid=1700000000000', conversationType: 'channel', isGroup: true },
  { id: '19:def@thread.tacv2', conversationType: 'channel' },
  { id: '19:ghi@thread.v2', conversationType: 'groupChat', isGroup: false },
  { id: '19:jkl@thread.v2', isGroup: true },
  { id: '19:mno@thread.v2', conversationType: 'meeting' },
  { id: '19:pqr@thread.v2' },
  { id: '19:stu@thread.v2', conversationType: 'personal', isGroup: true },
];

function contactOf({ customer: { contact } }: Referral): string[] {
  return contact === null ? [] : [contact.firstName, contact.lastName, contact.phone, contact.email];
}

/** What only its owner may read: of deals, customers' contacts, Microsoft's sellers, our people and admins. */
function secrets(): string[] {
  const deals = laySampleDeals(TODAY, () => 'e').flatMap((deal) => [
    deal.id,
    deal.name,
    deal.customer.name,
    deal.customer.address.line1,
    ...contactOf(deal),
    ...(deal.microsoft?.sellers ?? []).flatMap(({ name, email }) => [name, email ?? '']),
    deal.microsoft?.reason ?? '',
    formatMoney(deal.value.amount, deal.value.currency, 'it'),
    formatMoney(deal.value.amount, deal.value.currency, 'en'),
  ]);
  const people = SAMPLE_PEOPLE.flatMap(({ lastName, email, phone, objectId }): string[] => [
    lastName,
    email,
    phone ?? '',
    objectId,
  ]);
  return [...new Set([...deals, ...people])].filter((secret) => secret.length > 3);
}

const SECRETS = secrets();

/** The secrets in what was said, but for those that the person themselves had just said there. */
function leaks(said: readonly string[], words = ''): string[] {
  // Who is answered is named in the envelope, which is the channel's own.
  const shown = said.map((each) => each.replace(/"recipient":\{[^}]*\}/, ''));
  const text = decodeURIComponent(shown.join('\n').replaceAll(/%(?![\dA-F]{2})/g, '')).toLowerCase();
  return SECRETS.filter(
    (secret) => text.includes(secret.toLowerCase()) && !words.toLowerCase().includes(secret.toLowerCase()),
  );
}

const WORDS = [
  'i miei deal',
  'stato dei miei deal',
  'Microsoft ha accettato Fabrikam?',
  'e Northwind?',
  'perché hanno rifiutato northwind traders?',
  sampleDealId(1),
  'crea un deal co-sell con Contoso da 80k',
  'crea un deal privato da 40k con Rossi Logistica',
  'sì',
  'ok',
  'annulla',
  'a che punto siamo?',
  'le mie bozze',
  'chi sono gli amministratori?',
  'chi può darmi il ruolo?',
  'chiudi contoso come vinto',
  'ricrea il deal con northwind',
  'chi segue contoso a microsoft?',
  'cosa sai di me?',
  'cancella i miei dati',
  'avvisami',
  'accedi',
  'ciao',
  'aiuto',
  'come ottengo l’accesso ai referral?',
  'perché non vedo nuovo deal? e poi fammi vedere i miei deal',
  'il secondo',
  'riprova',
  'show my deals',
  'contoso?',
  'non so cosa vuol dire xyzzy',
  'altri',
];

const ACTIONS: readonly object[] = [
  { action: 'page', of: 'deals', page: 0 },
  { action: 'begin', dialog: 'check-acceptance' },
  { action: 'begin', dialog: 'check-acceptance', referralId: sampleDealId(2) },
  { action: 'begin', dialog: 'create-deal' },
  { action: 'begin', dialog: 'create-deal', recreates: sampleDealId(3) },
  { action: 'begin', dialog: 'close-deal', referralId: sampleDealId(1) },
  { action: 'begin', dialog: 'find-account-admins' },
  { action: 'drafts' },
  { action: 'delete-draft', draftId: 'x' },
  { action: 'form', draftId: 'x', do: 'confirm' },
  { action: 'forget-me', isConfirmed: false },
  { action: 'watch', do: 'on' },
  { action: 'sign-in' },
  { action: 'retry' },
  { action: 'answer', id: 'edit-closed-deal' },
  { action: 'none-of-these' },
  { action: 'help' },
  { action: 'unknown' },
];

describe('in a group chat or a channel', function () {
  this.timeout(120_000);
  let bot: TestBot;
  let connector: BotConnector;
  before(async () => {
    bot = await startTestBot();
    connector = await startBotConnector();
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });

  const chatIn = (facts: ConversationFacts): SharedChat => new SharedChat(bot, connector, facts);
  const privately = (id = 'a:1'): SharedChat => chatIn({ id, conversationType: 'personal' });

  it('the same words show deals in the personal chat, so that there is something to keep', async () => {
    const said = await privately().post(sara, { type: 'message', text: 'i miei deal' });
    expect(leaks(said)).to.include.members(['Fabrikam', 'Northwind Traders']);
  });

  for (const facts of PUBLIC) {
    it(`"i miei deal" is a sentence and a way into the private chat: ${JSON.stringify(facts)}`, async () => {
      const said = await chatIn(facts).mention(sara, 'i miei deal');
      expect(said).to.have.length(1);
      expect(leaks(said)).to.deep.equal([]);
      const url = /https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?[^"]+/.exec(said.join())?.[0] ?? '';
      const query = new URL(url).searchParams;
      expect(query.get('users')).to.equal('28:0f0f0f0f-1111-4222-8333-444444444444');
      expect(query.get('message')).to.equal('i miei deal');
    });
  }

  it('whatever is said or tapped there, and whatever went before: nothing of anybody’s own is said', async () => {
    const step = fc.record({
      facts: fc.constantFrom(...PUBLIC),
      isPrivate: fc.boolean(),
      who: fc.constantFrom(sara, marco),
      what: fc.oneof(
        fc.constantFrom(...WORDS).map((text) => ({ text })),
        fc.constantFrom(...ACTIONS).map((value) => ({ value })),
        fc.constantFrom(...ACTIONS).map((data) => ({ execute: data })),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        for (const { facts, isPrivate, who, what } of steps) {
          const chat = isPrivate ? privately(`a:${who.objectId}`) : chatIn(facts);
          const words = 'text' in what ? what.text : '';
          const said = await chat.post(who, partOf(what));
          if (!isPrivate) expect(leaks(said, words), `${JSON.stringify(what)}`).to.deep.equal([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('leads into the private chat whatever the words end in', async () => {
    const said = await chatIn(PUBLIC[0] ?? { id: '' }).mention(
      sara,
      `crea un deal con ${'x'.repeat(282)}${'😀'.repeat(20)}`,
    );
    expect(said.join()).to.match(/teams\.microsoft\.com\/l\/chat/);
  });

  it('does nothing of it there: no draft, no closed deal', async () => {
    const chat = chatIn(PUBLIC[0] ?? { id: '' });
    await chat.mention(marco, 'crea un deal privato da 40k con Lagunare Servizi');
    await chat.mention(marco, 'via Roma 1, 37100 Verona');
    const drafts = await privately('a:marco').post(marco, { type: 'message', text: 'le mie bozze' });
    expect(drafts.join()).not.to.contain('Lagunare');
  });

  it('answers a question, and leads what the answer offers into the private chat', async () => {
    const [said = ''] = await chatIn(PUBLIC[0] ?? { id: '' }).mention(sara, 'perché non vedo Nuovo deal?');
    const card = JSON.stringify(
      (JSON.parse(said) as { attachments: { content: unknown }[] }).attachments[0]?.content,
    );
    expect(card).not.to.match(/"action":"begin"/);
    expect(card).to.match(/"action":"answer"/);
    expect(said).to.contain('"replyToId"');
  });

  it('is silent where it isn’t mentioned, and remembers nothing of that', async () => {
    const chat = chatIn({ id: '19:silent@thread.v2', conversationType: 'groupChat' });
    expect(await chat.post(sara, { type: 'message', text: 'i miei deal' })).to.deep.equal([]);
    const other = { type: 'mention', mentioned: { id: '29:someone', name: 'Marco' }, text: '<at>Marco</at>' };
    const said = await chat.post(sara, { type: 'message', text: '<at>Marco</at> ciao', entities: [other] });
    expect(said).to.deep.equal([]);
  });

  it('greets everybody when it arrives, by nobody’s name and without deals; never who joins', async () => {
    const chat = chatIn({ id: '19:new@thread.v2', conversationType: 'groupChat' });
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: `29:${marco.objectId}` }] };
    expect(await chat.post(marco, joined)).to.deep.equal([]);
    const bots = MENTION.entities.map(({ mentioned }) => mentioned);
    const said = await chat.post(sara, { type: 'conversationUpdate', membersAdded: bots });
    expect(said).to.have.length(1);
    const { attachments } = JSON.parse(said[0] ?? '') as { attachments: unknown };
    expect(JSON.stringify(attachments)).not.to.match(/Sara|"Action\./);
    expect(await chat.post(sara, { type: 'installationUpdate', action: 'add' })).to.deep.equal([]);
  });

  it('in another channel, where no address opens a private chat, it says where to write', async () => {
    const chat = new SharedChat(bot, connector, { id: 'g1', isGroup: true }, 'webchat');
    const said = await chat.mention(sara, 'i miei deal');
    expect(leaks(said)).to.deep.equal([]);
    expect(said.join())
      .to.match(/chat personale/)
      .and.not.match(/https:/);
  });
});

function partOf(
  what: { readonly text: string } | { readonly value: object } | { readonly execute: object },
): Readonly<Record<string, unknown>> {
  if ('text' in what) return { ...MENTION, type: 'message', text: `${MENTION.text} ${what.text}` };
  if ('value' in what) return { type: 'message', value: what.value };
  const action = { type: 'Action.Execute', data: what.execute };
  return { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } };
}
