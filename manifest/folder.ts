import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where the manifest and its drawings lie: beside this file, or, once it is compiled, in the project's folder. */
export const MANIFEST_FOLDER = existsSync(join(here, 'manifest.json')) ? here : join(here, '../../manifest');
