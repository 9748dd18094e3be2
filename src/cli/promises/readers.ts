import { MAX_READ_LENGTH } from '../../language/flat.ts';
import { hostileTexts } from './hostile-texts.ts';
import { cpuMsOf, type PromiseMeasure } from './measure.ts';
import { STANDINGS } from './standings.ts';
import { openTurnStage } from '../bench/stage.ts';

/** The seller has so many deals beside the sample's, each with a customer whose name is looked for. */
const DEALS = 200;

/** A turn under this is none of the worst; one over it is measured again, without what was compiled meanwhile. */
const WORTH_REPEATING_MS = 60;
const REPEATS = 2;
/** Characters, for what makes each run's text another one. */
const ROOM = 8;

/** The CPU time of the costliest turn, whatever is typed, at every question of the forms. */
async function worstTurn(): Promise<number> {
  const stage = await openTurnStage(DEALS);
  try {
    let worst = 0;
    for (const messages of Object.values(STANDINGS)) {
      await stage.standAt(messages);
      for (const { text } of hostileTexts(MAX_READ_LENGTH - ROOM)) {
        let least = Infinity;
        for (let run = 0; run < REPEATS && least > WORTH_REPEATING_MS; run += 1)
          least = Math.min(least, await cpuMsOf(() => stage.say(`${text} ${String(run)}`)));
        worst = Math.max(worst, least);
      }
    }
    return worst;
  } finally {
    await stage.close();
  }
}

/** One message, however hostile, blocks nobody else's for long. */
export const readersMeasures: readonly PromiseMeasure[] = [
  {
    name: 'the costliest turn, whatever is typed, at any question, beside 200 deals, CPU',
    unit: 'ms',
    limit: 200,
    measure: worstTurn,
  },
];
