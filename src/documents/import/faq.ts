import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { AppError } from '../../errors.ts';
import { addressOf, createResolver } from './addresses.ts';
import { factsOf } from './facts.ts';
import { type Flow, type FlowBlock, type FlowHeading, LeftOutCount, type ReadDocument } from './flow.ts';
import { type Origin, readMarkdownPiece } from './markdown.ts';

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const questions = z
  .array(z.object({ question: text, answer: text.nullable().default('') }))
  .nullable()
  .default([]);

/** A FAQ as Microsoft Learn writes it: https://learn.microsoft.com/contribute/content/yaml-faq */
const faq = z.object({
  metadata: z.record(z.string(), z.unknown()).nullable().default({}),
  title: text.nullable().default(null),
  summary: text.nullable().default(null),
  sections: z
    .array(z.object({ name: text.nullable().default(null), questions }))
    .nullable()
    .default([]),
  // An older form has the questions without sections.
  questions,
});

type Faq = z.infer<typeof faq>;

export const FAQ_MARK = /^\s*(?:#.*\n\s*)*#+\s*YamlMime:\s*FAQ/i;

/** What stands for a name where a FAQ has no sections. */
const NO_NAME = /^(?:ignored|ignorato)$/i;
const PAGE = 1;
const GROUP = 2;
const QUESTION = 3;

/**
 * Reads a FAQ of Microsoft Learn (`### YamlMime:FAQ`): each question is a heading.
 *
 * @throws AppError `invalid-input` where it is no YAML, or none of that shape
 */
export function readFaq(source: string, origin: Origin): ReadDocument {
  const read = parseFaq(source, origin.path);
  const leftOut = new LeftOutCount();
  const facts = factsOf({ ...read.metadata, ...(read.title === null ? {} : { heading: read.title }) });
  const place = { ...origin, ...facts };
  const resolve = createResolver(place);
  const piece = (markdown: string): Flow => withoutHeadings(readMarkdownPiece(markdown, resolve, leftOut));
  const flow: (FlowHeading | FlowBlock)[] = [];
  if (read.title !== null) flow.push(headingOf(PAGE, read.title));
  if (read.summary !== null) flow.push(...piece(read.summary));
  for (const group of [{ name: null, questions: read.questions }, ...(read.sections ?? [])]) {
    if (group.name !== null && !NO_NAME.test(group.name.trim())) flow.push(headingOf(GROUP, group.name));
    for (const { question, answer } of group.questions ?? [])
      flow.push(headingOf(QUESTION, question), ...piece(answer ?? ''));
  }
  return { isPage: true, facts: { ...facts, url: addressOf(place) }, flow, leftOut: leftOut.counts };
}

function parseFaq(source: string, path: string): Faq {
  try {
    return faq.parse(parseYaml(source, { uniqueKeys: false, logLevel: 'error' }));
  } catch (cause) {
    throw new AppError('invalid-input', `import: ${path} is no FAQ that can be read`, { cause });
  }
}

function headingOf(level: number, written: string): FlowHeading {
  const plain = written.replace(/\*\*|`/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return { kind: 'heading', level, text: plain.replace(/\s+/g, ' ').trim(), anchors: [], links: [] };
}

/** An answer is one piece; headings within it are lines. */
function withoutHeadings(flow: Flow): FlowBlock[] {
  return flow.map((part) =>
    part.kind === 'block'
      ? part
      : { kind: 'block', block: { kind: 'paragraph', text: part.text }, links: part.links },
  );
}
