import type { Activity } from 'botbuilder';
import markdownit from 'markdown-it';

/** Reads as much as any channel or renderer may: HTML, and bare addresses with and without their scheme. */
const reader = markdownit({ html: true, linkify: true, breaks: true });
reader.linkify.set({ fuzzyLink: true, fuzzyEmail: true });

type Json = Readonly<Record<string, unknown>>;

/** Tokens of Markdown that are nothing but words on lines. */
const WORDS = ['text', 'inline', 'paragraph_open', 'paragraph_close', 'softbreak', 'hardbreak'];

/** What can be filled in by a renderer: "{{DATE(…)}}" and "${…}". */
const TEMPLATE = /\{\{|\$\{/;

/**
 * What isn't plain words in an activity, as a sorted list of names: its actions, links and images, whatever Markdown
 * makes of the texts that are read as such, and templates in a text of a card.
 */
export function livePartsOf(activity: Partial<Activity>): string[] {
  const { text = '', textFormat, attachments = [], entities = [], suggestedActions } = activity;
  const said = textFormat === 'plain' ? [] : markupOf(text);
  const cards = attachments.flatMap(({ content }) => partsOf(content));
  const rest = [...entities, ...(suggestedActions?.actions ?? [])].map(({ type }) => String(type));
  return [...said, ...cards, ...rest].sort();
}

/** Every address that an activity would lead to: of its buttons and images, and in what is read as Markdown. */
export function linksOf(activity: Partial<Activity>): string[] {
  const { text = '', textFormat, attachments = [] } = activity;
  return [
    ...(textFormat === 'plain' ? [] : targetsOf(text)),
    ...attachments.flatMap(({ content }) => addressesOf(content)),
  ];
}

function addressesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addressesOf);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, url } = value as Json;
  const own = typeof url === 'string' ? [url] : [];
  const said = type === 'TextBlock' ? targetsOf(String(text)) : [];
  return [...own, ...said, ...Object.values(value).flatMap(addressesOf)];
}

function targetsOf(text: string): string[] {
  return tokensOf(text).flatMap((token) => ['href', 'src'].map((name) => String(token.attrGet(name) ?? '')));
}

function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const element = value as Json;
  return [...ownParts(element), ...Object.values(element).flatMap(partsOf)];
}

function ownParts({ type, text, title, value, url }: Json): string[] {
  const kind = typeof type === 'string' && /^(?:Action\.|Image|Media|Input)/.test(type) ? [type] : [];
  const address = typeof url === 'string' ? ['url'] : [];
  if (type === 'TextBlock') return [...kind, ...address, ...markupOf(String(text)), ...templates(text)];
  if (type === 'TextRun') return [...kind, ...address, ...templates(text)];
  const isFact = type === undefined && typeof title === 'string' && typeof value === 'string';
  return [...kind, ...address, ...(isFact ? [title, value].flatMap(markupOf) : [])];
}

function templates(text: unknown): string[] {
  return TEMPLATE.test(String(text)) ? ['template'] : [];
}

/** What Markdown makes of a text beside words. */
function markupOf(text: string): string[] {
  return tokensOf(text)
    .map(({ type }) => type)
    .filter((type) => !WORDS.includes(type));
}

function tokensOf(text: string) {
  return reader.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}
