import { createHash } from 'node:crypto';
import type { KeptIndex } from './kept-index.ts';
import type { LayerSource, LookedLayer } from './knowledge-layers.ts';
import { keepUpToDate, type Lessons } from './trained-index.ts';
import type { ChangedFiles } from '../knowledge/load.ts';

/** What is known at a start. */
export interface OpenedFirst {
  readonly index: KeptIndex;
  /** What it was learned of, as the one who keeps up with it says it. */
  readonly of: string;
  /** Why what editors changed could not be used; null where it could. */
  readonly problem: unknown;
}

/** What holds for everybody, to begin with: without what editors changed, where that can't be used. */
export async function openFirst(lessons: Lessons, layers: LayerSource): Promise<OpenedFirst> {
  let of = '0\n';
  try {
    const { own } = parted(await layers.look(), layers.everybodys);
    if (own === undefined) return { index: await keepUpToDate(lessons), of, problem: null };
    of += own.mark;
    const index = await keepUpToDate(withLayer(lessons, layers.everybodys ?? '', await own.read()));
    return { index, of, problem: null };
  } catch (problem) {
    // Where the folder itself is at fault, it says so.
    return { index: await keepUpToDate(lessons), of, problem };
  }
}

/** What holds for everybody, and what for the people of one company each. */
export function parted(
  looked: ReadonlyMap<string, LookedLayer>,
  everybodys: string | null,
): { readonly own: LookedLayer | undefined; readonly others: ReadonlyMap<string, LookedLayer> } {
  if (everybodys === null) return { own: undefined, others: looked };
  return { own: looked.get(everybodys), others: new Map() };
}

/** With what editors changed the index is kept in a file of its own. */
export function withLayer(lessons: Lessons, company: string, layer: ChangedFiles): Lessons {
  if (layer.size === 0) return lessons;
  const name = createHash('sha256').update(company).digest('hex').slice(0, 8);
  const file = `${lessons.file.replace(/\.bin$/, '')}-layer-${name}.bin`;
  return { ...lessons, layer, file, formerFile: lessons.file };
}
