/**
 * Whether a host name or address is this machine alone: `localhost`, 127.0.0.0/8 or ::1, the last also
 * in the brackets that addresses carry in a URL.
 */
export function isLoopbackHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}

/** The host of an address such as `http://127.0.0.1:3978/x`, null where it is not http(s). */
export function hostOfUrl(url: string): string | null {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? hostname : null;
  } catch {
    // Asking first whether it is an address costs as much as making it one.
    return null;
  }
}
