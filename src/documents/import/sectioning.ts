import type { Block } from '../block.ts';
import type { ImportedSection } from '../imported.ts';
import type { Flow, FlowHeading } from './flow.ts';
import { slugOf } from '../slug.ts';
import { boilerplateOf } from '../wording.ts';

/** A heading with all that stands below it, up to the next one. */
interface Part {
  readonly heading: FlowHeading;
  readonly trail: readonly string[];
  readonly isIntro: boolean;
  readonly blocks: Block[];
  readonly links: ImportedSection['links'][number][];
}

/**
 * Cuts a document at its headings. Text above the first heading belongs to it; a document without headings is one section
 * under its title. Sections in which nothing stands are left out, but stay in the trails of those below them.
 */
export function cutIntoSections(flow: Flow, title: string): ImportedSection[] {
  const parts = partsOf(flow, title);
  const keys = new KeysOfPage();
  const keyed = parts.map((part) => ({
    part,
    key: keys.take(part.heading.anchors[0] ?? slugOf(part.heading.text)),
  }));
  return keyed.map(({ part, key }) => toSection(part, key)).filter(isWorthKeeping);
}

/** Where a page has a section of this name already, the next is `name-2`. */
class KeysOfPage {
  private readonly taken = new Set<string>();

  take(wanted: string): string {
    const name = wanted === '' ? 'section' : wanted;
    let key = name;
    for (let number = 2; this.taken.has(key); number++) key = `${name}-${String(number)}`;
    this.taken.add(key);
    return key;
  }
}

function partsOf(flow: Flow, title: string): Part[] {
  const first = flow.find((each) => each.kind === 'heading') ?? {
    kind: 'heading',
    level: 1,
    text: title,
    anchors: [],
    links: [],
  };
  const above: FlowHeading[] = [];
  const parts: Part[] = [{ heading: first, trail: [], isIntro: true, blocks: [], links: [...first.links] }];
  for (const each of flow) {
    if (each.kind === 'block') {
      parts.at(-1)?.blocks.push(each.block);
      parts.at(-1)?.links.push(...each.links);
      continue;
    }
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= each.level) above.pop();
    if (each !== first) parts.push(partOf(each, above, first));
    above.push(each);
  }
  return parts;
}

/** The page's first heading stands before all others, also where it is of the same level as those that follow. */
function partOf(heading: FlowHeading, above: readonly FlowHeading[], first: FlowHeading): Part {
  const trail = above.includes(first) ? above : [first, ...above];
  return {
    heading,
    trail: trail.map(({ text }) => text),
    isIntro: false,
    blocks: [],
    links: [...heading.links],
  };
}

function toSection({ heading, trail, isIntro, blocks, links }: Part, key: string): ImportedSection {
  const { boilerplate, rest } = takeBoilerplate(blocks);
  return {
    key,
    heading: heading.text,
    level: heading.level,
    isIntro,
    trail,
    anchors: heading.anchors,
    blocks: rest,
    boilerplate,
    links: unique(links),
    examples: heading.examples ?? [],
    prompts: (heading.prompts ?? []).map(({ label, anchor }) => ({ label, key: anchor })),
  };
}

function unique(links: ImportedSection['links']): ImportedSection['links'] {
  return [...new Map(links.map((link) => [`${link.text}\n${link.url}`, link])).values()];
}

/** Lines such as "Ruoli appropriati: …" as data; where a list stands below such a line, its items are the value. */
function takeBoilerplate(blocks: readonly Block[]): {
  readonly boilerplate: Readonly<Record<string, string>>;
  readonly rest: readonly Block[];
} {
  const boilerplate: Record<string, string> = {};
  const rest: Block[] = [];
  let waiting: string | null = null;
  for (const block of blocks) {
    const found = block.kind === 'paragraph' ? boilerplateOf(block.text) : null;
    if (found !== null) {
      boilerplate[found.name] = found.value;
      waiting = found.value === '' ? found.name : null;
    } else if (waiting !== null && block.kind === 'list') {
      boilerplate[waiting] = block.items.map(({ text }) => text).join(' | ');
      waiting = null;
    } else {
      rest.push(block);
      waiting = null;
    }
  }
  return { boilerplate, rest };
}

function isWorthKeeping({ blocks }: ImportedSection): boolean {
  return blocks.length > 0;
}
