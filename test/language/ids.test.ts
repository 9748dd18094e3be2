import { expect } from 'chai';
import { dealIdOf, findDealIds, findLinks } from '../../src/language/ids.ts';

const GUID = '3f2a7b80-1111-4222-8333-444455556666';
const OTHER = '9c1d0e2f-aaaa-4bbb-8ccc-ddddeeeeffff';
const PAGE = `https://partner.microsoft.com/it-it/dashboard/referrals/v2/opportunities/${GUID}`;

describe('dealIdOf', () => {
  it('is the id in the address of a deal’s page, however the portal and mail programs write it', () => {
    for (const url of [
      PAGE,
      PAGE.toUpperCase(),
      `${PAGE}/overview?tab=1#top`,
      `https://partner.microsoft.com/dashboard/referrals/details?referralId=${GUID}`,
      `https://partner.microsoft.com/${OTHER}/referrals/${GUID}`,
      `https://eur05.safelinks.protection.outlook.com/?url=${encodeURIComponent(PAGE)}&data=05%7C${OTHER}`,
      `https://x.example/go?to=${encodeURIComponent(encodeURIComponent(PAGE))}`,
    ])
      expect(dealIdOf(url), url).to.equal(GUID);
  });
  it('is no id in any other address', () => {
    for (const url of [
      '',
      `https://teams.microsoft.com/l/chat/0/0?tenantId=${GUID}`,
      `https://partner.microsoft.com/dashboard/account/${GUID}`,
      'https://partner.microsoft.com/dashboard/referrals/v2/opportunities',
      `https://x.example/referrals/${GUID}`,
    ])
      expect(dealIdOf(url), url).to.equal(null);
  });
});

describe('findDealIds', () => {
  const idsIn = (text: string) => findDealIds(text).map(({ id }) => id);
  it('finds ids that stand alone, and pages of deals, in their order', () => {
    for (const text of [GUID, `stato di ${GUID}?`, `{${GUID.toUpperCase()}}`, `(${PAGE})`, `vedi ${PAGE}.`])
      expect(idsIn(text), text).to.deep.equal([GUID]);
    expect(idsIn(`${OTHER} oppure ${PAGE}, ${OTHER}`)).to.deep.equal([OTHER, GUID, OTHER]);
  });
  it('says where, the whole address', () => {
    const [found] = findDealIds(`chiudi <${PAGE}> adesso`);
    expect([found?.start, found?.end]).to.deep.equal([8, 8 + PAGE.length]);
  });
  it('finds none in what only resembles one, nor in other addresses', () => {
    for (const text of ['', 'SOL-70218-QRT', GUID.slice(1), `${GUID}0`, `a${GUID}`, GUID.replace('a', 'g')])
      expect(idsIn(text), text).to.deep.equal([]);
    expect(idsIn(`https://crm.example/accounts/${GUID}`)).to.deep.equal([]);
  });
});

describe('findLinks', () => {
  it('leaves the punctuation of the sentence', () => {
    expect(
      findLinks('vedi https://x.example/a_(b)?c=1), poi http://y.example.').map(({ url }) => url),
    ).to.deep.equal(['https://x.example/a_(b)?c=1', 'http://y.example']);
  });
  it('knows a page of the portal without its scheme', () => {
    expect(findLinks(PAGE.slice(8))).to.deep.equal([
      { url: PAGE.slice(8), start: 0, end: PAGE.length - 8, dealId: GUID },
    ]);
    expect(findLinks('anna@partner.microsoft.com/x')).to.deep.equal([]);
  });
});
