import { expect } from 'chai';
import { peopleAsked } from '../../src/bot/people-asked.ts';
import type { Candidate, Match } from '../../src/matching/match.ts';

const answer = (id: string): Candidate => ({ id, kind: 'answer', confidence: 0.6 });
const dialog = (id: string): Candidate => ({ id, kind: 'dialog', confidence: 0.6 });

function match(outcome: Match['outcome'], candidates: readonly Candidate[], asks = ['person']): Match {
  return { outcome, id: null, confidence: 0.6, candidates, passages: [], mended: [], asks, rest: null };
}

const whoOf = (id: string) => (id === 'access' ? ('find-account-admins' as const) : null);

describe('people asked for', () => {
  it('are named by the dialog of the answer that speaks of them', () =>
    expect(peopleAsked(match('answer', [answer('access')]), whoOf)).to.equal('find-account-admins'));
  it('are meant where the engine is torn between them and what is said of them', () => {
    const torn = match('clarify', [dialog('find-account-admins'), answer('access'), answer('other')]);
    expect(peopleAsked(torn, whoOf)).to.equal('find-account-admins');
    expect(peopleAsked(match('clarify', [answer('access'), answer('other')]), whoOf)).to.equal(null);
  });
  it('are not where something else is asked, where nobody may be named, or where nothing is known', () => {
    expect(peopleAsked(match('answer', [answer('access')], ['place']), whoOf)).to.equal(null);
    expect(peopleAsked(match('answer', [answer('access')]), undefined)).to.equal(null);
    expect(peopleAsked(match('answer', [answer('other')]), whoOf)).to.equal(null);
    expect(peopleAsked(match('none', [answer('access')]), whoOf)).to.equal(null);
    expect(peopleAsked(match('none', []), whoOf)).to.equal(null);
  });
});
