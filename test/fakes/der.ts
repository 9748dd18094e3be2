/** The few pieces of DER (ITU-T X.690) that an X.509 certificate is made of. */

/** Tag, length, value. */
export function tlv(tag: number, value: Buffer): Buffer {
  const size: number[] = [];
  for (let left = value.length; left > 0; left >>= 8) size.unshift(left & 0xff);
  const length = value.length < 0x80 ? [value.length] : [0x80 | size.length, ...size];
  return Buffer.concat([Buffer.from([tag, ...length]), value]);
}

export const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, Buffer.concat(parts));
export const set = (...parts: readonly Buffer[]): Buffer => tlv(0x31, Buffer.concat(parts));
export const octets = (value: Buffer): Buffer => tlv(0x04, value);
export const printable = (text: string): Buffer => tlv(0x0c, Buffer.from(text, 'utf8'));
/** A bit string of whole octets. */
export const bits = (value: Buffer): Buffer => tlv(0x03, Buffer.concat([Buffer.from([0]), value]));
export const contextTag = (number: number, value: Buffer): Buffer => tlv(0xa0 | number, value);
/** A small number, below 128. */
export const integer = (value: number): Buffer => tlv(0x02, Buffer.from([value]));

/** `1.2.840.113549` in its packed form. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const packed = [first * 40 + second, ...rest].flatMap((number) => {
    const groups = [number & 0x7f];
    for (let left = number >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return tlv(0x06, Buffer.from(packed));
}

/** UTCTime, good for 1950 to 2049. */
export function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]/g, '').slice(2, 14);
  return tlv(0x17, Buffer.from(`${text}Z`, 'ascii'));
}
