import { expect } from 'chai';
import fc from 'fast-check';
import { readFile, writeFile } from 'node:fs/promises';
import { parse as parseYaml, stringify } from 'yaml';
import { examineConfig } from '../../src/config/config.ts';
import { environment } from '../../src/config/fields.ts';
import { AppError } from '../../src/errors.ts';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { loadKnowledge, readKnowledgeFolder } from '../../src/knowledge/load.ts';
import { loadPeopleFile } from '../../src/directory/people-file.ts';
import { readBytes } from '../../src/documents/import/read-file.ts';
import { loadSolutionsFile } from '../../src/referrals/solutions-file.ts';
import { writeCompanyFiles } from '../fakes/company.ts';
import { useTempDir } from '../temp-dir.ts';
import { goodFolder, withFolder } from '../knowledge/folder.ts';
import { ATTACKS, EVIL_HOST } from '../cards/outside-words.ts';
import { type BotInProcess, openBot } from './bot-in-process.ts';
import { fuzzInProcess } from './in-process.ts';
import { faultsOf } from './judge.ts';
import { GOOD, typed } from './messages.ts';
import { changed, oddChange, oddJson } from './odd-json.ts';
import { fuzzOverHttp } from './over-http.ts';
import { runs, TIMES } from './runs.ts';

/** Whether it went well, or was refused by a sentence of ours that begins so. */
async function isRefusedOrDone(work: Promise<unknown>, beginning: string): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect([error.code, error.message]).to.satisfy(
      ([code, message]: string[]) => code === 'invalid-input' && message?.startsWith(beginning),
    );
  }
}

