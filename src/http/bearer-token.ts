import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an Authorization header brings this token. The time it takes tells nothing of the token, its length neither. */
export function bringsToken(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
