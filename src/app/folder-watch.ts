import { watch } from 'chokidar';

/** Looks after folders while it runs. */
export interface FolderWatch {
  stop(): Promise<void>;
}

/** Editors write a file in several steps, and a checkout many files; so long nothing must change, in milliseconds. */
const SETTLED_MS = 100;

/**
 * Tells when something in these folders changed, once it has settled. A folder that can't be watched is told of as a
 * failure, and stays as it is known. Where a file system says nothing of changes (some network drives), the variable
 * `CHOKIDAR_USEPOLLING` has files looked at instead.
 *
 * @param since what was written later than this is a change, although the watch begins only now
 */
export function watchFolders(
  folders: readonly string[],
  since: Date,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): FolderWatch {
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([...folders], { alwaysStat: true });
  watcher.on('all', (_event, _path, stats) => {
    if (!isReady && (stats?.ctimeMs ?? 0) < since.getTime()) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLED_MS);
  });
  watcher.on('ready', () => (isReady = true));
  watcher.on('error', onFailure);
  return {
    stop() {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