describe('what nobody would send', function () {
  this.timeout(120_000 * TIMES);

  describe('activities', () => {
    let bot: BotInProcess;
    before(async () => void (bot = await openBot()));
    after(() => bot.close());

    it('activities: an answer or a clear refusal, in which nothing of the words is live', async () => {
      const seed = Date.now() % 1_000_000;
      const { statuses } = await fuzzInProcess(bot, { messages: 200, talks: 4, seed });
      expect([...statuses.keys()].sort()).to.include.members([200, 400]);
    });

    it('of an answer with a live part, without words or after a fault it is said what is wrong', () => {
      const link = { type: 'message', text: `[a](https://${EVIL_HOST}) <b>x</b>` };
      const answer = { status: 200, said: [link], errors: [new Error('boom')] };
      const faults = faultsOf({ ...GOOD, text: 'ciao' }, answer).join('\n');
      for (const part of [`echo: https://${EVIL_HOST}`, 'echo: html_inline', 'failed: Error: boom'])
        expect(faults).to.contain(part);
      expect(faultsOf({ ...GOOD, text: 'ciao' }, { status: 200, said: [], errors: [] })).to.deep.equal([
        'no answer',
      ]);
      expect(faultsOf(GOOD, { status: 500, said: [], errors: [] })).to.deep.equal(['status 500']);
    });
  });

  it('requests over HTTP: no fault of ours, and others are answered as ever', async () => {
    const { statuses } = await fuzzOverHttp(150, Date.now() % 1_000_000, () => undefined);
    expect([...statuses.keys()]).to.include.members([200, 400]);
  });

  describe('knowledge', () => {
    /** What is nested too deep for the writer stands as a text. */
    const toYaml = (value: fc.JsonValue): string => {
      try {
        return stringify(value);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return 'nested: too deep to be written';
      }
    };
    const files = Object.entries(goodFolder).map(([path, text]) => [path, text ?? ''] as const);
    const oddYaml = fc.oneof(
      fc
        .tuple(fc.constantFrom(...files), fc.array(oddChange, { minLength: 1, maxLength: 3 }))
        .map(
          ([[path, text], changes]) =>
            [path, toYaml(changed(parseYaml(text) as fc.JsonValue, changes))] as const,
        ),
      fc
        .tuple(
          fc.constantFrom(...files),
          fc.nat(),
          fc.oneof(typed, fc.constantFrom(...ATTACKS, '&a [*a]', '!!js x', '? ', '\t')),
        )
        .map(([[path, text], at, put]) => {
          const from = at % text.length;
          return [path, text.slice(0, from) + put + text.slice(from + 3)] as const;
        }),
      fc.constant(['answers/parking.yaml', `a: &a [x]\n${'b: &b [*a, *a, *a]\n'.repeat(40)}`] as const),
    );

    it('of any content is used, or refused with what is wrong where', () =>
      fc.assert(
        fc.asyncProperty(oddYaml, ([path, text]) =>
          withFolder({ [path]: text }, async (dir) => {
            await isRefusedOrDone(loadKnowledge(dir), 'knowledge: ');
            for (const problem of checkKnowledge(await readKnowledgeFolder(dir)))
              expect(problem.cure).to.be.a('string').and.not.equal('');
          }),
        ),
        runs(30),
      ));
  });

  describe('documents', () => {
    const SAMPLES: readonly (readonly [extension: string, text: string])[] = [
      [
        '.md',
        '---\ntitle: Badge\n---\n# Badge\n\n| a | b |\n|---|---|\n| 1<br/>2 | [x](../y.md#z) |\n\n> [!NOTE]\n> Uno.\n\n```\n# no\n```\n',
      ],
      [
        '.yml',
        '### YamlMime:FAQ\ntitle: Badge\nsections:\n  - questions:\n      - question: Dove?\n        answer: |\n          Qui.\n',
      ],
      [
        '.html',
        '<!doctype html><title>Badge</title><main><h1>Badge</h1><table><tr><td>1</td></tr></table><p>Qui.</p></main>',
      ],
      ['.txt', 'Dove si ritira il badge?\nQui.\n• uno\n• due\n'],
      ['.csv', 'Question,Answer,Source\n"Dove, qui?","Sì\nqui",x\n'],
      [
        '.json',
        '{"qnaDocuments":[{"id":1,"answer":"Qui.","questions":["Dove?"],"context":{"prompts":[{"qnaId":1,"displayText":"x"}]}}]}',
      ],
      ['.docx', 'PK\u0003\u0004'],
      ['.pdf', '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n'],
    ];
    const put = fc.oneof(
      typed,
      fc.constantFrom(...ATTACKS, '\0', '\ufeff', '---\n', '|', '<', '"', '&#x0;', '(['),
    );
    const places = fc.array(fc.tuple(fc.nat(), put), { minLength: 1, maxLength: 4 });

    it('of any content are read, or left out with the reason', () =>
      fc.assert(
        fc.asyncProperty(fc.constantFrom(...SAMPLES), places, async ([extension, sample], odd) => {
          const text = odd.reduce((whole, [place, more]) => {
            const at = place % (whole.length + 1);
            return whole.slice(0, at) + more + whole.slice(at);
          }, sample);
          const read = await readBytes(
            extension,
            Buffer.from(text),
            { path: `a${extension}`, base: null },
            () => null,
          );
          if (read.document === null) expect(read.reason).to.be.a('string').and.not.equal('');
          else expect(JSON.stringify(read.document.flow)).not.to.match(/javascript:|<script/i);
        }),
        runs(200),
      ));
  });

  describe('configuration', () => {
    const SECRETS = ['MicrosoftAppPassword', 'METRICS_TOKEN'];
    const secret = 'hunter2-is-no-good-secret';
    const names = Object.keys(environment.shape);
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      oddJson.map((json) => JSON.stringify(json).slice(0, 2_000)),
      fc.constantFrom(
        '0',
        '-1',
        '70000',
        '1e3',
        'true',
        'http://127.0.0.1',
        'https://x.example',
        '0.0.0.0',
        '2026-02-30',
      ),
      fc.constantFrom(
        'SingleTenant',
        'UserAssignedMSI',
        'partner-center',
        '11111111-1111-4111-8111-111111111111',
      ),
    );
    const env = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 });

    it('of any values is used, or refused with every cure and without a secret', () =>
      fc.assert(
        fc.property(env, fc.subarray(SECRETS), (given, secrets) => {
          const all = { ...given, ...Object.fromEntries(secrets.map((name) => [name, secret])) };
          const read = examineConfig(all, () => 'content of a file');
          if (read.isUsable) return;
          expect(read.problems).to.have.length.above(0);
          expect(read.problems.join('\n')).to.not.contain(secret);
        }),
        runs(500),
      ));

    describe('lists that a company keeps of itself', () => {
      const dir = useTempDir();
      const odd = fc.array(oddChange, { minLength: 1, maxLength: 3 });

      it('are used, or refused with the file and what is wrong where', async () => {
        const files = await writeCompanyFiles(dir.path);
        const lists = [
          [files.COMPANY_FILE, loadPeopleFile, 'people list: '],
          [files.SOLUTIONS_FILE, loadSolutionsFile, 'solutions list: '],
        ] as const;
        const good = new Map(
          await Promise.all(lists.map(async ([path]) => [path, await readFile(path, 'utf8')] as const)),
        );
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...lists), odd, async ([path, load, beginning], changes) => {
            const value = changed(JSON.parse(good.get(path) ?? '') as fc.JsonValue, changes);
            await writeFile(path, JSON.stringify(value));
            await isRefusedOrDone(load(path), beginning);
          }),
          runs(100),
        );
      });
    });
  });
});
