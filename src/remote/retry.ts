/**
 * How the service asked for patience, in milliseconds; null where it named no time.
 *
 * @param header `Retry-After`, null where there was none.
 */
export function readRetryAfter(header: string | null, body: unknown, nowMs: number): number | null {
  if (header !== null && /^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = header === null ? Number.NaN : Date.parse(header);
  if (!Number.isNaN(date)) return Math.max(0, date - nowMs);
  return readSecondsInText(body);
}

// The gateway in front of the services words it so: "Rate limit is exceeded. Try again in 21 seconds."
function readSecondsInText(body: unknown): number | null {
  const message = body !== null && typeof body === 'object' && 'message' in body ? body.message : null;
  const seconds = typeof message === 'string' ? /\b(\d+) seconds?\b/.exec(message)?.[1] : undefined;
  return seconds === undefined ? null : Number(seconds) * 1000;
}

/**
 * Milliseconds to wait before the next attempt: twice as long each time, with up to a quarter more by chance
 * so that many waiting callers don't come back together; never less than the service asked for.
 *
 * @param attempt 1 after the first failure.
 * @param random From 0 to 1.
 */
export function delayBefore(attempt: number, baseMs: number, askedMs: number | null, random: number): number {
  const spaced = Math.max(baseMs * 2 ** (attempt - 1), askedMs ?? 0);
  return spaced * (1 + random / 4);
}
