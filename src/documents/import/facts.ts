import { parse as parseYaml } from 'yaml';
import { NO_FACTS, type ReadFacts } from './flow.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a front matter says of its document; the names are those of Microsoft Learn and of what else writes Markdown. A
 * front matter that is no YAML (`title: Prezzi: come si leggono`) is read line by line.
 */
export function factsOfFrontMatter(source: string): ReadFacts {
  return factsOf(fieldsOf(source));
}

function fieldsOf(source: string): Fields {
  try {
    const read: unknown = parseYaml(source, { uniqueKeys: false, logLevel: 'error' });
    if (typeof read === 'object' && read !== null) return { ...read };
  } catch {
    // Read by lines below.
  }
  const lines = [...source.matchAll(/^([\w.-]+):[ \t]*(.*)$/gm)];
  return Object.fromEntries(
    lines.map(([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]),
  );
}

/** The same of fields that were read. */
export function factsOf(fields: Fields): ReadFacts {
  const text = (...names: readonly string[]): string | null => {
    const found = names
      .map((name) => fields[name])
      .find((value) => typeof value === 'string' || value instanceof Date);
    const value = found instanceof Date ? found.toISOString().slice(0, 10) : found;
    return typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null;
  };
  const isTrue = (name: string): boolean => fields[name] === true || fields[name] === 'true';
  const url = text('canonical_url', 'canonicalUrl', 'url');
  return {
    ...NO_FACTS,
    title: text('title'),
    description: text('description', 'summary'),
    date: dayOf(text('ms.date', 'date', 'updated', 'lastmod', 'updated_at')),
    language: text('ms.contentlocale', 'language', 'lang', 'locale'),
    licence: text('license', 'licence'),
    isArchived: isTrue('is_archived') || isTrue('archived') || isTrue('ms.archived'),
    isLearn: Object.keys(fields).some((name) => name.startsWith('ms.')),
    url: url?.startsWith('https://') === true ? url : null,
  };
}

/**
 * A day as Learn writes it (month first: `10/30/2020`) or by ISO, as `YYYY-MM-DD`; null where it is none.
 */
export function dayOf(written: string | null): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(written ?? '');
  const [, month = '', date = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written ?? '') ?? [];
  const day = iso === null ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : iso[0];
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}
