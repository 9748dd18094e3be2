import type { Request } from 'restify';

/** A form as it was sent, or why it can't be read: `large` where it is longer than it may be, `unreadable` where it is no form. */
export type SentForm = FormData | 'large' | 'unreadable';

/** Reads a form of either kind that browsers send, with its files, of at most so many bytes. */
export async function readForm(req: Request, mostBytes: number): Promise<SentForm> {
  const type = req.headers['content-type'] ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return 'unreadable';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostBytes) return 'large';
    parts.push(part);
  }
  try {
    return await new Response(Buffer.concat(parts), { headers: { 'Content-Type': type } }).formData();
  } catch {
    return 'unreadable';
  }
}
