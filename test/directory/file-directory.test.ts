import { expect } from 'chai';
import { createFileDirectory } from '../../src/directory/file-directory.ts';
import { elena, nadia, paolo, SAMPLE_PEOPLE, sara } from '../../src/directory/sample-people.ts';

const asOf = '2026-11-24T09:00:00.000Z';

describe('a directory of listed people', () => {
  const directory = createFileDirectory({ people: SAMPLE_PEOPLE, asOf });

  it('finds a person by tenant and object id together, in either case', async () => {
    expect(await directory.findPerson(sara)).to.deep.equal(sara);
    const shouting = { tenantId: sara.tenantId, objectId: sara.objectId.toUpperCase() };
    expect(await directory.findPerson(shouting)).to.deep.equal(sara);
    expect(await directory.findPerson({ ...sara, tenantId: nadia.tenantId })).to.equal(null);
    expect(await directory.findPerson({ tenantId: sara.tenantId, objectId: 'nobody' })).to.equal(null);
  });

  it('lists the colleagues of a person by name, and nobody of another company', async () => {
    const names = (await directory.listColleagues(sara)).map(({ firstName }) => firstName);
    expect(names).to.deep.equal(['Dario', 'Elena', 'Marco', 'Paolo']);
    expect(await directory.listColleagues(nadia)).to.deep.equal([]);
  });

  it('lists the account admin first, then the global admin, with where it is known from', async () => {
    const admins = await directory.listAdmins(paolo);
    expect(admins.map(({ name, role }) => [name, role])).to.deep.equal([
      ['Elena Riva', 'account-admin'],
      ['Dario Fontana', 'global-admin'],
    ]);
    expect(admins[0]).to.deep.include({ email: elena.email, source: 'sample', asOf, isGuest: false });
  });

  it('lists them for a colleague who is not listed, and nobody for another tenant', async () => {
    const unlisted = { tenantId: sara.tenantId, objectId: 'somebody-new' };
    expect(await directory.listAdmins(unlisted)).to.have.length(2);
    expect(await directory.listAdmins(nadia)).to.deep.equal([]);
  });

  it('puts listed administrators among the people in the order of who to ask', async () => {
    const admins = [
      { tenantId: sara.tenantId, name: 'Ugo Serra', email: 'u@x.example', role: 'user-admin' as const },
      {
        tenantId: sara.tenantId,
        name: 'Ada Neri',
        email: 'a@x.example',
        role: 'account-admin' as const,
        isGuest: true,
      },
    ];
    const found = await createFileDirectory({ people: SAMPLE_PEOPLE, admins, asOf }).listAdmins(sara);
    expect(found.map(({ name }) => name)).to.deep.equal([
      'Elena Riva',
      'Ada Neri',
      'Dario Fontana',
      'Ugo Serra',
    ]);
    expect(found[1]).to.deep.include({ source: 'company-list', isGuest: true, objectId: null });
  });
});
