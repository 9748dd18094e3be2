import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { finish, startModule } from '../child-process.ts';

const line = z.strictObject({
  utterance: z.string(),
  outcome: z.enum(['answer', 'dialog', 'clarify', 'none']),
  id: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  candidates: z.array(z.strictObject({ id: z.string(), confidence: z.number().min(0).max(1) })).length(3),
});

async function askLines(input: string, ...args: readonly string[]) {
  const file = fileURLToPath(new URL(`../../src/cli/ask${extname(import.meta.url)}`, import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, file, '--jsonl', ...args]);
  child.stdin.end(input);
  const { stdout } = await finish(child);
  return stdout
    .trimEnd()
    .split('\n')
    .map((text) => line.parse(JSON.parse(text)));
}

describe('ask', () => {
  it('ends quietly when its reader has gone', async () => {
    const file = fileURLToPath(new URL(`../../src/cli/ask${extname(import.meta.url)}`, import.meta.url));
    const child = spawn(process.execPath, [...process.execArgv, file, '--jsonl']);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.on('error', () => undefined);
    child.stdin.end('nuovo deal\n'.repeat(2_000));
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect([code, Buffer.concat(said).toString()]).to.deep.equal([0, '']);
  });

  it('prints one JSON object a line and nothing else', async () => {
    const input = ['nuovo deal', '', '{"q":"crea un deal"}', '{"action":"confirm"}', 'che tempo fa domani?'];
    const found = await askLines(`${input.join('\n')}\n`, '--locale', 'it');
    expect(found.map(({ utterance }) => utterance)).to.deep.equal([
      'nuovo deal',
      '',
      'crea un deal',
      '{"action":"confirm"}',
      'che tempo fa domani?',
    ]);
    expect(found.map(({ id }) => id)).to.deep.equal(['create-deal', null, 'create-deal', null, null]);
    expect(found[4]?.outcome).to.equal('none');
  });

  it('reads lines as other systems end and begin them', async () => {
    const found = await askLines('\uFEFF{"q":"crea un deal"}\r\nnuovo deal', '--locale', 'it');
    expect(found.map(({ utterance }) => utterance)).to.deep.equal(['crea un deal', 'nuovo deal']);
  });

  it('tells the language by the words of each line', async () => {
    const [italian, english] = await askLines('chi sono gli amministratori?\nwho are our admins?\n');
    expect(italian?.id).to.equal('find-account-admins');
    expect(english?.id).to.equal('find-account-admins');
  });

  it('explains to an editor what it read', async () => {
    const { code, stdout } = await finish(
      startModule('src/cli/ask', ['--explain', 'acesso negato al co-sell']),
    );
    expect(code).to.equal(0);
    expect(stdout)
      .to.match(/acesso → accesso/)
      .and.match(/nearest example: /)
      .and.match(/strongest: /);
  });

  it('says what it wants where it cannot go on', async () => {
    const { code, stdout, stderr } = await finish(startModule('src/cli/ask', ['--locale', 'fr', 'bonjour']));
    expect(code).to.equal(1);
    expect(stdout).to.equal('');
    expect(stderr).to.match(/not "fr"/);
  });
});
