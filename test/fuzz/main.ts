// Sends the assistant what nobody would, for as long as one likes: `npm run fuzz -- --messages 1000000 --http 20000`.
import { parseArgs } from 'node:util';
import { openBot } from './bot-in-process.ts';
import { fuzzInProcess, type Played } from './in-process.ts';
import { fuzzOverHttp } from './over-http.ts';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '0' },
    http: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [messages, http, seed] = [values.messages, values.http, values.seed].map(Number) as [
  number,
  number,
  number,
];

/** Talks at one place of the dialogs before the next; with 2.5 messages each, so 500. */
const TALKS = 200;

/** What one message may cost at most, in milliseconds of CPU, as docs/promises.md says. */
const MOST_MS = 200;

const started = performance.now();
const sinceStart = (): string => `${((performance.now() - started) / 1000).toFixed(0)} s`;
const listed = (counts: ReadonlyMap<number, number>): string =>
  [...counts]
    .sort(([one], [other]) => one - other)
    .map(([key, count]) => `${String(key)}: ${String(count)}`)
    .join(', ');

function describe({ messages: count, statuses, costs, worstMs }: Played): string {
  const numbers = [
    `statuses ${listed(statuses)}`,
    `ms up to ${listed(costs)}`,
    `costliest ${worstMs.toFixed(0)} ms`,
  ];
  return `${String(count)} messages in ${sinceStart()}; ${numbers.join('; ')}`;
}

/** A line for about every hundredth part. */
function everyHundredth(whole: number, print: () => void): (done: number) => void {
  let next = 0;
  return (done) => {
    if (done < next) return;
    next = done + whole / 100;
    print();
  };
}

console.log(`seed ${String(seed)}`);
if (messages > 0) {
  const bot = await openBot();
  let latest: Played | null = null;
  const tell = everyHundredth(messages, () => latest !== null && console.log(describe(latest)));
  const onProgress = (played: Played): void => {
    latest = played;
    tell(played.messages);
  };
  const played = await fuzzInProcess(bot, { messages, talks: TALKS, seed, onProgress });
  await bot.close();
  console.log(`in process: nothing went wrong. ${describe(played)}`);
  if (played.worstMs > MOST_MS) {
    console.log(`a message cost more than ${String(MOST_MS)} ms`);
    process.exitCode = 1;
  }
}
if (http > 0) {
  const print = (sent: { requests: number; statuses: ReadonlyMap<number, number> }): string =>
    `${String(sent.requests)} requests in ${sinceStart()}; statuses ${listed(sent.statuses)}`;
  const sent = await fuzzOverHttp(
    http,
    seed,
    (so) => so.requests % (http / 10) < 500 && console.log(print(so)),
  );
  console.log(`over HTTP: nothing went wrong. ${print(sent)}`);
}
