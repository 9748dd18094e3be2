import type { OpenServices } from './services.ts';
import type { DeskOptions } from '../bot/experts/desk.ts';
import { dayIn, HOME_TIME_ZONE } from '../language/format.ts';
import { maskWords } from '../questions/mask.ts';
import { knowsWord } from '../questions/trade-words.ts';

/**
 * Takes out of an expert's answer who and what is known by name to whoever asked and to whoever answered, and every
 * fact that is read in it, line by line, as it is done with questions.
 */
export function createAnswerMask({
  services: { namesToHide, now },
  live,
}: Pick<OpenServices, 'services' | 'live'>): DeskOptions['mask'] {
  return async (text, { asker, question: { locale } }, { objectId, name }) => {
    const { tenantId } = asker;
    const known = await Promise.all([namesToHide(asker), namesToHide({ tenantId, objectId })]);
    const names = {
      customers: known.flatMap(({ customers }) => customers),
      people: [...known.flatMap(({ people }) => people), name],
    };
    const { reader, knowledge } = live.present(tenantId);
    const today = dayIn(HOME_TIME_ZONE, now());
    const knows = knowsWord(knowledge);
    const read = (line: string) => reader.read(line, { locale, today, asked: null, known: names.customers });
    return text
      .split('\n')
      .map((line) => maskWords(read(line), names, knows, locale))
      .join('\n');
  };
}
