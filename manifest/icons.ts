import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { MANIFEST_FOLDER } from './folder.ts';

/** The two icons of a Teams app, and the width in pixels that each must have. */
export const ICONS = [
  { name: 'color', width: 192 },
  { name: 'outline', width: 32 },
] as const;

/** Draws an icon's SVG as PNG. */
export async function drawIcon(name: string, width: number): Promise<Buffer> {
  const svg = await readFile(join(MANIFEST_FOLDER, `${name}.svg`), 'utf8');
  return new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();
}

/** Draws all icons anew; needed after a change of an SVG. */
export async function drawIcons(): Promise<void> {
  for (const { name, width } of ICONS) {
    await writeFile(join(MANIFEST_FOLDER, `${name}.png`), await drawIcon(name, width));
  }
}
