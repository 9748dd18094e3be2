const GUID = /(?<![0-9a-z-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z-])/i;

/** The first GUID of a text in lower case, or null. It may stand in braces, quotes or a link. */
export function findGuid(text: string): string | null {
  return GUID.exec(text)?.[0].toLowerCase() ?? null;
}
