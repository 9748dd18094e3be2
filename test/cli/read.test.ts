import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ACTS } from '../../src/knowledge/words.ts';
import { finish, startModule } from '../child-process.ts';

const line = z.object({
  clauses: z.array(z.object({ text: z.string(), act: z.enum(ACTS), isOwn: z.boolean().nullable() })),
  facts: z.array(z.looseObject({ kind: z.string() })),
  unclaimed: z.array(z.string()),
});

async function readLines(input: string) {
  const file = fileURLToPath(new URL(`../../src/cli/read${extname(import.meta.url)}`, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, '--jsonl']);
  child.stdin.end(input);
  const { stdout } = await finish(child);
  return stdout
    .trimEnd()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
}

describe('read', () => {
  it('prints one reading a line', async () => {
    const messages = [
      {
        text: 'sì, e poi controlla Woodgrove',
        locale: 'it',
        today: '2026-11-28',
        asked: 'review',
        known: ['Woodgrove'],
      },
      {
        text: 'can I close Woodgrove?',
        locale: 'en',
        today: '2026-11-28',
        asked: null,
        known: ['Woodgrove'],
      },
    ];
    const [first, second] = await readLines(messages.map((each) => JSON.stringify(each)).join('\r\n'));
    expect(first?.clauses.map(({ act }) => act)).to.deep.equal(['assent', 'order']);
    expect(first?.facts.map(({ kind }) => kind)).to.deep.equal(['known-name']);
    expect(second?.clauses.map(({ act }) => act)).to.deep.equal(['question']);
  });

  it('shows people a line a clause, with what was found below and what nobody claimed at the end', async () => {
    const { code, stdout } = await finish(
      startModule('src/cli/read', [
        '--locale',
        'it',
        '--known',
        'Woodgrove',
        'chiudi Woodgrove come perso zibaldone',
      ]),
    );
    expect(code).to.equal(0);
    expect(stdout)
      .to.match(/^order +chiudi Woodgrove come perso/)
      .and.match(/known-name +Woodgrove/)
      .and.match(/outcome +Lost/)
      .and.match(/\? +.*zibaldone/);
  });

  it('says what it wants where it cannot go on', async () => {
    const { code, stdout, stderr } = await finish(startModule('src/cli/read', ['--locale', 'fr', 'bonjour']));
    expect([code, stdout]).to.deep.equal([1, '']);
    expect(stderr).to.match(/no words for "fr"/);
  });
});
