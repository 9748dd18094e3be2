import fc from 'fast-check';

/** Where a link of theirs would lead. */
export const EVIL_HOST = 'evil.example';

/** What looks like markup, a template, a mention or an address somewhere, and what nobody sees. */
export const ATTACKS: readonly string[] = [
  `"\`a\` [Verifica accesso](https://${EVIL_HOST}/login) Spa"`,
  `[a](https://${EVIL_HOST})`,
  `\\[a](https://${EVIL_HOST})`,
  `![x](https://${EVIL_HOST}/x.png)`,
  `<https://${EVIL_HOST}>`,
  `https://${EVIL_HOST}/a?b=c`,
  `www.${EVIL_HOST}`,
  `x@${EVIL_HOST}`,
  `mailto:x@${EVIL_HOST}?bcc=y@${EVIL_HOST}`,
  `<a href="https://${EVIL_HOST}">a</a>`,
  '<img src=x onerror=alert(1)>',
  '<at>Sara Conti</at>',
  '{{DATE(2026-11-24T09:00:00Z,SHORT)}}',
  '{{TIME(2026-11-24T09:00:00Z)}}',
  '${$root.name}',
  '${{a}}',
  '**grassetto** _corsivo_ ~~via~~ `codice`',
  '\n\n# Titolo\n\n- voce\n1. voce\n> detto\n---\n|a|b|\n|-|-|',
  '\r\n\r\nFatto: approvato.',
  '&lt;b&gt; &#91;a&#93;(b)',
  '\\\\ \\* \\`',
  '\u202egnp.exe\u202c \u2066x\u2069 \u061c',
  'Con\u200btoso\u00ad \u2060\ufeff\u200d',
  '\u2028\u2029\u0085',
  '\u{e0041}\u{e0062}\u3164\u115f',
  'Cоntoso',
  '\ud800',
  '$&',
  '%40%0a',
];

/** Words of others: attacks, any characters, and both run together. At most 190 characters, as a name may have. */
export const outsideWords = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary', maxLength: 20 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => `X${parts.join('')}Y`.slice(0, 190));
