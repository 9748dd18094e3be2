import { expect } from 'chai';
import type { RouteInput } from '../../../src/bot/decision.ts';
import { route } from '../../../src/bot/router.ts';
import type { Match } from '../../../src/matching/match.ts';
import { readAs } from '../../reading/words-reader.ts';

const none: Match = {
  outcome: 'none',
  id: null,
  confidence: 0.1,
  candidates: [],
  passages: [],
  mended: [],
  asks: [],
  rest: null,
};

function decide(utterance: string, given: Partial<RouteInput> = {}) {
  return route({
    utterance,
    reading: readAs(utterance),
    take: null,
    offer: null,
    clarify: null,
    retry: null,
    match: () => none,
    ...given,
  });
}

describe('router, signing in', () => {
  it('digits are a code only while a sign-in waits', () => {
    expect(decide('123456', { signIn: 'waiting' })).to.deep.equal({ kind: 'sign-in-code', code: '123456' });
    expect(decide('123456', { signIn: 'on' }).kind).to.equal('none');
    expect(decide('12345', { signIn: 'waiting' }).kind).to.equal('none');
  });
  it('digits are the code also where a form would take them', () =>
    expect(decide('150000', { signIn: 'waiting', take: 'surely' }).kind).to.equal('sign-in-code'));
  it('"annulla" leaves a sign-in that waits', () => {
    expect(decide('annulla', { signIn: 'waiting', take: 'maybe' }).kind).to.equal('sign-in-cancelled');
    expect(decide('annulla', { signIn: 'on' }).kind).to.equal('nothing-to-cancel');
  });
  it('"esci" leaves an open form first, the account otherwise', () => {
    expect(decide('esci', { signIn: 'on', take: 'surely' }).kind).to.equal('continue-form');
    expect(decide('esci', { signIn: 'on' }).kind).to.equal('sign-out');
  });
  it('signing out and in is understood anywhere, in either language and with courtesy', () => {
    for (const words of [
      'disconnettimi',
      'sign out',
      'Logout',
      'esci dall’account',
      'disconnettimi per favore',
    ]) {
      expect(decide(words, { signIn: 'on', take: 'maybe' }).kind, words).to.equal('sign-out');
    }
    for (const words of ['accedi', 'log in', 'Sign in please', 'vorrei accedere']) {
      expect(decide(words, { signIn: 'on' }).kind, words).to.equal('sign-in');
    }
  });
  it('questions about access are no command', () => {
    for (const words of ['come accedo ai referral?', 'accesso negato', 'non riesco ad accedere']) {
      expect(decide(words, { signIn: 'on' }).kind, words).to.equal('none');
    }
  });
  it('where nobody signs in there is nothing of it', () => {
    expect(decide('esci').kind).to.equal('nothing-to-cancel');
    expect(decide('accedi').kind).to.equal('none');
  });
});
