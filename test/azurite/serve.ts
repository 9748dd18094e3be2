// Runs Azurite, named by the first argument, in memory and on free ports. Each line of input is a number of
// milliseconds by which its clock jumps; it ends with its input, so with whoever started it, however that one ends.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [node = '', , module = ''] = process.argv;
let aheadMs = 0;
const RealDate = Date;

/** The machine's clock, and what it has jumped since. */
globalThis.Date = class extends RealDate {
  constructor(...given: []) {
    super(...(given.length === 0 ? ([RealDate.now() + aheadMs] as unknown as []) : given));
  }

  static override now(): number {
    return RealDate.now() + aheadMs;
  }
} as DateConstructor;

const ports = ['blob', 'queue', 'table'].flatMap((service) => [
  `--${service}Host`,
  '127.0.0.1',
  `--${service}Port`,
  '0',
]);
const MODE = ['--inMemoryPersistence', '--skipApiVersionCheck', '--silent', '--disableTelemetry'];
process.argv = [node, module, ...MODE, ...ports];
createRequire(import.meta.url)(module);

createInterface({ input: process.stdin })
  .on('line', (line) => {
    aheadMs += Number(line);
    console.log('advanced');
  })
  .on('close', () => process.exit());
