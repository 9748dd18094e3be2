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
        source: 'company-list',
      },
      {
        id: 'SOL-70220-QRT',
        name: 'Aurelia Edge',
        isPublished: true,
        isCoSellReady: false,
        isIncentiveEligible: false,
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

  it('says that it is neither YAML nor JSON, or can’t be read', async () => {
    await expectAppError(loadSolutionsFile(write('companies: [')), 'invalid-input');
    mkdirSync(join(dir.path, 'folder'));
    await expectAppError(loadSolutionsFile(join(dir.path, 'folder')), 'unreachable');
  });
});
