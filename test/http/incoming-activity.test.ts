import { expect } from 'chai';
import { readActivity } from '../../src/http/incoming-activity.ts';

const GOOD = {
  type: 'message',
  channelId: 'webchat',
  serviceUrl: 'http://127.0.0.1:3978/connector',
  conversation: { id: 'c' },
  from: { id: 'u' },
  text: 'ciao',
};

function refusalOf(body: unknown, isAnonymous = true): string {
  const read = readActivity(body, isAnonymous);
  return read.isValid ? 'accepted' : `${String(read.status)} ${read.message}`;
}

describe('an incoming activity', () => {
  it('passes with whatever else it holds', () => {
    const body = { ...GOOD, channelData: { tenant: { id: 't' } }, unknownField: [1] };
    expect(readActivity(body, true)).to.deep.equal({ isValid: true, activity: body });
  });

  const malformed: [string, unknown, string][] = [
    ['nothing', undefined, '400 the body is not an activity'],
    ['a list', [], '400 the body is not an activity'],
    ['no type', { ...GOOD, type: undefined }, "400 the activity's type is missing or wrong"],
    ['a number as type', { ...GOOD, type: 1 }, "400 the activity's type is missing or wrong"],
    ['a number as text', { ...GOOD, text: 5 }, "400 the activity's text is missing or wrong"],
    [
      'no conversation',
      { ...GOOD, conversation: null },
      "400 the activity's conversation is missing or wrong",
    ],
    [
      'a conversation without id',
      { ...GOOD, conversation: {} },
      "400 the activity's conversation.id is missing or wrong",
    ],
    ['no sender', { ...GOOD, from: undefined }, "400 the activity's from.id is missing or wrong"],
    ['no channel', { ...GOOD, channelId: '' }, "400 the activity's channelId is missing or wrong"],
    [
      'members that are none',
      { ...GOOD, membersAdded: ['x'] },
      "400 the activity's membersAdded.0 is missing or wrong",
    ],
    ['no serviceUrl', { ...GOOD, serviceUrl: undefined }, "400 the activity's serviceUrl is missing"],
  ];
  for (const [what, body, message] of malformed) {
    it(`is refused with ${what}`, () => {
      expect(refusalOf(body)).to.equal(message);
    });
  }

  it('may hold nothing among what it lists', () => {
    expect(refusalOf({ ...GOOD, entities: [null, {}], attachments: [null] })).to.equal('accepted');
  });

  it('never quotes what was sent', () => {
    expect(refusalOf({ ...GOOD, text: { secret: 'x9x9' } })).not.to.contain('x9x9');
  });

  it('needs no serviceUrl where replies go back in the same response', () => {
    expect(refusalOf({ ...GOOD, serviceUrl: undefined, deliveryMode: 'expectReplies' })).to.equal('accepted');
  });

  it('may send replies to this machine only, where nobody is authenticated', () => {
    for (const serviceUrl of ['http://localhost:56150/_connector', 'http://[::1]:1/']) {
      expect(refusalOf({ ...GOOD, serviceUrl }), serviceUrl).to.equal('accepted');
    }
    for (const serviceUrl of ['https://smba.example/teams', 'http://169.254.169.254/', 'file:///x', 'x']) {
      expect(refusalOf({ ...GOOD, serviceUrl }), serviceUrl).to.match(/^403/);
    }
  });

  it('may send replies over https only, where callers are authenticated', () => {
    expect(refusalOf({ ...GOOD, serviceUrl: 'https://smba.example/teams' }, false)).to.equal('accepted');
    expect(refusalOf({ ...GOOD, serviceUrl: 'http://127.0.0.1:3978/' }, false)).to.match(/^403/);
  });
});
