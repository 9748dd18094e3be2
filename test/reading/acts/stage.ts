export const TODAY = '2026-11-28';
/** Customers of the deals that the person may see. */
export const KNOWN: readonly string[] = [
  'Woodgrove',
  'Lucerne Publishing',
  'Trey Research',
  'Alpine Ski House',
];
