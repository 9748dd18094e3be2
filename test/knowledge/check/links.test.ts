import { expect } from 'chai';
import { answerWith, check } from '../folder.ts';

const withLink = (target: string) =>
  check(answerWith('[il manuale](source:handbook)', `[il manuale](${target})`));

describe('checkAnchors', () => {
  for (const target of ['#passi', 'source:handbook#parking', 'parking.md', 'http://handbook.example/', '']) {
    it(`names a link to "${target}" and where it may lead`, async () => {
      const problems = await withLink(target);
      expect(problems.join('\n')).to.include(
        `error: answers/parking.yaml: it.body: "il manuale" leads to "${target}"`,
      );
    });
  }

  it('lets links to a document and to a full address be', async () => {
    expect(await withLink('source:handbook')).to.deep.equal([]);
    expect(await withLink('https://handbook.example/yard#gate')).to.deep.equal([]);
  });
});
