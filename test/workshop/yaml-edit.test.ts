import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KNOWLEDGE_FOLDER } from '../../src/app/knowledge.ts';
import { addLine, editYaml, setField, setLines } from '../../src/workshop/yaml-edit.ts';

const FILE = `# of the house
id: parking
related: [garden, gate]
it:
  question: 'Dove parcheggio?' # asked daily
  body: |
    Prima riga.

    - seconda
  examples:
    - 'posto auto'
    # said on the phone
    - 'dove metto l''auto'
`;

describe('editing a file of the knowledge', () => {
  it('adds a line as the others are written, and touches nothing else', () => {
    const changed = editYaml(FILE, (file) => addLine(file, ['it', 'examples'], "c'è un posto: dove?"));
    expect(changed).to.equal(`${FILE}    - 'c''è un posto: dove?'\n`);
  });

  it('sets texts of one line and of several, and leaves equal ones as they are', () => {
    const changed = editYaml(FILE, (file) => {
      setField(file, ['it', 'question'], 'Dove parcheggio?');
      setField(file, ['it', 'lead'], 'Dietro la sede.');
      setField(file, ['it', 'body'], 'Altro.\n\n- elenco\n');
    });
    expect(changed).to.contain("question: 'Dove parcheggio?' # asked daily").and.to.contain('# of the house');
    const { it: text } = parse(changed) as { it: Record<string, unknown> };
    expect(text).to.deep.include({ lead: 'Dietro la sede.', body: 'Altro.\n\n- elenco\n' });
  });

  it('keeps the comments of lines that stay', () => {
    const changed = editYaml(FILE, (file) =>
      setLines(file, ['it', 'examples'], ["dove metto l'auto", 'sosta']),
    );
    expect(changed).to.contain('# said on the phone').and.not.to.contain('posto auto');
    expect((parse(changed) as { it: { examples: unknown } }).it.examples).to.deep.equal([
      "dove metto l'auto",
      'sosta',
    ]);
  });

  it('refuses what is no YAML', () => {
    expect(() => editYaml('a: [', () => undefined)).to.throw('no YAML');
  });

  it('writes every answer that ships back as it is, but for lines that were broken by hand', () => {
    const folder = join(KNOWLEDGE_FOLDER, 'answers');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    );
    const changed = names.filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const again = editYaml(text, () => undefined);
      expect(parse(again)).to.deep.equal(parse(text));
      return again !== text;
    });
    expect(changed.length).to.be.below(names.length / 20);
  });
});
