import type { DialogTurn } from '../turn.ts';

/** "Ma privato" says of which kind the deal is to be, as "un deal privato" does. */
export function withKind(named: string, turn: Pick<DialogTurn, 'read'>): string {
  if (turn.read(named, null).facts.some(isKind)) return named;
  const word = named.match(/[\p{L}-]+/gu)?.find((each) => turn.read(`deal ${each}`, null).facts.some(isKind));
  return word === undefined ? named : named.replace(word, `deal ${word}`);
}

const isKind = ({ kind }: { readonly kind: string }): boolean => kind === 'deal-kind';
