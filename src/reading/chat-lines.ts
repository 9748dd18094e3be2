/** "[10:32] Marco Galli: …", "[16/11/26, 10:32:05] Anna: …": what chats put before a message that is copied. */
const HEAD =
  /(?<=^|\n|[:.] ?)\[[^[\]\n]{0,24}\b\d{1,2}[:.]\d{2}[^[\]\n]{0,12}\] ?[\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3}(?: ?:|(?=\n))[ \n]?/u;
const HEADS = new RegExp(HEAD, 'gu');

/** Parts what a person says from the lines of a chat that they pasted behind it; null where there are none. */
export function partChat(text: string): { readonly own: string; readonly pasted: string } | null {
  if (!text.includes('[')) return null;
  const found = HEAD.exec(text);
  if (found === null) return null;
  return {
    own: text.slice(0, found.index).trim(),
    pasted: text.slice(found.index).replace(HEADS, '').trim(),
  };
}
