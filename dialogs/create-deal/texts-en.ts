import type { DealTexts } from './text-types.ts';

const ADDRESS_PARTS = { line1: 'the street', city: 'the city', country: 'the country' };
const CONTACT_PARTS = {
  firstName: 'the first name',
  lastName: 'the last name',
  phone: 'the phone number',
  email: 'the email address',
};

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** The English sentences. */
export const en: DealTexts = {
  createButton: 'Create the deal',
  kinds: {
    'co-sell': {
      label: 'Co-sell with Microsoft',
      words: ['co-sell', 'cosell', 'coselling', 'co-selling', 'with help', 'with Microsoft'],
    },
    shared: {
      label: 'Shared, no help',
      words: ['shared', 'visible', 'without help', 'partner-led', 'visible to Microsoft', 'condiviso'],
    },
    private: { label: 'Private', words: ['privato', 'just us', 'only us', 'hidden', 'to ourselves'] },
  },
  kind: { text: 'What kind of deal is it?', why: 'It decides whether Microsoft sees it and helps you sell.' },
  kindWithoutHelp: {
    text: 'May Microsoft’s sellers see the deal?',
    why: 'Without their help it’s either shared or private.',
  },
  kindInvalid: 'I don’t get the kind. Type co-sell, shared or private.',
  helpNone: 'not asked for',
  customer: { text: 'Who’s the customer?', why: 'Use the legal name: Microsoft matches on it.' },
  customerInvalid: 'I need the company’s name, such as Fabrikam Inc.',
  customerMeant: (typed) => `I have no deals with “${typed}”. Do you mean a customer I know?`,
  customerNew: (typed) => `No, it’s “${typed}”`,
  yesWords: ['yes', 'yep', 'sì', 'si', 'right', 'exactly'],
  noWords: ['no', 'new', 'it’s new', 'a new one', 'nuovo', 'new customer'],
  address: (customer) => ({
    text: `What’s ${customer}’s address? Street, city and country.`,
    why: 'Microsoft uses it to find the customer.',
  }),
  addressInvalid: 'I can’t find an address. Try something like 1 Main Street, Dublin, Ireland.',
  addressMissing: (known, parts) =>
    `Noted: ${known}. I still need ${joined(parts.map((part) => ADDRESS_PARTS[part]))}.`,
  countryUnknown: (typed) => `I don’t know the country “${typed}”. Spell it out, such as Ireland.`,
  contact: (customer) => ({
    text: `Who’s the contact at ${customer}? First and last name, phone and email.`,
    why: 'Microsoft asks for it when you want help.',
  }),
  contactInvalid: 'Try something like Mary Jones, +44 20 7946 0000, mary.jones@customer.com.',
  contactMissing: (known, parts) =>
    `Noted: ${known}. I still need ${joined(parts.map((part) => CONTACT_PARTS[part]))}.`,
  solution: { text: 'Which solution are you offering?', why: 'A deal starts from a published solution.' },
  solutionById: {
    text: 'Which solution are you offering? Type its id.',
    why: 'I don’t have the list: look under Co-sell, Solutions (SOL-12345-ABC).',
  },
  solutionInvalid: (names) => `I can’t find that solution. Yours are ${names}.`,
  solutionByIdInvalid: 'That isn’t a solution’s id. It looks like this: SOL-12345-ABC.',
  solutionWhich: 'Which of these solutions?',
  notReady: (name) => ({
    text: `${name} is published, but it isn’t co-sell ready yet.`,
    why: 'Pick one that is, or keep the deal private (the source doesn’t confirm that this is enough).',
  }),
  notReadyPrivate: 'Private deal',
  notReadyInvalid: 'Pick a co-sell ready solution or the private deal.',
  otherSolutions: {
    text: 'Which other solutions should I add?',
    why: 'Optional. Type one or more names, or “remove” and a name.',
  },
  solutionIsMain: (name) => `${name} is already the deal’s main solution.`,
  solutionKept: (name) => `${name} is the main solution: to change it, type “change the solution”.`,
  solutionNotThere: 'That solution isn’t among those added.',
  solutionsAdded: (names) => `added ${names}.`,
  solutionsRemoved: (names) => `removed ${names}`,
  solutionsNotReady: (names) => `Not co-sell ready yet, so it stays out: ${names}.`,
  solutionsLeftOut: (names) => `Stays out of this deal, because it isn’t co-sell ready yet: ${names}.`,
  solutionsTooMany: 'A deal can have 50 solutions at most.',
  takeOut: (name) => `Remove ${name}`,
  noneWords: ['no', 'none', 'nobody', 'no one', 'nothing', 'no thanks', 'that’s all', 'nessuna', 'nessuno'],
  value: {
    text: 'How much is it worth? Amount and currency, e.g. 80,000 EUR.',
    why: 'An estimate for the whole term.',
  },
  valueWithCurrency: (currency) => ({
    text: 'How much is the deal worth? 80,000 or 80k, for example.',
    why: `In ${currency} unless you say otherwise.`,
  }),
  valueNone: (typed) => `I can’t find an amount in “${typed}”. Type a number, e.g. 80,000 EUR or 80k.`,
  valueNegative: 'The value has to be more than zero, e.g. 80,000 EUR.',
  valueWhich: 'I see several amounts. Which one is the deal’s value?',
  valueAmbiguous: 'Which of the two do you mean?',
  currencyWhich: 'In which currency?',
  smallInUsd: {
    text: 'If Microsoft declines a deal under USD 25,000, no reason is shown. Go on?',
    why: 'It can’t earn the Azure IP co-sell incentive either.',
  },
  smallInOther: (value) => ({
    text: `It’s worth ${value}; the threshold is USD 25,000 and I have no exchange rate. Go on?`,
    why: 'Below it Microsoft shows no decline reason, and the Azure IP co-sell incentive is out of reach.',
  }),
  smallGoOn: { label: 'Go on', words: ['yes', 'ok', 'continue', 'proceed', 'carry on', 'sì', 'si'] },
  smallChange: { label: 'Change the value', words: ['change', 'change it', 'another value', 'no'] },
  smallPrivate: { label: 'Make it private', words: ['private', 'privato', 'keep it private'] },
  smallInvalid: 'Go on as it is, change the value, or make it private?',
  date: {
    text: 'When do you expect to close? E.g. end of March, or 15 March.',
    why: 'Microsoft sorts deals by date, too.',
  },
  dateNone: (typed) => `I can’t find a date in “${typed}”. Try 15 March, end of quarter, or in two months.`,
  dateImpossible: 'There’s no such day. Try a date like 28 February or end of March.',
  datePast: (day) => `${day} is in the past. Do you mean the next one?`,
  dateWhich: 'I see several dates. Which one is the closing date?',
  helpCode: {
    text: 'What help do you want from Microsoft?',
    why: 'The Microsoft seller who gets the deal reads it.',
  },
  helpCodes: {
    WorkloadSpecificValueProposition: {
      label: 'Value proposition',
      words: ['value of the solution', 'sales pitch', 'proposta di valore'],
    },
    CustomerTechnicalArchitecture: {
      label: 'Technical architecture',
      words: ['architecture', 'technical', 'technical help', 'architettura'],
    },
    ProofOfConceptOrDemo: {
      label: 'Demo or trial',
      words: ['demo', 'poc', 'proof of concept', 'trial', 'pilot'],
    },
    QuotesOrLicensing: {
      label: 'Quote or licensing',
      words: ['quote', 'licensing', 'licenses', 'licences', 'pricing', 'price'],
    },
    PostSalesCustomerSuccess: {
      label: 'After the sale',
      words: ['post sales', 'post-sales', 'adoption', 'customer success'],
    },
    GeneralOrOther: { label: 'Something else', words: ['other', 'general', 'anything', 'altro'] },
  },
  helpCodeInvalid: 'Pick one of the kinds of help below; if none fits, Something else.',
  intent: {
    text: 'Will the customer buy through the commercial marketplace?',
    why: 'Partner Center asks this for every deal.',
  },
  intents: {
    Yes: { label: 'Yes', words: ['yep', 'sì', 'si', 'sure', 'through the marketplace'] },
    No: { label: 'No', words: ['nope', 'outside the marketplace', 'not through the marketplace'] },
    HaveNotDecided: {
      label: 'Not decided yet',
      words: [
        'not decided',
        'undecided',
        'don’t know',
        'i don’t know',
        'maybe',
        'haven’t decided',
        'not sure',
      ],
    },
  },
  intentInvalid: 'Answer yes, no, or not decided yet.',
  notes: {
    text: 'Add a note for Microsoft? Type it, or I’ll write it from the fields.',
    why: 'Optional: it helps the seller understand the case.',
  },
  notesWrite: {
    label: 'Write it for me',
    words: [
      'you write it',
      'you write them',
      'write them for me',
      'write them',
      'write it',
      'write the notes',
      'auto notes',
      'generate it',
      'generate notes',
      'draft it',
    ],
  },
  notesNoneWords: [
    'no',
    'none',
    'no note',
    'no notes',
    'nothing',
    'no thanks',
    'remove the notes',
    'without notes',
  ],
  notesNone: 'none',
  notesEmpty: 'Type the note, or tap Skip.',
  notesTooLong: 'That’s too long: keep the note under 2,000 characters.',
  notesReview: (draft) => ({
    text: `Drafted automatically from the deal’s fields:\n\n${draft}\n\nKeep it?`,
    why: 'You can also type your own.',
  }),
  notesKeep: { label: 'Keep it', words: ['yes', 'ok', 'keep', 'fine', 'good', 'perfect', 'sì'] },
  notesAnother: {
    label: 'Another version',
    words: ['another', 'another one', 'different', 'again', 'regenerate'],
  },
  notesHappy: { label: 'Helpful', words: ['happy', 'i like it', 'like it'] },
  notesSad: { label: 'Not helpful', words: ['sad', 'i don’t like it', 'unhelpful'] },
  noteVariants: [
    ({ customer, solution, partner, value, country, isHelpWanted }) =>
      `${partner} is offering ${solution} to ${customer} (${country}). Estimated value: ${value}.${isHelpWanted ? ' We’re asking for Microsoft’s support to move the deal forward.' : ''}`,
    ({ customer, solution, partner, value, country }) =>
      `Opportunity with ${customer}, ${country}: the customer is considering ${solution} by ${partner}, at an estimated ${value}.`,
    ({ customer, solution, partner, value, country }) =>
      `In short. Customer: ${customer} (${country}). Solution: ${solution}. Partner: ${partner}. Estimated value: ${value}.`,
  ],
  dealName: { text: 'What should the deal be called?', why: 'It’s the name you’ll see under Referrals.' },
  dealNameInvalid: 'Type a name of at most 200 characters.',
  ownContact: {
    text: 'Who should Microsoft write to on your side? First and last name, phone and email.',
    why: 'The directory lacks some of it.',
  },
  team: {
    text: 'Who else should be on the deal’s team?',
    why: 'Type a colleague, or first name, last name, phone and email. The team sees the deal.',
  },
  teamInvalid: 'Type a colleague’s name, or first name, last name, phone and email.',
  teamWhich: (typed) => `Which “${typed}”?`,
  teamMeant: (typed) =>
    `I can’t find “${typed}” among your colleagues. Is it one below? If not, type name, phone and email.`,
  teamUnknown: (names, first) =>
    `I can’t find among your colleagues: ${names}. Type ${first}’s phone and email, or “leave out”.`,
  teamCreator: 'That’s already the contact on your side.',
  teamTooMany: 'There’s room for 20 people beside you.',
  teamNotThere: 'That person isn’t on the deal’s team.',
  teamRemoved: (names) => `off the team ${names}`,
  location: {
    text: 'For which of your company’s locations?',
    why: 'It can’t be changed once the deal exists.',
  },
  locationInvalid: 'Pick one of your company’s locations.',
  area: { text: 'Which solution area is it in?', why: 'Partner Center asks for it on co-sell deals.' },
  areaInvalid: 'Pick one of the areas below.',
  play: { text: 'Which solution play?', why: 'It’s Microsoft’s name for it within the area.' },
  playInvalid: 'Pick one of the plays below.',
  partnerRole: {
    text: 'Which role do you have in this project?',
    why: 'Partner Center asks it for services.',
  },
  partnerRoleMore: (names) => `You can also type ${joined(names)}.`,
  partnerRoleInvalid: 'Pick one of the roles below, or type its name.',
  partnerRoleWords: {
    'Presales envisioning': ['presales', 'envisioning'],
    'Solution design': ['design'],
    'Proof of concept': ['poc', 'pilot', 'demo'],
    'Business strategy': ['strategy'],
    'Deployment services': ['deployment', 'implementation', 'migration'],
    'Adoption and change management': ['adoption', 'change management', 'training'],
    Transaction: ['resale', 'licensing'],
    'Managed services': ['managed'],
  },
  crmId: {
    text: 'What’s the deal’s id in your CRM?',
    why: 'It links the two; CRM connectors skip deals whose id they can’t find.',
  },
  crmIdInvalid: 'Type the id alone, without spaces, e.g. OPP-1042.',
  slotWords: {
    kind: ['kind', 'deal type', 'type', 'visibility'],
    help: ['Microsoft’s help'],
    customer: ['customer', 'customer name', 'company', 'client'],
    address: ['address', 'street', 'city', 'country', 'customer address'],
    contact: ['contact', 'customer contact', 'phone', 'email', 'e-mail'],
    solution: ['solution', 'product'],
    readiness: ['ready solution'],
    value: ['value', 'amount', 'currency', 'price', 'deal value'],
    smallValue: ['value under the threshold'],
    closingDate: ['closing date', 'date', 'close date', 'closing'],
    helpCode: ['help', 'help wanted', 'kind of help'],
    marketplaceIntent: ['marketplace', 'marketplace purchase', 'purchase intent', 'intent'],
    notes: ['notes', 'note', 'the notes'],
    notesReview: ['draft note'],
    dealName: ['name', 'deal name', 'title'],
    ownContact: ['our contact', 'my contact', 'my details'],
    team: ['others on the team', 'team', 'team members', 'people on the team', 'colleagues'],
    otherSolutions: [
      'other solutions',
      'additional solutions',
      'further solutions',
      'more solutions',
      'solutions',
      'another solution',
      'other solution',
    ],
    partnerRole: ['role in the project', 'role', 'partner role', 'our role'],
    solutionArea: ['area', 'solution area'],
    solutionPlay: ['play', 'solution play'],
    partnerLocation: ['location', 'our location', 'partner location'],
    crmId: ['CRM id', 'CRM'],
    recreates: ['original deal'],
  },
  duplicate: (customer, deal) =>
    `There’s already an open deal with ${customer}: ${deal}. Open it, or go on with another one.`,
  openDeal: 'Open the deal',
  openDealWords: ['open', 'open it', 'open that one', 'show me', 'show it'],
  otherCustomer: 'Another customer',
  summaryTitle: (customer) => `Summary: deal with ${customer}`,
  summaryNews: (customer, value, day) => `Create the deal with ${customer}, ${value}, closing ${day}?`,
  consent: 'By confirming you state that the customer and the contacts agreed to their data being shared.',
  isSample: 'Sample data: nothing really goes to Microsoft.',
  duplicateShort: 'There’s already an open deal with this customer and solution.',
  recreating: (customer) =>
    `Recreating the deal with ${customer}, with its fields filled in. If Microsoft declined it for a reason, the same will likely happen again.`,
  addNotes: 'Add notes',
  canCreate: (role, solutions) =>
    `You can create a deal. Your role: ${role}. Co-sell ready solutions: ${solutions}.`,
  roleUserOnly:
    'I’ll put you on the deal’s team. The FAQ names the referrals admin role, so the portal may refuse.',
  roleUnknown: 'I can’t see your roles: if the right one is missing, Partner Center will say so at the end.',
  solutionsUnknown: 'I don’t have the list of your solutions: at least one must be co-sell ready.',
  cannot: 'You can’t create a deal yet.',
  roleMet: 'Role in Referrals: in place.',
  roleMissing: 'Referrals admin role: missing.',
  solutionMet: (solutions) => `Solution that’s published and co-sell ready: in place (${solutions}).`,
  solutionMissing: 'Solution published in the commercial marketplace and co-sell ready: missing.',
  unknownPerson: 'I can’t find you in your company’s directory, so I see no role.',
  whoGrants: (people) => `These people can grant it: ${people}.`,
  whoGrantsUnknown: 'I don’t know who your account admin is: look under Account settings, User management.',
  whoMendsSolution:
    'Whoever manages the offers in Partner Center publishes it and makes it ready; then the New deal button turns on.',
  messageTitle: 'Here’s a message you can send:',
  message: (name, company) =>
    `Hi, to create co-sell deals in Partner Center I need the Referrals admin role for ${company}. Could you assign it to me? Thanks, ${name}`,
  roles: {
    'referrals-admin': 'referrals admin',
    'referrals-user': 'referrals user',
    'account-admin': 'account admin',
    'business-profile-admin': 'business profile admin',
    'global-admin': 'global admin',
    'user-admin': 'user admin',
  },
  findAdmins: 'Find the admins',
  oldDealGone: 'I can’t find the original deal any more: we’ll start from scratch.',
  created: (customer) => `Done: the deal with ${customer} is created.`,
  alreadyCreated: (customer) => `The deal with ${customer} existed already; I didn’t make another.`,
  createdId: 'Id',
  waiting: (days, until) =>
    `It’s active on our side. Microsoft has ${days} to answer, until ${until}; without an answer the request expires.`,
  shared:
    'It’s active. Microsoft’s sellers can see it, but you asked for no help: there’s nothing to accept.',
  private: 'It’s active and only your company sees it: there’s nothing for Microsoft to accept.',
  incentives: (needs) => `Incentives: it can be registered for Azure IP co-sell. It takes ${needs}.`,
  incentivesNeeds: {
    value: 'a value of at least USD 25,000',
    solution: 'an incentive-eligible solution',
    accepted: 'Microsoft’s yes',
    managed: 'a customer that Microsoft manages',
    won: 'the deal won, no sooner than 72 hours from now',
  },
  incentivesNot: {
    private: 'Incentives: a private deal can’t be registered.',
    solution: 'Incentives: it can’t be registered, because the solution isn’t incentive-eligible.',
    value: 'Incentives: under USD 25,000 it can’t be registered for Azure IP co-sell.',
  },
  setInPortal: (values) => `I can’t send these fields from here: check them in Partner Center. ${values}.`,
  openPortal: 'Open the portal',
  seeStatus: 'See its status',
  failedKept:
    'Partner Center didn’t answer. I’m keeping the confirmed deal, will send it once it answers (only once), and write to you here.',
  dropKept: 'Don’t send it',
  failedNotInvited:
    'The deal is created on our side, but Partner Center refused Microsoft’s invitation. “Try again” resends the invitation alone.',
  failedNotInvitedField: (label) =>
    `The deal is created on our side, but Microsoft isn’t invited: Partner Center objects to this field: ${label}. Let’s look at it again, then I’ll resend the invitation alone.`,
  failedMadeUnread:
    'The deal is created already, but Partner Center isn’t answering now, so I can’t show it to you. Try again shortly.',
  failedInvitation:
    'The deal is created on our side, but Microsoft isn’t invited yet. I’ll send the invitation once Partner Center answers, and write to you here.',
  failedUnreachable:
    'The deal service isn’t answering. Nothing was created, and your draft is safe. Try again shortly.',
  failedRole: (people) => `Partner Center refused: your role isn’t enough. Your draft is safe. ${people}`,
  failedRefused: 'Partner Center refused the deal. Nothing was created, and your draft is safe.',
  failedField: (label) => `Partner Center objects to this field: ${label}. Let’s look at it again.`,
  retry: 'Try again',
};
