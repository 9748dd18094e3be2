/** The commands of the message extension, as the manifest names them. */
export const COMMANDS = {
  answers: 'searchAnswers',
  deals: 'searchDeals',
  fromMessage: 'createDealFromMessage',
} as const;
