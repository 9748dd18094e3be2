/** Reads a file named by a variable; throws what the file system throws. */
export type ReadText = (path: string) => string;

/** Why a file can't be used: the variable, its value, and the cure. */
export interface FileProblem {
  readonly problem: string;
}

/** The file's text; `name` is the variable that gives its path. */
export function readNamed(name: string, path: string, readText: ReadText): string | FileProblem {
  try {
    return readText(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return {
      problem: `${name} is "${path}", which can't be read (${code}); give a file that the bot may read`,
    };
  }
}

/** The same for a file that holds a secret and nothing else; white space around it is dropped. */
export function readSecretFile(name: string, path: string, readText: ReadText): string | FileProblem {
  const text = readNamed(name, path, readText);
  if (typeof text !== 'string') return text;
  const secret = text.trim();
  return secret === '' ? { problem: `${name} is "${path}", which is empty; put the secret there` } : secret;
}
