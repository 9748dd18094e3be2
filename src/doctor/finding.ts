/** One thing the doctor looked at. `soon` can wait, `broken` can't. */
export interface Finding {
  readonly level: 'fine' | 'advice' | 'soon' | 'broken';
  /** A plain sentence with the cure; names no secret. */
  readonly text: string;
}

export const fine = (text: string): Finding => ({ level: 'fine', text });
export const advice = (text: string): Finding => ({ level: 'advice', text });
export const broken = (text: string): Finding => ({ level: 'broken', text });
