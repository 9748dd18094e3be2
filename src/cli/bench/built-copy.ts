import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../errors.ts';

/** What is no part of a project's source, and what it is built without. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', 'knowledge']);

/** Where the source of a project is; a revision is unpacked first. */
export interface ProjectSource {
  readonly folder: string;
  readonly name: string;
}

/**
 * Finds a project by folder, or by revision of the repository in the working folder, which is unpacked below `below`.
 *
 * @throws AppError `invalid-input` where it is neither
 */
export function findProject(name: string, below: string): ProjectSource {
  if (existsSync(join(name, 'package.json'))) return { folder: resolve(name), name };
  const folder = join(below, `source-${String(name).replace(/[^\w.-]/g, '_')}`);
  try {
    mkdirSync(folder, { recursive: true });
    const archive = execFileSync('git', ['archive', name], {
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    execFileSync('tar', ['-x', '-C', folder], { input: archive });
  } catch (cause) {
    throw new AppError(
      'invalid-input',
      `bench: "${name}" is neither a folder of the project nor a revision of it`,
      {
        cause,
      },
    );
  }
  return { folder, name };
}

/** Word lists belong to the code that reads with them: it starts with no list too few, and none too many. */
const OWN_KNOWLEDGE = 'words';

/**
 * Builds a copy of a project with the given knowledge, so that two builds differ in their code alone. Word lists and
 * libraries are its own where it has them, else ours.
 *
 * @returns the folder of its compiled code
 * @throws AppError `invalid-input` where it can't be built
 */
export function buildCopy({ folder, name }: ProjectSource, knowledge: string, to: string): string {
  cpSync(folder, to, { recursive: true, filter: (path) => !LEFT_OUT.has(path.slice(folder.length + 1)) });
  cpSync(knowledge, join(to, 'knowledge'), { recursive: true });
  const words = join(folder, 'knowledge', OWN_KNOWLEDGE);
  if (existsSync(words)) {
    rmSync(join(to, 'knowledge', OWN_KNOWLEDGE), { recursive: true, force: true });
    cpSync(words, join(to, 'knowledge', OWN_KNOWLEDGE), { recursive: true });
  }
  const own = join(folder, 'node_modules');
  symlinkSync(existsSync(own) ? own : resolve('node_modules'), join(to, 'node_modules'));
  const { NODE_OPTIONS: _, ...env } = process.env;
  try {
    execFileSync(process.execPath, ['build.js'], { cwd: to, env, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (cause) {
    rmSync(to, { recursive: true });
    const { stderr = '' } = cause as { stderr?: Buffer | string };
    const said = stderr.toString().trim().slice(-500);
    throw new AppError('invalid-input', `bench: "${name}" can't be built: ${said}`, { cause });
  }
  return join(to, 'dist', 'src');
}
