import { countFiles } from './code-lines.ts';

/** Where a change of what is understood or asked is made. */
const FOLDERS = ['dialogs', 'src/language', 'src/reading', 'src/lookup', 'src/bot'];

/** `npm run -s count -- [project] [--files]`: the lines of code that a change of what is understood has to get to know. */
const given = process.argv.slice(2);
const [root = '.'] = given.filter((word) => word !== '--files');
for (const folder of FOLDERS) {
  const files = countFiles(root, folder);
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  process.stdout.write(
    `${folder.padEnd(14)} ${String(files.length).padStart(4)} files ${String(lines).padStart(6)} lines\n`,
  );
  if (!given.includes('--files')) continue;
  for (const file of files) process.stdout.write(`${String(file.lines).padStart(6)}  ${file.path}\n`);
}
