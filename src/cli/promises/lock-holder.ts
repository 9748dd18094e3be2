// Takes the data folder it is given as a container of another name would, says so, and waits to be killed.
import { lockFolder } from '../../storage/folder-lock.ts';

const [dataDir = ''] = process.argv.slice(2);
await lockFolder(dataDir, { self: { host: 'the-container-before', pidNamespace: 'pid:[7]' } });
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
