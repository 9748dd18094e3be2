import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root, seen from `dist/test` and from `test` alike. */
const ROOT = rootFrom(dirname(fileURLToPath(import.meta.url)));

function rootFrom(folder: string): string {
  return readdirSync(folder).includes('package.json') ? folder : rootFrom(dirname(folder));
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths of the project's own files, or names of packages. */
  readonly imports: readonly string[];
  /** The same without `import type`, which leaves nothing at run time. */
  readonly runs: readonly string[];
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function readSources(): SourceFile[] {
  return ['src', 'dialogs', 'manifest']
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => path.endsWith('.ts') && !path.startsWith('src/chat-page/'))
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found = [...text.matchAll(IMPORT)].map(([, type, from, dynamic]) => ({
    target: resolve(path, from ?? dynamic ?? ''),
    isType: type !== undefined,
  }));
  return {
    path,
    text,
    imports: found.map(({ target }) => target),
    runs: found.filter(({ isType }) => !isType).map(({ target }) => target),
  };
}

function resolve(from: string, target: string): string {
  return target.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), target)) : target;
}

/** The files that a paragraph of DESIGN.md names, `{a,b}.ts` as both; tests and bare names beside them are none. */
function namedInDesign(opening: string): string[] {
  const lines = readFileSync(join(ROOT, 'DESIGN.md'), 'utf8').split('\n');
  const paragraph = lines.find((line) => line.startsWith(opening)) ?? '';
  const names = [...paragraph.matchAll(/`([^`]+\/[^`]+\.ts)`/g)].map(([, name = '']) => name);
  return names
    .filter((name) => !name.startsWith('test/'))
    .flatMap((name) => {
      const [, before = '', all = '', after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(name) ?? [];
      return all === '' ? [name] : all.split(',').map((each) => before + each + after);
    });
}

const sources = readSources();
const isOurs = (path: string) => /^(src|dialogs|manifest|test)\//.test(path);

/** Imports of `files` that match none of the allowed patterns, as "file → import". */
function strangers(
  files: RegExp,
  allowed: readonly RegExp[],
  from: 'imports' | 'runs' = 'imports',
): string[] {
  return sources
    .filter(({ path }) => files.test(path))
    .flatMap((file) =>
      file[from]
        .filter((target) => !allowed.some((each) => each.test(target)))
        .map((target) => `${file.path} → ${target}`),
    );
}

/** Imports of `files` that match a forbidden pattern. */
function forbidden(files: RegExp, patterns: readonly RegExp[]): string[] {
  return sources
    .filter(({ path }) => files.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((target) => patterns.some((each) => each.test(target)))
        .map((target) => `${path} → ${target}`),
    );
}

/** The files of the bot that send: letters of a turn, the response of an invoke, news, the typing indicator. */
const SENDERS = [
  'src/bot/experts/desk.ts',
  'src/bot/invoke-answer.ts',
  'src/bot/letters.ts',
  'src/bot/proactive.ts',
  'src/bot/sending.ts',
  'src/bot/typing.ts',
];

/** Folders of `dialogs` that are no dialog: what every form is made of. */
const SHARED = new Set(['engine', 'kinds', 'deals']);

const EXPORTED_TYPE = /^export (?:declare |abstract )*(?:type|interface|class|enum) (\w+)/gm;

const SDK = /^(botbuilder|botframework)/;
const ADAPTER =
  /^src\/(referrals\/(partner-center|embedded)\/(?!sandbox\.ts|microsoft-act|new-deal)|directory\/(file|graph|people|sample|merged)|storage\/(?!record-store|turn-record|lease|person-)|auth\/(?!token-source|sign-in\.ts|caller\.ts))/;

describe('architecture: who may import whom', () => {
  it('finds the sources it speaks of', () => {
    expect(sources.length).to.be.above(80);
    expect(sources.find(({ path }) => path === 'src/app/services.ts')?.imports).to.include(
      'dialogs/index.ts',
    );
  });

  it('language is pure and knows nothing of ours but the names of what people say', () => {
    expect(
      strangers(/^src\/language\//, [
        /^src\/language\//,
        /^src\/knowledge\/sayings\.ts$/,
        /^src\/errors\.ts$/,
        /^libphonenumber-js\/min$/,
        /^@orama\/stemmers/,
        /^lru-cache$/,
      ]),
    ).to.deep.equal([]);
  });

  it('matching is pure: types of knowledge, and language', () => {
    const allowed = [/^src\/matching\//, /^src\/language\//, /^src\/knowledge\/knowledge\.ts$/];
    expect(strangers(/^src\/matching\//, allowed)).to.deep.equal([]);
  });

  it('documents are searched purely: sections, types of knowledge, language and matching', () => {
    const allowed = [
      /^src\/documents\/(search\/|section\.ts$)/,
      /^src\/(language|matching)\//,
      /^src\/knowledge\/knowledge\.ts$/,
    ];
    expect(strangers(/^src\/documents\/search\//, allowed)).to.deep.equal([]);
  });

  it('look-up is pure: language, and fuse.js in one file', () => {
    expect(strangers(/^src\/lookup\//, [/^src\/lookup\//, /^src\/language\//, /^fuse\.js$/])).to.deep.equal(
      [],
    );
    expect(
      sources.filter(({ path, imports }) => path.startsWith('src/lookup/') && imports.includes('fuse.js')),
    ).to.have.length(1);
  });

  it('facts are found purely, from language and look-up; phone numbers come from one file', () => {
    const allowed = [/^src\/(reading|language|lookup)\//];
    expect(strangers(/^src\/reading\/facts\//, allowed)).to.deep.equal([]);
    const users = sources.filter(({ imports }) =>
      imports.some((each) => each.startsWith('libphonenumber-js')),
    );
    expect(users.map(({ path }) => path)).to.deep.equal(['src/language/phones.ts']);
  });

  it('reading is pure: language, look-up, types of words, errors, and the libraries that read markup', () => {
    const allowed = [
      /^src\/(reading|language|lookup)\//,
      /^src\/knowledge\/words\.ts$/,
      /^src\/errors\.ts$/,
      /^(zod|htmlparser2|entities)$/,
    ];
    expect(strangers(/^src\/reading\//, allowed)).to.deep.equal([]);
  });

  it('every reply becomes an activity at the gate, and what is sent goes by the letters', () => {
    const importers = (target: string) =>
      sources.filter(({ imports }) => imports.includes(target)).map(({ path }) => path);
    expect(importers('src/cards/reply.ts')).to.deep.equal(['src/bot/gate.ts']);
    const senders = sources
      .filter(({ path }) => path.startsWith('src/bot/'))
      .filter(({ text }) => /\.(sendActivit(y|ies)|updateActivity|deleteActivity|send|post)\(/.test(text))
      .map(({ path }) => path)
      .sort();
    expect(senders).to.deep.equal(SENDERS);
  });

  it('the domain and its ports know neither SDK nor files', () => {
    const files =
      /^src\/(errors|identity\/actor|referrals\/(deal|referral|gateway|rules|eligibility)|directory\/directory|storage\/(record-store|person-record|person-data))\.ts$/;
    const allowed = [
      /^zod$/,
      /^src\/(errors|identity\/actor|referrals\/(deal|referral|gateway|rules|eligibility)|directory\/directory|storage\/record-store|language\/locale)\.ts$/,
    ];
    expect(strangers(files, allowed)).to.deep.equal([]);
  });

  it('knowledge knows neither bot nor dialogs', () => {
    expect(
      forbidden(/^src\/knowledge\//, [SDK, /^dialogs\//, /^src\/(bot|http|cards|referrals|directory)\//]),
    ).to.deep.equal([]);
  });

  it('documents are plain data: language, their schemas, and what a knowledge folder says of its faults', () => {
    const allowed = [
      /^src\/documents\/(?!import\/)/,
      /^src\/language\//,
      /^src\/knowledge\/(problem|schema)\.ts$/,
      /^src\/errors\.ts$/,
      /^(zod|yaml)$/,
      /^node:(crypto|fs\/promises|path|util)$/,
    ];
    expect(strangers(/^src\/documents\/(?!import\/|search\/)/, allowed)).to.deep.equal([]);
  });

  it('the parsers of documents are loaded by an import alone', () => {
    const parsers = /^(unified|remark-|rehype-|mammoth|jszip|pdfjs-dist|csv-parse|robots-parser)/;
    const touching = sources.filter(({ runs }) => runs.some((each) => parsers.test(each)));
    expect(touching.filter(({ path }) => !path.startsWith('src/documents/import/'))).to.deep.equal([]);
    const importing = sources.filter(({ text }) => /^import (?!type)[^;]*documents\/import\//m.test(text));
    const paths = importing.map(({ path }) => path).filter((path) => !path.startsWith('src/cli/bench/'));
    const thread = 'src/app/reading-thread.ts';
    expect(paths).to.deep.equal([thread, 'src/cli/import.ts']);
    expect(sources.filter((each) => each.runs.includes(thread)).map(({ path }) => path)).to.deep.equal([]);
    const { runs = [] } = sources.find(({ path }) => path === 'src/cli/knowledge.ts') ?? {};
    expect(runs).to.include('src/cli/import.ts');
    expect(readFileSync(join(ROOT, 'src/cli/knowledge.ts'), 'utf8')).to.include(
      "await import('./import.ts')",
    );
  });

  it('cards are pure, the SDK only in reply.ts', () => {
    expect(forbidden(/^src\/cards\/(?!reply\.ts)/, [SDK])).to.deep.equal([]);
    expect(forbidden(/^src\/cards\//, [/^dialogs\//, /^src\/(bot|http)\//, ADAPTER])).to.deep.equal([]);
  });

  it('text that is read as markup is made in cards alone, and content is taken for Markdown in one place', () => {
    const holding = (word: RegExp) =>
      sources.filter(({ path }) => word.test(readFileSync(join(ROOT, path), 'utf8'))).map(({ path }) => path);
    expect(
      holding(/'(?:TextBlock|TextRun|RichTextBlock)'/).filter((path) => !/^src\/cards\//.test(path)),
    ).to.deep.equal([]);
    expect(holding(/'FactSet'|'Table'/)).to.deep.equal([]);
    expect(holding(/textFormat: 'markdown'/)).to.deep.equal(['src/cards/citations.ts']);
    expect(holding(/\bcontentMarkdown\(/)).to.deep.equal([
      'src/cards/answer-card.ts',
      'src/cards/markdown.ts',
    ]);
    expect(holding(/return .* as Markdown;/)).to.deep.equal(['src/cards/markdown.ts']);
  });

  it('adapters of ports know neither dialogs nor bot nor cards', () => {
    expect(forbidden(ADAPTER, [/^dialogs\//, /^src\/(bot|http|cards)\//])).to.deep.equal([]);
  });

  it('dialogs know ports, not adapters, nor the SDK, and not each other', () => {
    expect(
      forbidden(/^dialogs\//, [ADAPTER, SDK, /^src\/(bot|http|config|app)/, /^restify/, /^node:/]),
    ).to.deep.equal([]);
    const crossed = sources.flatMap(({ path, imports }) => {
      const own = /^dialogs\/([^/]+)\//.exec(path)?.[1];
      if (own === undefined || SHARED.has(own)) return [];
      return imports
        .filter(
          (target) =>
            /^dialogs\/(?!engine\/|kinds\/|deals\/)[^/]+\//.test(target) &&
            !target.startsWith(`dialogs/${own}/`),
        )
        .map((target) => `${path} → ${target}`);
    });
    expect(crossed).to.deep.equal([]);
  });

  it('the bot knows ports and the dialogs’ one door', () => {
    expect(forbidden(/^src\/bot\//, [ADAPTER, /^src\/(config|http|app)/])).to.deep.equal([]);
    const doors = [/^dialogs\/(index|turn)\.ts$/];
    const inside = forbidden(/^src\/bot\//, [/^dialogs\//]).filter(
      (line) => !doors.some((door) => door.test(line.split(' → ')[1] ?? '')),
    );
    expect(inside).to.deep.equal([]);
  });

  it('what goes on while nobody writes knows ports, and nobody to tell but through one', () => {
    expect(
      forbidden(/^src\/(watch|webhooks)\//, [SDK, /^dialogs\//, /^src\/(bot|http|cards|config|app)/]),
    ).to.deep.equal([]);
  });

  it('what is kept of questions knows words, names and records, and nobody who asks', () => {
    const allowed = [
      /^src\/(questions|language|lookup|identity)\//,
      /^src\/(reading\/reading|knowledge\/knowledge|storage\/record-store)\.ts$/,
      /^zod$/,
    ];
    expect(strangers(/^src\/questions\//, allowed)).to.deep.equal([]);
  });

  it('questions to experts are kept and acted on without anybody who says so', () => {
    const allowed = [
      /^src\/(experts|language|identity)\//,
      /^src\/storage\/record-store\.ts$/,
      /^src\/errors\.ts$/,
      /^(zod|yaml)$/,
    ];
    expect(strangers(/^src\/experts\//, allowed)).to.deep.equal([]);
  });

  it('the workshop edits knowledge by what is known of it, and knows nobody who serves or says it', () => {
    const allowed = [
      /^src\/(workshop|knowledge|documents|language|matching|questions|experts|identity)\//,
      /^src\/cards\/(?!reply\.ts)/,
      /^src\/storage\/record-store\.ts$/,
      /^src\/errors\.ts$/,
      /^(zod|yaml|entities)$/,
      /^node:/,
    ];
    expect(strangers(/^src\/workshop\//, allowed)).to.deep.equal([]);
  });

  it('a backup knows texts by name, and neither what they say to people nor who says it', () => {
    const allowed = [
      /^src\/(backup|storage)\//,
      /^src\/referrals\/embedded\/deal-file-texts\.ts$/,
      /^src\/errors\.ts$/,
    ];
    expect(strangers(/^src\/backup\//, [...allowed, /^node:/, /^zod$/])).to.deep.equal([]);
    expect(forbidden(/^src\/backup\//, [/^src\/storage\/azure\//])).to.deep.equal([]);
  });

  it('the SDK is touched in few files only, and by no dialog, so that a move to another stays small', () => {
    const touching = sources
      .filter(({ imports }) => imports.some((target) => SDK.test(target)))
      .map(({ path }) => path);
    const allowed = /^src\/(bot\/|cards\/reply\.ts$|auth\/|cli\/bench\/)/;
    expect(touching).to.include('src/cards/reply.ts');
    expect(touching.filter((path) => !allowed.test(path))).to.deep.equal([]);
  });

  it('OpenTelemetry is loaded where a collector is named, by one file that is imported when it is wanted', () => {
    const touching = sources.filter(({ runs }) => runs.some((each) => each.startsWith('@opentelemetry/')));
    expect(touching.map(({ path }) => path)).to.deep.equal(['src/telemetry/open-telemetry.ts']);
    const importing = sources.filter(({ text }) => /^import (?!type)[^;]*open-telemetry\.ts'/m.test(text));
    expect(importing.map(({ path }) => path)).to.deep.equal([]);
    expect(
      forbidden(/^src\/telemetry\//, [
        SDK,
        /^dialogs\//,
        /^src\/(?!telemetry|errors|scoped-value|config\/telemetry)/,
      ]),
    ).to.deep.equal([]);
  });

  it('only config and what starts us read the environment, one place ends the process', () => {
    const reading = sources
      .filter(({ path }) => /process\.env\b/.test(readFileSync(join(ROOT, path), 'utf8')))
      .map(({ path }) => path);
    expect(reading.filter((path) => !/^src\/(config|run\.ts$|cli\/)/.test(path))).to.deep.equal([]);
    const ending = sources
      .filter(({ path }) => /process\.exit\(/.test(readFileSync(join(ROOT, path), 'utf8')))
      .map(({ path }) => path);
    expect(ending).to.deep.equal(['src/run.ts']);
  });

  it('no two exported types share a name, so that a noun means one thing', () => {
    const places = new Map<string, string[]>();
    for (const { path, text } of sources.filter(({ path }) => /^(src|dialogs)\//.test(path))) {
      for (const [, name = ''] of text.matchAll(EXPORTED_TYPE))
        places.set(name, [...(places.get(name) ?? []), path]);
    }
    const shared = [...places].filter(([, paths]) => paths.length > 1);
    expect(shared.map(([name, paths]) => `${name}: ${paths.join(', ')}`)).to.deep.equal([]);
  });

  it('the files over 200 lines are those that DESIGN.md names, each with its reason', () => {
    const named = namedInDesign('**Files stay under 200 lines');
    const long = sources.filter(({ text }) => text.split('\n').length - 1 > 200).map(({ path }) => path);
    const isNamed = (path: string): boolean => named.some((name) => `/${path}`.endsWith(`/${name}`));
    expect(long.filter((path) => !isNamed(path))).to.deep.equal([]);
    expect(named.filter((name) => !long.some((path) => `/${path}`.endsWith(`/${name}`)))).to.deep.equal([]);
  });

  it('has no import cycle at run time', () => {
    expect(findCycles()).to.deep.equal([]);
  });

  it('every import of ours leads to a file', () => {
    const paths = new Set(sources.map(({ path }) => path));
    const lost = sources.flatMap(({ path, imports }) =>
      imports
        .filter(
          (target) =>
            isOurs(target) && target.endsWith('.ts') && !paths.has(target) && !target.startsWith('test/'),
        )
        .map((target) => `${path} → ${target}`),
    );
    expect(lost).to.deep.equal([]);
  });
});

function findCycles(): string[] {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path))
      return void cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path)) return;
    for (const target of byPath.get(path)?.runs ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return cycles;
}
