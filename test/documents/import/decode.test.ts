import { expect } from 'chai';
import { decodeText } from '../../../src/documents/import/decode.ts';

describe('the text of a file', () => {
  it('is read however it was saved', () => {
    const text = 'È già lunedì';
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      utf16,
      Buffer.from(utf16).swap16(),
      Buffer.from(text, 'latin1'),
    ])
      expect(decodeText(bytes)).to.equal(text);
  });

  it('is none where it holds zeros', () => {
    expect(() => decodeText(Buffer.from([0x50, 0x4b, 0, 3]))).to.throw('no text');
  });
});
