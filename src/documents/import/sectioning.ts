import type { Block } from '../block.ts';
import type { ImportedDocument, ImportedSection } from '../imported.ts';
import type { Flow, FlowHeading } from './flow.ts';
import { slugOf } from '../slug.ts';
import { boilerplateOf } from '../wording.ts';

type Unkeyed = Omit<ImportedSection, 'key'>;

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
export function cutIntoSections(
  flow: Flow,
  title: string,
): Pick<ImportedDocument, 'sections' | 'boilerplate'> {
  const keys = new KeysOfPage();
  const [intro, ...others] = partsOf(flow, title).map(toSection);
  const boilerplate = intro?.boilerplate ?? {};
  const all = intro === undefined ? others : [{ ...intro, boilerplate: {} }, ...others];
  const sections = all.filter(isWorthKeeping);
  const keyed = sections.map((section) => ({
    ...section,
    key: keys.take(section.anchors[0] ?? slugOf(section.heading)),
  }));
  const known = new Set(keyed.map(({ key }) => key));
  const linked = keyed.map((section) => ({
    ...section,
    prompts: section.prompts.filter(({ key }) => known.has(key)),
  }));
  return { sections: linked, boilerplate };
}

/**
 * Puts the title above a document that isn't written as a page (a sheet, pasted text, chapters of a book): what stands
 * before its first heading is then not taken for that heading's.
 */
export function withTitle(flow: Flow, title: string): Flow {
  const first = flow.find((each) => each.kind === 'heading');
  if (first?.level === 1 && isOfThePage(first, flow)) return flow;
  return [{ kind: 'heading', level: 0, text: title, anchors: [], links: [] }, ...flow];
}

/** Buttons carry keys, so none is longer than a name that somebody wrote. */
const LONGEST_KEY = 200;

/** Where a page has a section of this name already, the next is `name-2`. */
class KeysOfPage {
  private readonly taken = new Set<string>();

  take(wanted: string): string {
    const name = wanted === '' ? 'section' : wanted.slice(0, LONGEST_KEY);
    let key = name;
    for (let number = 2; this.taken.has(key); number++) key = `${name}-${String(number)}`;
    this.taken.add(key);
    return key;
  }
}

function partsOf(flow: Flow, title: string): Part[] {
  const first: FlowHeading = flow.find((each) => each.kind === 'heading') ?? {
    kind: 'heading',
    level: 1,
    text: title,
    anchors: [],
    links: [],
  };
  const above: FlowHeading[] = [];
  const page = isOfThePage(first, flow) ? first : null;
  const intro = { heading: first, trail: [], isIntro: page !== null, blocks: [], links: [...first.links] };
  const parts: Part[] = [intro];
  for (const each of flow) {
    if (each.kind === 'block') {
      parts.at(-1)?.blocks.push(each.block);
      parts.at(-1)?.links.push(...each.links);
      continue;
    }
    while (above.length > 0 && (above.at(-1)?.level ?? 0) >= each.level) above.pop();
    if (each !== first) parts.push(partOf(each, above, page));
    above.push(each);
  }
  return parts;
}

/** A first heading is the page's where no other stands as high: chapters of a book have none above them. */
function isOfThePage(first: FlowHeading, flow: Flow): boolean {
  return !flow.some((each) => each.kind === 'heading' && each !== first && each.level <= first.level);
}

function partOf(heading: FlowHeading, above: readonly FlowHeading[], page: FlowHeading | null): Part {
  const trail = page === null || above.includes(page) ? above : [page, ...above];
  return {
    heading,
    trail: trail.map(({ text }) => text),
    isIntro: false,
    blocks: [],
    links: [...heading.links],
  };
}

function toSection({ heading, trail, isIntro, blocks, links }: Part): Unkeyed {
  const { boilerplate, rest } = takeBoilerplate(blocks);
  return {
    heading: heading.text,
    level: Math.max(1, heading.level),
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

/** Lines such as "Ruoli appropriati: …" as data, apart from the text; where a list stands below such a line, its items are the value. */
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

function isWorthKeeping({ blocks }: Unkeyed): boolean {
  return blocks.length > 0;
}
