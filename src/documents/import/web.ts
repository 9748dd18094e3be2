import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import robotsParser from 'robots-parser';
import { AppError } from '../../errors.ts';

/** A page as its server gave it. */
export interface WebPage {
  readonly url: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Why an address gave no page. */
export interface Refusal {
  readonly url: string;
  readonly reason: string;
}

/** What robots-parser gives; its own types are those of another kind of module. */
interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
const parseRules = robotsParser as unknown as (url: string, text: string) => Rules;

/** How the import names itself to servers; robots.txt may speak of it by this name. */
export const USER_AGENT = 'CoSellAssistantImport';
/** A documentation of more pages is imported in parts. */
const MOST_PAGES = 2000;
const MOST_SITEMAPS = 50;
const MOST_BYTES = 10_000_000;
const MOST_REDIRECTS = 5;
const TIMEOUT_MS = 20_000;
/** A server that asks for longer pauses than this is asked once in this time all the same. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * Reads pages of one host: that of an address, or all that a sitemap names. What the host's robots.txt forbids isn't asked
 * for (RFC 9309: no such file allows all, a server that fails allows nothing), nothing is asked of another host, and
 * redirects are followed within the host only.
 */
export class WebReader {
  /** Addresses that gave no page, in their order. */
  readonly refused: Refusal[] = [];
  private readonly host: string;
  private readonly start: URL;
  private rules: Rules | null = null;
  private lastAsked = 0;

  /** @throws AppError `invalid-input` where the address is neither https nor of this machine */
  constructor(start: string) {
    this.start = new URL(start);
    this.host = this.start.host;
    const isHere = /^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(this.start.hostname);
    if (this.start.protocol !== 'https:' && !isHere)
      throw new AppError('invalid-input', `import: "${start}" is not https`);
  }

  /**
   * The addresses to read: the one that was named, or those of a sitemap.
   *
   * @throws AppError `unreachable` where the host doesn't answer
   */
  async addresses(): Promise<string[]> {
    await this.readRules();
    if (!/\.xml(?:\.gz)?$/.test(this.start.pathname)) return [this.start.href];
    const pages = new Set<string>();
    const sitemaps = [this.start.href];
    for (const [at, sitemap] of sitemaps.entries()) {
      if (at >= MOST_SITEMAPS) break;
      const page = await this.read(sitemap);
      if (page === null) continue;
      const { locations, isIndex } = readSitemap(page);
      if (isIndex) sitemaps.push(...locations.filter((each) => this.isOurs(each)));
      else for (const each of locations) this.addPage(pages, each);
    }
    return [...pages];
  }

  /** A page, or null; then `refused` has the reason. */
  async read(address: string): Promise<WebPage | null> {
    let url = address;
    for (let turn = 0; turn <= MOST_REDIRECTS; turn++) {
      if (!this.isOurs(url)) return this.refuse(address, 'of another host');
      if (this.rules?.isAllowed(url, USER_AGENT) === false)
        return this.refuse(address, 'robots.txt forbids it');
      const response = await this.ask(url).catch(() => null);
      if (response === null) return this.refuse(address, 'no answer');
      const next = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && next !== null && URL.canParse(next, url)) {
        url = new URL(next, url).href;
        continue;
      }
      if (!response.ok) return this.refuse(address, `status ${String(response.status)}`);
      const bytes = await readBody(response).catch(() => null);
      if (bytes === null) return this.refuse(address, `over ${String(MOST_BYTES / 1e6)} MB, or broken off`);
      return { url, contentType: response.headers.get('content-type') ?? '', bytes };
    }
    return this.refuse(address, 'too many redirects');
  }

  private addPage(pages: Set<string>, address: string): void {
    if (pages.size >= MOST_PAGES) this.refuse(address, `more than ${String(MOST_PAGES)} pages`);
    else if (this.isOurs(address)) pages.add(address);
    else this.refuse(address, 'of another host');
  }

  private isOurs(address: string): boolean {
    return (
      URL.canParse(address) &&
      new URL(address).host === this.host &&
      new URL(address).protocol === this.start.protocol
    );
  }

  private refuse(url: string, reason: string): null {
    this.refused.push({ url, reason });
    return null;
  }

  private async readRules(): Promise<void> {
    const address = new URL('/robots.txt', this.start).href;
    const response = await this.ask(address).catch((cause: unknown) => {
      throw new AppError('unreachable', `import: ${this.host} doesn't answer`, { cause });
    });
    // A server that fails may have forbidden anything.
    const refusing = response.status >= 500 ? 'User-agent: *\nDisallow: /' : '';
    const text = response.ok ? (await readBody(response)).toString('utf8') : refusing;
    this.rules = parseRules(address, text);
  }

  /** One request after the other, as far apart as robots.txt asks for. */
  private async ask(url: string): Promise<Response> {
    const pause = Math.min(LONGEST_PAUSE_MS, 1000 * (this.rules?.getCrawlDelay(USER_AGENT) ?? 0));
    const wait = this.lastAsked + pause - performance.now();
    if (pause > 0 && wait > 0) await new Promise((resume) => setTimeout(resume, wait));
    this.lastAsked = performance.now();
    return fetch(url, {
      redirect: 'manual',
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html, text/markdown;q=0.9, text/plain;q=0.8, application/xml',
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new AppError('refused', `import: ${response.url} is too large`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The addresses in a sitemap, or in an index of them (https://www.sitemaps.org/protocol.html). */
function readSitemap({ url, bytes }: WebPage): { readonly locations: string[]; readonly isIndex: boolean } {
  const locations: string[] = [];
  let isIndex = false;
  let open = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        open = name;
        isIndex ||= name === 'sitemapindex';
        if (name === 'loc') locations.push('');
      },
      ontext: (text) => {
        if (open === 'loc') locations.push(`${locations.pop() ?? ''}${text}`);
      },
      onclosetag: () => {
        open = '';
      },
    },
    { xmlMode: true },
  );
  const isPacked = new URL(url).pathname.endsWith('.gz') && bytes[0] === 0x1f;
  parser.end((isPacked ? gunzipSync(bytes, { maxOutputLength: 5 * MOST_BYTES }) : bytes).toString('utf8'));
  return { locations: locations.map((each) => each.trim()), isIndex };
}
