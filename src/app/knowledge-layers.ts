import { createBoundedCache } from '../bounded-cache.ts';
import type { ChangedFiles } from '../knowledge/load.ts';
import { isChangedMeanwhile } from '../storage/record-store.ts';
import { standingOf } from '../workshop/edited-files.ts';
import { type KnowledgeFiles } from '../workshop/knowledge-files.ts';
import { type LayerChange, type Layers, markOf, NO_COMPANY, readLayer } from '../workshop/layer.ts';

/** What editors of a company laid over the folder, as it was looked at. */
export interface LookedLayer {
  /** Another where something else is laid over it. */
  readonly mark: string;
  read(): Promise<ChangedFiles>;
}

/** What editors laid over the knowledge folder, as it is learned. */
export interface LayerSource {
  /** Whose edits hold for everybody; null where those of each company hold for its own people. */
  readonly everybodys: string | null;
  /** One reading, of those companies alone of which something is laid over the folder. */
  look(): Promise<ReadonlyMap<string, LookedLayer>>;
  /** Takes off what the folder holds just so by now. */
  tidy(): Promise<void>;
}

/** Texts never change: those read last are remembered, by their names. */
const MOST_TEXTS = 2_000;

/**
 * Whose layer holds for everybody: on this machine, and where one company is served, there is one alone.
 *
 * @param served tenants whose people are served, in lower case; null on this machine
 */
export function everybodysLayer(served: ReadonlySet<string> | null): string | null {
  if (served === null) return NO_COMPANY;
  const [only, ...others] = served;
  return others.length === 0 ? (only ?? null) : null;
}

export function createLayerSource(
  layers: Layers,
  everybodys: string | null,
  folder: Pick<KnowledgeFiles, 'open'>,
): LayerSource {
  const texts = createBoundedCache<string>(MOST_TEXTS);
  const remembering: Layers = {
    ...layers,
    async textOf(company, version) {
      const { text: name } = version;
      const known = name === null ? undefined : texts.get(name);
      if (known !== undefined) return known;
      const text = await layers.textOf(company, version);
      if (name !== null && text !== null) texts.set(name, text);
      return text;
    },
  };
  return {
    everybodys,
    async look() {
      const found = [...(await layers.all())].map(([company, layer]) => {
        const read = () => readLayer(remembering, company, layer);
        return [company, { mark: markOf(layer), read }] as const;
      });
      return new Map(found.filter(([, { mark }]) => mark !== ''));
    },
    async tidy() {
      for (const [company, layer] of await layers.all()) {
        const same: LayerChange[] = [];
        for (const [file, versions] of layer) {
          const last = versions.at(-1);
          if (last === undefined || last.text === null) continue;
          const { text, eTag: over } = await folder.open(file);
          if (standingOf(last, text) === 'same') same.push({ file, text: null, replaces: last, over });
        }
        if (same.length > 0) await layers.write(company, same, null).catch(unlessChanged);
      }
    },
  };
}

/** Another process was quicker, or an editor: the next time. */
function unlessChanged(error: unknown): void {
  if (!isChangedMeanwhile(error)) throw error;
}
