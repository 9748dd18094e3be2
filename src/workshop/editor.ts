import type { Locale } from '../language/locale.ts';

/** Who works in the workshop. */
export interface Editor {
  /** Whose questions they see, in lower case; null on this machine alone, where all are. */
  readonly tenantId: string | null;
  /** Who they are, as the directory has it; null on this machine, where nobody signs in. */
  readonly person: { readonly objectId: string; readonly name: string } | null;
  /** The language of the pages. */
  readonly locale: Locale;
  /** What every form of theirs carries, and no other site knows. */
  readonly formToken: string;
  /** Whether they may read files and addresses from where the assistant runs: on this machine alone. */
  readonly isLocal: boolean;
}

/** What an editor asks for. */
export interface WorkshopRequest {
  readonly method: 'GET' | 'POST';
  /** Below `/workshop`, such as `/queue`; `/` is the list of answers. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Fields of the form that was sent; empty for GET. */
  readonly form: FormData;
}

/** What they get. */
export type WorkshopAnswer =
  | { readonly kind: 'page'; readonly status: number; readonly markup: string }
  | { readonly kind: 'file'; readonly type: string; readonly name: string | null; readonly content: string }
  /** Seen instead, so that loading a page again writes nothing twice. */
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'json'; readonly value: unknown };

/** The workshop: what an editor asks for, and what they get. */
export type Workshop = (request: WorkshopRequest, editor: Editor) => Promise<WorkshopAnswer>;
