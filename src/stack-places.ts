import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload, type SourceMapping } from 'node:module';
import { dirname, resolve } from 'node:path';

/**
 * Makes stacks name the lines of the sources where they pass through this file. Node does so by itself for what it
 * loads as a module, not for a script that is run. The map is read when the first stack is, and only where node was
 * started with `--enable-source-maps`.
 */
export function mapStacks(file: string): void {
  if (!process.execArgv.includes('--enable-source-maps') || !existsSync(`${file}.map`)) return;
  let map: SourceMap | null = null;
  Error.prepareStackTrace = (error, frames) => {
    map ??= new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
    return [String(error), ...frames.map((frame) => `    at ${tell(frame, file, map)}`)].join('\n');
  };
}

/** A place in the running code, which tells itself as node does. */
type Frame = NodeJS.CallSite & { toString(): string };

/** As node tells a frame, with the place in the source where the map knows it. */
function tell(frame: Frame, file: string, map: SourceMap | null): string {
  const told = frame.toString();
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  if (frame.getFileName() !== file || line === null || column === null) return told;
  const {
    originalSource,
    originalLine = 0,
    originalColumn = 0,
  }: Partial<SourceMapping> = map?.findEntry(line - 1, column - 1) ?? {};
  if (originalSource === undefined) return told;
  const source = resolve(dirname(file), originalSource);
  const place = `${source}:${String(originalLine + 1)}:${String(originalColumn + 1)}`;
  return told.replace(`${file}:${String(line)}:${String(column)}`, place);
}
