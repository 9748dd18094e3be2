import { expect } from 'chai';
import { readSignInEvent } from '../../../src/bot/sign-in/events.ts';

const invoke = (name: string, value: unknown) => readSignInEvent({ type: 'invoke', name, value });

describe('what a channel tells of a sign-in', () => {
  it('a token of the person for the bot', () => {
    const value = { id: 'x', connectionName: 'partner', token: 't' };
    expect(invoke('signin/tokenExchange', value)).to.deep.equal({ kind: 'exchange', ...value });
  });
  it('a token exchange without its parts is a failure, whatever it holds', () => {
    for (const value of [null, {}, 'x', { id: 'x' }, { id: 1, connectionName: 'p', token: {} }]) {
      expect(invoke('signin/tokenExchange', value)?.kind).to.equal('failure');
    }
  });
  it('the digits of the page, as text or number', () => {
    expect(invoke('signin/verifyState', { state: '123456' })).to.deep.equal({ kind: 'code', code: '123456' });
    expect(invoke('signin/verifyState', { state: 123456 })).to.deep.equal({ kind: 'code', code: '123456' });
  });
  it('a page that was closed', () => {
    expect(invoke('signin/verifyState', { state: 'CancelledByUser' })?.kind).to.equal('cancelled');
  });
  it('a page that is done without digits', () => {
    for (const value of [{}, { state: '' }, { state: null }, null]) {
      expect(invoke('signin/verifyState', value)).to.deep.equal({ kind: 'code', code: null });
    }
  });
  it('a failure of the channel', () => {
    expect(invoke('signin/failure', { code: 'invokeerror' })?.kind).to.equal('failure');
  });
  it('an event of a token, without the token', () => {
    const event = readSignInEvent({ type: 'event', name: 'tokens/response', value: { token: 't' } });
    expect(event).to.deep.equal({ kind: 'code', code: null });
  });
  it('nothing in anything else', () => {
    expect(invoke('adaptiveCard/action', {})).to.equal(null);
    expect(readSignInEvent({ type: 'event', name: 'other' })).to.equal(null);
    expect(readSignInEvent({ type: 'message', text: '123456' })).to.equal(null);
  });
});
