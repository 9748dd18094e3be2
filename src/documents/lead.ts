import type { Block } from './block.ts';
import { isOfThePage } from './wording.ts';

/** Sentences are looked for in so many letters of a section. */
const READ = 6000;
const SHORTEST = 4;
const LONGEST = 45;
/** What a place further down costs, a sentence. */
const LATER = 0.06;
const OF_THE_PAGE = 1;
const INTRODUCES = 1;
/** A row of links, a name: no full stop, or signs that part columns. */
const NO_SENTENCE = 0.3;
const TOO_LONG = 0.4;
/** What a sentence gains for each word of the heading that it has, as a share of them. */
const OF_THE_HEADING = 0.5;

/**
 * The sentence of a section that says most by itself: near the beginning, with words of the heading, neither of the page
 * ("Questo articolo descrive …") nor a mere introduction of a list. Chosen, never made; empty where nothing is a
 * sentence.
 */
export function chooseLead(heading: string, blocks: readonly Block[]): string {
  const asked = wordsOf(heading);
  const sentences = sentencesOf(blocks);
  const telling = sentences.filter((sentence) => sentence.split(' ').length >= SHORTEST);
  // "Entro venerdì." is all that some sections say.
  const rated = (telling.length > 0 ? telling : sentences.filter(isEnded)).map((sentence, at) => ({
    sentence,
    score: scoreOf(sentence, asked) - LATER * at,
  }));
  return rated.reduce((best, each) => (each.score > best.score ? each : best), {
    sentence: '',
    score: -Infinity,
  }).sentence;
}

const isEnded = (sentence: string): boolean => /[.!?…][»”"')\]]*$/.test(sentence);

function scoreOf(sentence: string, asked: ReadonlySet<string>): number {
  const words = wordsOf(sentence);
  const shared = [...asked].filter((word) => words.has(word)).length / Math.max(1, asked.size);
  return (
    OF_THE_HEADING * shared -
    (isOfThePage(sentence) ? OF_THE_PAGE : 0) -
    (sentence.endsWith(':') ? INTRODUCES : 0) -
    (isEnded(sentence) && !sentence.includes('|') ? 0 : NO_SENTENCE) -
    (sentence.split(' ').length > LONGEST ? TOO_LONG : 0)
  );
}

/** Beginnings of the longer words, so that "modifica" and "modificare" are the same. */
function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, STEM)));
}

const STEM = 6;

/** Sentences of paragraphs, notes and items, in their order; not of code and tables. */
export function sentencesOf(blocks: readonly Block[]): string[] {
  const texts: string[] = [];
  const visit = (block: Block): void => {
    if (block.kind === 'paragraph') texts.push(block.text);
    if (block.kind === 'note') block.blocks.forEach(visit);
    if (block.kind === 'list')
      for (const item of block.items) {
        texts.push(item.text);
        item.blocks.forEach(visit);
      }
  };
  blocks.forEach(visit);
  let room = READ;
  return texts.flatMap((text) => {
    const read = text.slice(0, Math.max(0, room));
    room -= text.length;
    return cutSentences(read);
  });
}

const segmenter = new Intl.Segmenter('it', { granularity: 'sentence' });

function cutSentences(text: string): string[] {
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment.replace(/\s+/g, ' ').trim())
    .filter((each) => each !== '');
}
