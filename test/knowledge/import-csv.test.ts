import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsv } from '../../src/knowledge/csv.ts';
import { importCsv, readLabelledLines } from '../../src/knowledge/import-csv.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

describe('CSV', () => {
  it('is read with quotes, doubled quotes, commas and line breaks in fields', () => {
    const text = '\uFEFFa,b\r\n"say ""hi"", you","two\nlines"\n\nlast,"x"';
    expect(parseCsv(text)).to.deep.equal([
      ['a', 'b'],
      ['say "hi", you', 'two\nlines'],
      ['last', 'x'],
    ]);
  });
});

describe('line ends of a CSV', () => {
  it('are those of any system', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(parseCsv(`a,b${end}c,d${end}`)).to.deep.equal([
        ['a', 'b'],
        ['c', 'd'],
      ]);
    }
  });
});

describe('import of a CSV', () => {
  let dir = '';
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'import-'));
  });
  after(() => rm(dir, { recursive: true }));

  it('makes a folder that the loader reads, with the labels as ids', async () => {
    const file = join(dir, 'set.csv');
    const lines = [
      'sentence,label',
      'what time is it,time/ask',
      '"stop, please",STOP_NOW',
      'what is the time,time/ask',
    ];
    await writeFile(file, lines.join('\n'));
    const out = join(dir, 'knowledge');
    expect(await importCsv({ file, out, locale: 'en' })).to.deep.equal({ answers: 2, examples: 3 });
    const { answers } = await loadKnowledge(out);
    expect([...answers.keys()]).to.have.members(['time/ask', 'STOP_NOW']);
    expect(answers.get('time/ask')?.texts.en?.examples).to.deep.equal([
      'what time is it',
      'what is the time',
    ]);
    expect(answers.get('STOP_NOW')?.texts.en?.question).to.equal('stop now');
  });

  it('takes a file without a line of column names', async () => {
    const file = join(dir, 'bare.csv');
    await writeFile(file, 'hello,GREET\nbye,LEAVE\n');
    expect(await readLabelledLines(file)).to.have.length(2);
  });

  it('takes the columns as they are named', async () => {
    const file = join(dir, 'swapped.csv');
    await writeFile(file, 'Intent,Text\nclock,what time is it\n');
    expect(await readLabelledLines(file)).to.deep.equal([{ text: 'what time is it', label: 'clock' }]);
  });

  it('refuses a folder that holds answers, and a file in another encoding', async () => {
    const file = join(dir, 'latin.csv');
    const out = join(dir, 'used');
    const refusalOf = () => importCsv({ file, out, locale: 'it' }).catch((error: Error) => error.message);
    await writeFile(file, Buffer.from('perché no,why\n', 'latin1'));
    expect(await refusalOf()).to.match(/latin\.csv is not UTF-8; save it as/);
    await writeFile(file, 'perché no,why\n');
    expect(await refusalOf()).to.deep.equal({ answers: 1, examples: 1 });
    expect(await refusalOf()).to.match(/used has answers already; name a new folder/);
  });

  it('refuses a file without lines', async () => {
    for (const text of ['', 'sentence,label\n']) {
      const file = join(dir, 'empty.csv');
      await writeFile(file, text);
      const refusal = await readLabelledLines(file).catch((error: unknown) => error);
      expect(refusal).to.have.property('code', 'invalid-input');
      expect(refusal).to.have.property('message').that.includes('empty.csv has no lines');
    }
  });

  it('refuses a row without a label, and a file that is not there, by name', async () => {
    const file = join(dir, 'bad.csv');
    await writeFile(file, 'text,label\nonly text\n');
    const message = async (path: string): Promise<string> =>
      readLabelledLines(path).then(
        () => 'read',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    expect(await message(file)).to.match(/bad\.csv, row 2/);
    expect(await message(join(dir, 'gone.csv'))).to.match(/cannot read .*gone\.csv/);
  });
});
