import { countFolder } from './code-lines.ts';

/** Where a change of what is understood or asked is made. */
const FOLDERS = ['dialogs', 'src/language', 'src/reading', 'src/lookup', 'src/bot'];

/** `npm run -s count -- [project]`: the lines of code that a change of what is understood has to get to know. */
const [root = '.'] = process.argv.slice(2);
for (const { folder, files, lines } of FOLDERS.map((each) => countFolder(root, each))) {
  process.stdout.write(
    `${folder.padEnd(14)} ${String(files).padStart(4)} files ${String(lines).padStart(6)} lines\n`,
  );
}
