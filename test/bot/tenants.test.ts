import { expect } from 'chai';
import type { Activity } from 'botbuilder';
import { readIncoming } from '../../src/bot/incoming.ts';
import { admitTenant, replyToStranger } from '../../src/bot/tenants.ts';

const OURS = '11111111-1111-4111-8111-111111111111';
const THEIRS = '99999999-9999-4999-8999-999999999999';

/** An activity in Teams; a tenant that is left out is one that the activity doesn't name. */
function activityOf(
  tenants: { readonly from?: string; readonly channel?: string; readonly conversation?: string },
  channelId = 'msteams',
): Partial<Activity> {
  const { from, channel, conversation } = tenants;
  return {
    channelId,
    from: { id: '29:x', name: '', aadObjectId: 'a', ...(from === undefined ? {} : { tenantId: from }) },
    conversation: {
      id: 'c',
      name: '',
      isGroup: true,
      conversationType: 'groupChat',
      ...(conversation === undefined ? {} : { tenantId: conversation }),
    },
    ...(channel === undefined ? {} : { channelData: { tenant: { id: channel } } }),
  };
}

describe('whom the assistant serves', () => {
  const rule = { allowed: new Set([OURS]), trustedChannels: ['msteams'] };

  it('is decided by the tenant, wherever the activity names it and in either case', () => {
    for (const place of ['from', 'channel', 'conversation'] as const) {
      expect(admitTenant(activityOf({ [place]: OURS.toUpperCase() }), rule), place).to.equal('served');
      expect(admitTenant(activityOf({ [place]: THEIRS }), rule), place).to.equal('stranger');
    }
  });

  it('is decided by the sender’s tenant in a chat with guests', () => {
    expect(admitTenant(activityOf({ from: THEIRS, channel: OURS, conversation: OURS }), rule)).to.equal(
      'stranger',
    );
    expect(admitTenant(activityOf({ from: OURS, channel: THEIRS, conversation: THEIRS }), rule)).to.equal(
      'served',
    );
    expect(admitTenant(activityOf({ channel: THEIRS, conversation: OURS }), rule)).to.equal('stranger');
  });

  it('holds also for whoever has no Entra identity in the activity', () => {
    const { from: _from, ...activity } = activityOf({ channel: THEIRS });
    expect(admitTenant(activity, rule)).to.equal('stranger');
  });

  it('is questions alone where nobody truly knows the tenant', () => {
    expect(admitTenant(activityOf({}), rule)).to.equal('faq-only');
    expect(admitTenant(activityOf({ channel: '', conversation: '' }), rule)).to.equal('faq-only');
    expect(admitTenant(activityOf({ channel: OURS }, 'directline'), rule)).to.equal('faq-only');
    expect(admitTenant(activityOf({ channel: THEIRS }, 'directline'), rule)).to.equal('faq-only');
    expect(admitTenant(activityOf({ channel: OURS }), { ...rule, allowed: new Set() })).to.equal('faq-only');
  });

  it('is everybody on this machine alone', () => {
    expect(admitTenant(activityOf({ channel: THEIRS }), { allowed: null })).to.equal('served');
  });

  describe('a stranger', () => {
    const message = (text: string, locale = 'it-IT') =>
      ({
        ...activityOf({ channel: THEIRS }),
        conversation: { id: 'c', name: '', isGroup: false, conversationType: 'personal' },
        recipient: { id: 'b', name: '' },
        type: 'message',
        text,
        locale,
      }) as Activity;
    const told = (activity: Activity, contact: string | null = null) =>
      replyToStranger(readIncoming(activity), activity, { url: 'https://help.example', contact });

    it('hears one sentence in the language they wrote in, else in that of their Teams', () => {
      expect(told(message('come creo un nuovo deal?'))?.locale).to.equal('it');
      expect(told(message('how do I create a new deal?'))?.locale).to.equal('en');
      expect(told(message('Contoso', 'en-GB'))?.locale).to.equal('en');
      for (const contact of [null, 'Elena Gallo']) {
        const sentence = told(message('ciao'), contact)?.reply.summary ?? '';
        expect(sentence.match(/\./g), sentence).to.have.length(1);
        expect(sentence.split(/\s+/)).to.have.length.below(30);
        if (contact !== null) expect(sentence).to.contain(contact);
      }
    });

    it('hears it too after a tap or on opening the chat, and nothing where nobody waits', () => {
      const joined = { ...message(''), type: 'conversationUpdate', membersAdded: [{ id: 'b', name: '' }] };
      expect(told(joined)).not.to.equal(null);
      expect(told({ ...message(''), value: { action: 'help' } })).not.to.equal(null);
      expect(told({ ...message(''), type: 'typing' })).to.equal(null);
      expect(told({ ...message(''), type: 'event', name: 'tokens/response' })).to.equal(null);
      // The sender of an invoke waits for its response.
      expect(told({ ...message(''), type: 'invoke', name: 'signin/failure' })).not.to.equal(null);
    });
  });
});
