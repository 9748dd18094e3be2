import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileDirectory } from '../../src/directory/file-directory.ts';
import { loadPeopleFile } from '../../src/directory/people-file.ts';
import { expectAppError } from '../app-error.ts';
import { useTempDir } from '../temp-dir.ts';

const good = `
asOf: 2026-11-02
companies:
  - tenantId: 33333333-3333-4333-8333-333333333333
    name: Meridiana
    currency: EUR
    country: IT
    people:
      - objectId: c0000000-0000-4000-8000-000000000001
        firstName: Livia
        lastName: Ferro
        email: livia.ferro@meridiana.example
        phone: "+39 055 000 0401"
        roles: [referrals-admin, account-admin]
    admins:
      - { name: Rete Servizi, email: help@rete.example, role: global-admin }
`;

describe('the list of people that a company maintains', () => {
  const dir = useTempDir();
  const path = () => join(dir.path, 'people.yaml');
  const load = (content: string) => {
    writeFileSync(path(), content);
    return loadPeopleFile(path());
  };

  it('becomes a directory of people who are no sample', async () => {
    const directory = createFileDirectory(await load(good));
    const actor = {
      tenantId: '33333333-3333-4333-8333-333333333333',
      objectId: 'c0000000-0000-4000-8000-000000000001',
    };
    expect(await directory.findPerson(actor)).to.deep.include({
      firstName: 'Livia',
      isSample: false,
      company: { name: 'Meridiana', currency: 'EUR', country: 'IT', locations: [] },
    });
    const admins = await directory.listAdmins(actor);
    expect(admins.map(({ name, source, asOf }) => [name, source, asOf])).to.deep.equal([
      ['Livia Ferro', 'company-list', '2026-11-02T00:00:00.000Z'],
      ['Rete Servizi', 'company-list', '2026-11-02T00:00:00.000Z'],
    ]);
  });

  it('may be JSON', async () => {
    const { people } = await load(
      '{"asOf":"2026-11-02","companies":[{"tenantId":"33333333-3333-4333-8333-333333333333","name":"M","currency":"EUR","country":"IT"}]}',
    );
    expect(people).to.deep.equal([]);
  });

  it('is refused with the name of each bad field', async () => {
    const bad = good.replace('EUR', 'euro').replace('referrals-admin', 'boss').replace('Livia', '');
    const error = await expectAppError(load(bad), 'invalid-input');
    expect(error.message)
      .to.contain('companies.0.currency')
      .and.to.contain('companies.0.people.0.roles.0')
      .and.to.contain('companies.0.people.0.firstName')
      .and.to.contain(path());
  });

  it('is refused when a field is misspelt, or nothing can be read', async () => {
    await expectAppError(load(good.replace('phone:', 'telephone:')), 'invalid-input');
    await expectAppError(load('{'), 'invalid-input');
    await expectAppError(load(''), 'invalid-input');
    await expectAppError(loadPeopleFile(join(dir.path, 'none.yaml')), 'unreachable');
  });
});
