import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** The project's root, seen from `dist/test` and from `test` alike. */
const ROOT = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url));
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      integrity: z.string().optional(),
      deprecated: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const packages = Object.entries(lockSchema.parse(JSON.parse(read('package-lock.json'))).packages)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({ path, name: path.replace(/^.*node_modules\//, ''), ...facts }));

/** Licences that ask for no more than to be named, and that a product under MIT may hold. */
const ALLOWED = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense'],
  // Python's, of an argument parser that restify brings; it grants what MIT does.
  'PSF-2.0',
  // Either may be chosen.
  '(AFL-2.1 OR BSD-3-Clause)',
  '(MIT OR GPL-3.0-or-later)',
  // Both hold, and neither asks for more than to be named.
  '(MIT AND Zlib)',
];

/**
 * MPL-2.0 asks that changes of its own files are published. These are used as they are, in tests and for the manifest's
 * icons, and no part of them ships.
 */
const MPL = ['@axe-core/playwright', 'axe-core', '@resvg/resvg-js'];

/** Packages whose `package.json` names no licence, or which of several; their LICENSE file or readme was read. */
const NAMED_ELSEWHERE: Readonly<Record<string, string>> = {
  duck: 'BSD-2-Clause',
  'escape-regexp-component': 'MIT',
};

const manifest = z.object({
  license: z.string().optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

function licenceOf(path: string, name: string): string {
  const { license, licenses = [] } = manifest.parse(JSON.parse(read(join(path, 'package.json'))));
  return NAMED_ELSEWHERE[name] ?? license ?? licenses[0]?.type ?? 'none';
}

/** Those that this machine has; the rest are for other systems. */
const installed = packages.filter(({ path }) => existsSync(join(ROOT, path, 'package.json')));

describe('dependencies', () => {
  it('are installed, all that aren’t for other systems', () => {
    const missing = packages.filter((each) => each.optional !== true && !installed.includes(each));
    expect(missing.map(({ path }) => path)).to.deep.equal([]);
  });

  it('are under licences that the product may have', () => {
    const others = installed
      .map(({ path, name, dev }) => ({ name, dev, licence: licenceOf(path, name) }))
      .filter(({ licence }) => !ALLOWED.includes(licence))
      .filter(({ name, dev, licence }) => {
        const isTool = MPL.some((each) => name === each || name.startsWith(`${each}-`));
        return !(licence === 'MPL-2.0' && dev === true && isTool);
      });
    expect(others).to.deep.equal([]);
  });

  it('are those whose hashes were kept, and run nothing at their installation', () => {
    expect(packages.filter(({ integrity }) => integrity === undefined)).to.deep.equal([]);
    expect(read('.npmrc')).to.match(/^ignore-scripts *= *true$/m);
  });

  it('that nobody keeps up any more are told with a reason and a way out', () => {
    const table = read('SECURITY.md');
    const listed = [...table.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]);
    const abandoned = packages.filter(({ deprecated }) => deprecated !== undefined).map(({ name }) => name);
    expect(abandoned.filter((name) => !listed.includes(name))).to.deep.equal([]);
    // The registry knows nothing of a repository that was archived: this one was.
    expect(listed).to.include('botbuilder');
  });

  it('are listed as a bill of materials by what npm has on board, without a network', function () {
    this.timeout(60_000);
    const run = spawnSync('npm', ['run', '-s', 'sbom'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
    const { bomFormat, components } = z
      .object({ bomFormat: z.string(), components: z.array(z.object({ purl: z.string() })) })
      .parse(JSON.parse(run.stdout));
    expect(bomFormat).to.equal('CycloneDX');
    const made = new Set(components.map(({ purl }) => purl));
    const missing = packages.filter(
      ({ name, version }) => !made.has(`pkg:npm/${name.replace('@', '%40')}@${String(version)}`),
    );
    expect(missing.map(({ name }) => name)).to.deep.equal([]);
  });
});
