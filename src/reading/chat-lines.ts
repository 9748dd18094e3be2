import { fold } from '../language/tokens.ts';

/** "[10:32] Marco Galli: …", "[16/11/26, 10:32:05] Anna: …": what chats put before a message that is copied. */
const HEAD =
  /(?<=^|\n|[:.] ?)\[[^[\]\n]{0,24}\b\d{1,2}[:.]\d{2}[^[\]\n]{0,12}\] ?[\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3}(?: ?:|(?=\n))[ \n]?/u;
const HEADS = new RegExp(HEAD, 'gu');

/** Parts what a person says from the lines of a chat that they pasted behind it; null where there are none. */
export function partChat(text: string): { readonly own: string; readonly pasted: string } | null {
  if (!text.includes('[')) return null;
  const found = HEAD.exec(text);
  if (found === null) return null;
  return { own: text.slice(0, found.index).trim(), pasted: withWriter(text.slice(found.index)) };
}

const SPEAKER = /\] ?([\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3}?) ?(?::|$)/u;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/u;

/** The lines without what stands before them; who gives an address that is called after them stands above, as over a mail. */
function withWriter(pasted: string): string {
  const heads = [...pasted.matchAll(HEADS)];
  const lines = heads.map((head, at) => ({
    speaker: SPEAKER.exec(head[0].trim())?.[1] ?? '',
    said: pasted.slice(head.index + head[0].length, heads[at + 1]?.index).trim(),
  }));
  const writer = lines.find(({ speaker, said }) => isCalledAfter(ADDRESS.exec(said)?.[0] ?? '', speaker));
  const address = ADDRESS.exec(writer?.said ?? '')?.[0];
  if (writer === undefined || address === undefined) return lines.map(({ said }) => said).join('\n');
  const said = lines.map((line) => (line === writer ? line.said.replace(address, '').trim() : line.said));
  return [`${writer.speaker} <${address}>`, '', ...said].join('\n');
}

/** "beppe@sartigomme.example" is Beppe Sarti's. */
function isCalledAfter(address: string, speaker: string): boolean {
  const local = fold(address.split('@', 1)[0] ?? '');
  return speaker.split(' ').some((name) => name.length > 2 && local.includes(fold(name)));
}
