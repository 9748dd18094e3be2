import pino, { type DestinationStream, type Logger } from 'pino';
import { correlation } from './correlation.ts';

/** Makes the log: JSON, one line an event; the lines of one turn carry its ids. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Logger {
  return pino({ level, mixin: () => ({ ...correlation() }) }, destination);
}
