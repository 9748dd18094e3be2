import { extname } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Begins a thread of one of our modules: compiled, or as it is written (`.ts`, in tests), for which it has to load tsx by
 * itself.
 *
 * @param module its address without the extension
 * @param from `import.meta.url` of who begins it, which tells the extension
 */
export function beginThread(module: string, from: string, options: WorkerOptions): Worker {
  const extension = extname(new URL(from).pathname);
  const { href } = new URL(`${module}${extension}`, from);
  if (extension !== '.ts') return new Worker(new URL(href), options);
  const asWritten = `import('tsx/esm/api').then(({ register }) => { register(); return import('${href}'); })`;
  return new Worker(asWritten, { ...options, eval: true });
}
