/** Cuts a CSV text into rows of fields (RFC 4180: quotes around fields, a quote doubled inside them; any line ends). */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = (): void => {
    row.push(field);
    field = '';
  };
  const endRow = (): void => {
    endField();
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  };
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') field += text.charAt(at++);
      else isQuoted = false;
    } else if (sign === '"' && field === '') isQuoted = true;
    else if (sign === ',') endField();
    else if (sign === '\n') endRow();
    else if (sign === '\r') {
      if (text.charAt(at + 1) !== '\n') endRow();
    } else field += sign;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
