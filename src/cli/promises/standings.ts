const DEAL = 'crea un deal co-sell con Rossi Logistica';
const ADDRESS = 'Via Roma 1, 37100 Verona, Italia';
const CONTACT = 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456';
const UP_TO_SOLUTION = [DEAL, ADDRESS, CONTACT];
const UP_TO_NOTES = [...UP_TO_SOLUTION, 'wms', '80k', 'fine marzo', 'demo', 'no'];
const UP_TO_REVIEW = [...UP_TO_NOTES, 'salta'];

/** Where a conversation may stand when a message comes, by what is asked; with the messages that lead there. */
export const STANDINGS: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  'kind of deal': ['nuovo deal'],
  customer: ['crea un deal co-sell'],
  address: [DEAL],
  contact: [DEAL, ADDRESS],
  solution: UP_TO_SOLUTION,
  'solution that is ready': [...UP_TO_SOLUTION, 'edge'],
  value: [...UP_TO_SOLUTION, 'wms'],
  'small value': [...UP_TO_SOLUTION, 'wms', '10000 dollari'],
  date: [...UP_TO_SOLUTION, 'wms', '80k'],
  help: [...UP_TO_SOLUTION, 'wms', '80k', 'fine marzo'],
  marketplace: [...UP_TO_SOLUTION, 'wms', '80k', 'fine marzo', 'demo'],
  notes: UP_TO_NOTES,
  review: UP_TO_REVIEW,
  'team members': [...UP_TO_REVIEW, 'cambia il team'],
  'further solutions': [...UP_TO_REVIEW, 'cambia le altre soluzioni'],
  'name of the deal': [...UP_TO_REVIEW, 'cambia il nome del deal'],
  'id in the CRM': [...UP_TO_REVIEW, 'cambia il crm'],
  'deal to close': ['chiudi un deal'],
  outcome: ['chiudi il deal con Contoso'],
  'reason of a loss': ['chiudi il deal con Fabrikam come perso'],
  'closing, confirmed': ['chiudi il deal con Fabrikam come vinto'],
  'deal to check': ['controlla un deal'],
};
