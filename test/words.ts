// Before any test: what people say, as every program reads it at its start. Read at once, so that the words are there
// while the test files are loaded, too.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { KNOWLEDGE_FOLDER } from '../src/app/knowledge.ts';
import { parseWords } from '../src/knowledge/words-schema.ts';
import { hearWords } from '../src/language/said.ts';

const folder = join(KNOWLEDGE_FOLDER, 'words');

hearWords(
  Object.fromEntries(
    readdirSync(folder).map((name) => {
      const parsed = parseWords(name, parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.ok)
        throw new Error(
          `${name}: ${parsed.problems.map(({ field, message }) => `${field} ${message}`).join('; ')}`,
        );
      return [basename(name, '.yaml'), parsed.value];
    }),
  ),
);
