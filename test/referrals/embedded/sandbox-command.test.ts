import { expect } from 'chai';
import { AppError } from '../../../src/errors.ts';
import { parseSandboxWords } from '../../../src/referrals/embedded/sandbox-command.ts';

describe('the words of the sandbox command', () => {
  it('name a deal by one word or more', () => {
    expect(parseSandboxWords(['accept', 'd1'])).to.deep.equal({ command: 'accept', deal: 'd1' });
    expect(parseSandboxWords(['expire', 'Northwind', 'Traders'])).to.deep.equal({
      command: 'expire',
      deal: 'Northwind Traders',
    });
  });

  it('give a reason to a decline, or none', () => {
    expect(parseSandboxWords(['decline', 'd1'], 'Duplicate')).to.deep.equal({
      command: 'decline',
      deal: 'd1',
      reason: 'Duplicate',
    });
    expect(parseSandboxWords(['decline', 'd1'])).to.deep.equal({ command: 'decline', deal: 'd1' });
  });

  it('are refused, with the usage, when they make no command', () => {
    const bad: [string[], string?][] = [
      [[]],
      [['drop']],
      [['accept']],
      [['reset', 'd1']],
      [['accept', 'd1'], 'why'],
    ];
    for (const [words, reason] of bad) {
      expect(() => parseSandboxWords(words, reason), words.join(' ')).to.throw(AppError, /Usage/);
    }
  });
});
