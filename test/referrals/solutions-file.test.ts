import { expect } from 'chai';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSolutionsFile } from '../../src/referrals/solutions-file.ts';
import { expectAppError } from '../app-error.ts';
import { useTempDir } from '../temp-dir.ts';

const TENANT = '11111111-1111-4111-8111-11111111111A';

describe('the company’s list of solutions', () => {
  const dir = useTempDir();
  const write = (content: string): string => {
    const path = join(dir.path, 'solutions.yaml');
    writeFileSync(path, content);
    return path;
  };

  it('is read from YAML, by tenant in either case, with what is left out filled in', async () => {
    const list = await loadSolutionsFile(
      write(`companies:
  - tenantId: ${TENANT}
    solutions:
      - { id: SOL-70218-QRT, name: Aurelia WMS, isCoSellReady: true, isIncentiveEligible: true }
      - { id: SOL-70220-QRT, name: Aurelia Edge, isCoSellReady: false }
`),
    );
    expect(list.get(TENANT.toLowerCase())).to.deep.equal([
      {
        id: 'SOL-70218-QRT',
        name: 'Aurelia WMS',
        isPublished: true,
        isCoSellReady: true,
        isIncentiveEligible: true,
        type: 'ip',
        source: 'company-list',
      },
      {
        id: 'SOL-70220-QRT',
        name: 'Aurelia Edge',
        isPublished: true,
        isCoSellReady: false,
        isIncentiveEligible: false,
        type: 'ip',
        source: 'company-list',
      },
    ]);
  });

  it('names the field and what is expected', async () => {
    const path = write(
      `companies: [{ tenantId: ${TENANT}, solutions: [{ id: WMS, name: WMS, isCoSellReady: yes }] }]`,
    );
    const error = await expectAppError(loadSolutionsFile(path), 'invalid-input');
    expect(error.message)
      .to.contain('companies.0.solutions.0.id')
      .and.contain('SOL-70218-QRT')
      .and.contain(path);
  });

  it('takes areas, plays and roles of the picklists, in any case, and gives them as those write them', async () => {
    const list = await loadSolutionsFile(
      write(`companies:
  - tenantId: ${TENANT}
    solutions:
      - id: SOL-1-A
        name: Aurelia Avvio
        isCoSellReady: true
        type: services
        areas: [ai business solutions]
        plays: [data security]
        partnerRoles: [Solution Design, transaction]
`),
    );
    expect(list.get(TENANT.toLowerCase())?.[0]).to.deep.include({
      type: 'services',
      areas: ['AI Business Solutions'],
      plays: ['Data Security'],
      partnerRoles: ['Solution design', 'Transaction'],
    });
  });

  it('names a wrong area, play or role with the file, the field and what is allowed', async () => {
    const path = write(`companies:
  - tenantId: ${TENANT}
    solutions:
      - { id: SOL-1-A, name: A, isCoSellReady: true, areas: [Clouds] }
      - { id: SOL-1-B, name: B, isCoSellReady: true, areas: [Cloud and AI Platforms], plays: [Data Security] }
      - { id: SOL-1-C, name: C, isCoSellReady: true, type: ip, partnerRoles: [Transaction] }
      - { id: SOL-1-D, name: D, isCoSellReady: true, type: services, partnerRoles: [Boss] }
`);
    const { message } = await expectAppError(loadSolutionsFile(path), 'invalid-input');
    const said = message.split('\n').map((line) => line.trim());
    expect(said[0]).to.contain(path);
    const lineOf = (field: string): string => said.find((line) => line.includes(field)) ?? '';
    expect(lineOf('solutions.0.areas.0')).to.contain('"Clouds"').and.contain('Cloud and AI Platforms');
    expect(lineOf('solutions.1.plays.0')).to.contain('Innovate with Azure AI Apps and Agents');
    expect(lineOf('solutions.2.partnerRoles')).to.contain('type: services');
    expect(lineOf('solutions.3.partnerRoles.0')).to.contain('"Boss"').and.contain('Managed services');
  });

  it('says that it is neither YAML nor JSON, or can’t be read', async () => {
    await expectAppError(loadSolutionsFile(write('companies: [')), 'invalid-input');
    mkdirSync(join(dir.path, 'folder'));
    await expectAppError(loadSolutionsFile(join(dir.path, 'folder')), 'unreachable');
  });
});
