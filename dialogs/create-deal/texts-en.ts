import type { DealTexts } from './text-types.ts';

/** The English sentences. */
export const en: DealTexts = {
  slots: {
    recreates: { words: ['original deal'] },
    later: { words: [] },
    kind: {
      words: ['kind', 'deal type', 'type', 'visibility'],
      text: 'What kind of deal is it?',
      why: 'It decides whether Microsoft sees it and helps you sell.',
      invalid: 'I don’t get the kind. Type co-sell, shared or private.',
      choices: {
        'co-sell': {
          label: 'Co-sell with Microsoft',
          words: [
            'co-sell',
            'cosell',
            'coselling',
            'co-selling',
            'with help',
            'with Microsoft',
            'help from Microsoft',
            'support from Microsoft',
          ],
        },
        shared: {
          label: 'Shared, no help',
          words: ['shared', 'visible', 'without help', 'partner-led', 'visible to Microsoft', 'condiviso'],
        },
        private: { label: 'Private', words: ['privato', 'just us', 'only us', 'hidden', 'to ourselves'] },
      },
    },
    customer: {
      words: ['customer', 'customer name', 'company', 'client'],
      text: 'Who’s the customer?',
      why: 'Use the legal name: Microsoft matches on it.',
      invalid: 'I need the company’s name, such as Fabrikam Inc.',
    },
    address: {
      words: ['address', 'street', 'city', 'country', 'customer address'],
      text: ({ customer }) =>
        `What’s ${customer === '' ? 'the customer' : customer}’s address? Street, city and country.`,
      why: 'Partner Center asks it for every customer.',
    },
    contact: {
      words: ['contact', 'customer contact', 'phone', 'email', 'e-mail'],
      text: ({ customer }) =>
        `Who’s the contact at ${customer === '' ? 'the customer' : customer}? First and last name, phone and email.`,
      why: 'Microsoft asks for it when you want help.',
    },
    solution: {
      words: ['solution', 'product'],
      text: 'Which solution are you offering?',
      why: 'A deal starts from a published solution.',
    },
    readiness: {
      words: ['ready solution'],
      text: ({ solution }) => `${solution} is published, but it isn’t co-sell ready yet.`,
      why: 'Pick one that is, or keep the deal private (the source doesn’t confirm that this is enough).',
      invalid: 'Pick a co-sell ready solution or the private deal.',
      choices: {
        private: {
          label: 'Private deal',
          words: ['privato', 'just us', 'only us', 'hidden', 'to ourselves'],
        },
      },
    },
    otherSolutions: {
      words: [
        'other solutions',
        'additional solutions',
        'further solutions',
        'more solutions',
        'solutions',
        'another solution',
        'other solution',
      ],
      text: 'Which other solutions should I add?',
      why: 'Optional. Type one or more names, or “remove” and a name.',
    },
    solutionArea: {
      words: ['area', 'solution area'],
      text: 'Which solution area is it in?',
      why: 'Partner Center asks for it on co-sell deals.',
      invalid: 'Pick one of the areas below.',
    },
    solutionPlay: {
      words: ['play', 'solution play'],
      text: 'Which solution play?',
      why: 'It’s Microsoft’s name for it within the area.',
      invalid: 'Pick one of the plays below.',
    },
    partnerRole: {
      words: ['role in the project', 'role', 'partner role', 'our role'],
      text: 'Which role do you have in this project?',
      why: 'Partner Center asks it for services.',
      invalid: 'Pick one of the roles below, or type its name.',
    },
    value: {
      words: ['value', 'amount', 'currency', 'price', 'deal value'],
      text: ({ currency }) =>
        currency === null
          ? 'How much is it worth? Amount and currency, e.g. 80,000 EUR.'
          : 'How much is the deal worth? 80,000 or 80k, for example.',
      why: ({ currency }) =>
        currency === null ? 'An estimate for the whole term.' : `In ${currency} unless you say otherwise.`,
    },
    smallValue: {
      words: ['value under the threshold'],
      text: ({ isUsd, value }) =>
        isUsd
          ? 'If Microsoft declines a deal under USD 25,000, no reason is shown. Go on?'
          : `It’s worth ${value}; the threshold is USD 25,000 and I have no exchange rate. Go on?`,
      why: ({ isUsd }) =>
        isUsd
          ? 'It can’t earn the Azure IP co-sell incentive either.'
          : 'Below it Microsoft shows no decline reason, and the Azure IP co-sell incentive is out of reach.',
      invalid: 'Go on as it is, change the value, or make it private?',
      choices: {
        'go-on': { label: 'Go on', words: ['yes', 'ok', 'continue', 'proceed', 'carry on', 'sì', 'si'] },
        change: { label: 'Change the value', words: ['change', 'change it', 'another value', 'no'] },
        private: { label: 'Make it private', words: ['private', 'privato', 'keep it private'] },
      },
    },
    closingDate: {
      words: ['closing date', 'date', 'close date', 'closing'],
      text: 'When do you expect to close? E.g. end of March, or 15 March.',
      why: 'Microsoft sorts deals by date, too.',
    },
    helpCode: {
      words: ['help', 'help wanted', 'kind of help'],
      text: 'What help do you want from Microsoft?',
      why: 'The Microsoft seller who gets the deal reads it.',
      invalid: 'Pick one of the kinds of help below; if none fits, Something else.',
      choices: {
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
    },
    marketplaceIntent: {
      words: ['marketplace', 'marketplace purchase', 'purchase intent', 'intent'],
      text: 'Will the customer buy through the commercial marketplace?',
      why: 'Partner Center asks this for every deal.',
      invalid: 'Answer yes, no, or not decided yet.',
      choices: {
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
    },
    partnerLocation: {
      words: ['location', 'our location', 'partner location'],
      text: 'For which of your company’s locations?',
      why: 'It can’t be changed once the deal exists.',
      invalid: 'Pick one of your company’s locations.',
    },
    notes: {
      words: ['notes', 'note', 'the notes'],
      text: ({ kind }) =>
        kind === 'private'
          ? 'Add a note to the deal? Type it, or I’ll write it from the fields.'
          : 'Add a note for Microsoft? Type it, or I’ll write it from the fields.',
      why: ({ kind }) =>
        kind === 'private'
          ? 'Optional: people at your company who see the deal can read it.'
          : 'Optional: it helps the seller understand the case.',
      invalid: 'That’s too long: keep the note under 2,000 characters.',
      choices: {
        write: {
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
      },
    },
    notesReview: {
      words: ['draft note'],
      text: 'Keep it?',
      why: 'You can also type your own.',
      invalid: 'That’s too long: keep the note under 2,000 characters.',
      choices: {
        keep: { label: 'Keep it', words: ['yes', 'ok', 'keep', 'fine', 'good', 'perfect', 'sì'] },
        another: {
          label: 'Another version',
          words: [
            'another',
            'another one',
            'different',
            'again',
            'regenerate',
            'no',
            'too long',
            'too short',
            'shorter',
            'longer',
            'make it shorter',
            'make it longer',
            'change it',
          ],
        },
        shorter: { label: 'Shorter', words: ['make it shorter', 'shorten it', 'more concise'] },
        formal: { label: 'More formal', words: ['make it more formal', 'more professional'] },
        happy: { label: 'Helpful', words: ['happy', 'i like it', 'like it'] },
        sad: { label: 'Not helpful', words: ['sad', 'i don’t like it', 'unhelpful'] },
      },
    },
    dealName: {
      words: ['name', 'deal name', 'title'],
      text: 'What should the deal be called?',
      why: 'It’s the name you’ll see under Referrals.',
      invalid: 'Type a name of at most 200 characters.',
    },
    ownContact: {
      words: ['our contact', 'my contact', 'my details'],
      text: 'Who should Microsoft write to on your side? First and last name, phone and email.',
      why: 'The directory lacks some of it.',
    },
    team: {
      words: ['others on the team', 'team', 'team members', 'people on the team', 'colleagues'],
      text: 'Who else should be on the deal’s team?',
      why: 'Type a colleague, or first name, last name, phone and email. The team sees the deal.',
      invalid: 'Type a colleague’s name, or first name, last name, phone and email.',
    },
    crmId: {
      words: ['CRM id', 'CRM'],
      text: 'What’s the deal’s id in your CRM?',
      why: 'It links the two; CRM connectors skip deals whose id they can’t find.',
      invalid: 'Type the id alone, without spaces, e.g. OPP-1042.',
    },
  },
  confirm: 'Create the deal',
  changeLater:
    'Yes: until I create it you can change anything here, just tell me. After that, while the deal is open, “Edit” in Partner Center changes its name, value, closing date, notes, ids, team and solutions, but not the location.',
  kindWithoutHelp: 'May Microsoft’s sellers see the deal? Without their help it’s either shared or private.',
  solutionById: {
    text: 'Which solution are you offering? Type its id.',
    why: 'I don’t have the list: look under Co-sell, Solutions (SOL-12345-ABC).',
  },
  solutionInvalid: (names) => `I can’t find that solution. Yours are ${names}.`,
  solutionByIdInvalid: 'That isn’t a solution’s id. It looks like this: SOL-12345-ABC.',
  solutionWhich: 'Which of these solutions?',
  solutionIsMain: (name) => `${name} is already the deal’s main solution.`,
  solutionKept: (name) => `${name} is the main solution: to change it, type “change the solution”.`,
  solutionNotThere: 'That solution isn’t among those added.',
  solutionsAdded: (names) => `added ${names}.`,
  solutionsNotReady: (names) => `Not co-sell ready yet, so it stays out: ${names}.`,
  solutionsLeftOut: (names) => `Stays out of this deal, because it isn’t co-sell ready yet: ${names}.`,
  solutionsTooMany: 'A deal can have 50 solutions at most.',
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
  notesDrafted: 'Drafted automatically from the deal’s fields:',
  noteVariants: [
    ({ customer, solution, partner, value, country, kind }) =>
      `${partner} is offering ${solution} to ${customer} (${country}). Estimated value: ${value}.${kind === 'co-sell' ? ' We’re asking for Microsoft’s support to move the deal forward.' : ''}`,
    ({ customer, solution, partner, value, country }) =>
      `Opportunity with ${customer}, ${country}: the customer is considering ${solution} by ${partner}, at an estimated ${value}.`,
    ({ customer, solution, partner, value, country }) =>
      `In short. Customer: ${customer} (${country}). Solution: ${solution}. Partner: ${partner}. Estimated value: ${value}.`,
  ],
  teamWhich: (typed) => `Which “${typed}”?`,
  teamMeant: (typed) =>
    `I can’t find “${typed}” among your colleagues. Is it one below? If not, type name, phone and email.`,
  teamUnknown: (names, first) =>
    `I can’t find among your colleagues: ${names}. Type ${first}’s phone and email, or “leave out”.`,
  teamCreator: 'That’s already the contact on your side.',
  teamTooMany: 'There’s room for 20 people beside you.',
  teamNotThere: 'That person isn’t on the deal’s team.',
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
  recreating: (customer, isDeclined) =>
    `Recreating the deal with ${customer}, with its fields filled in.` +
    (isDeclined ? ' If Microsoft declined it for a reason, the same will likely happen again.' : ''),
  likeDeal: (customer) =>
    `Starting from the deal with ${customer}: same kind, solution and value, unless you say otherwise.`,
  noModel: (typed) => `I can’t find a deal of yours with “${typed}”: we’ll start from scratch.`,
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
  youGrant:
    'You can give yourself the role: under Account settings open User management, choose yourself and assign it. Then try again.',
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
    'value-threshold': 'a value of at least USD 25,000',
    'eligible-solution': 'an incentive-eligible solution',
    'accepted-by-microsoft': 'Microsoft’s yes',
    'managed-customer': 'a customer that Microsoft manages',
    won: 'the deal won, no sooner than 72 hours from now',
  },
  incentivesNot: {
    'shared-with-microsoft': 'Incentives: a private deal can’t be registered.',
    'eligible-solution': 'Incentives: it can’t be registered, because the solution isn’t incentive-eligible.',
    'value-threshold': 'Incentives: under USD 25,000 it can’t be registered for Azure IP co-sell.',
  },
  setInPortal: (values) => `I can’t send these fields from here: check them in Partner Center. ${values}.`,
  openPortal: 'Open in Partner Center',
  oneByOne: (first, others) => `One at a time: I start with ${first}, then ${others}.`,
  nextOffer: (customer) => `Shall I go on with the ${customer} deal?`,
  nextDeal: (customer) => `${customer} deal`.slice(0, 40),
  seeStatus: 'See its status',
  dropKept: 'Don’t send it',
  failedNotInvitedField: (label) =>
    `The deal is created on our side, but Microsoft isn’t invited: Partner Center objects to this field: ${label}. Let’s look at it again, then I’ll resend the invitation alone.`,
  failedUnreadable:
    'I can’t read what I had noted about this deal, so I’m not sending it: it may exist already. Look in Partner Center, and tell whoever runs me.',
  failedBy: {
    'kept-for-later':
      'Partner Center didn’t answer. I’m keeping the confirmed deal, will send it once it answers (only once), and write to you here.',
    'kept-by-store-fault':
      'I’m keeping the confirmed deal, but the place for my data isn’t working. Once it does I’ll finish it (only once), and write to you here.',
    'invitation-pending':
      'The deal is created on our side, but Microsoft isn’t invited yet. I’ll send the invitation as soon as I can, and write to you here.',
    'invitation-refused':
      'The deal is created on our side, but Partner Center refused Microsoft’s invitation. “Try again” resends the invitation alone.',
    'made-unread':
      'The deal is created already, but Partner Center isn’t answering now, so I can’t show it to you. Try again shortly.',
  },
  failedUnreachable:
    'The deal service isn’t answering. Nothing was created, and your draft is safe. Try again shortly.',
  failedStore:
    'I didn’t create the deal: I can’t save my data. Try again shortly; if it goes on, tell whoever runs this assistant.',
  failedRole: (people) => `Partner Center refused: your role isn’t enough. Your draft is safe. ${people}`,
  failedRefused: 'Partner Center refused the deal. Nothing was created, and your draft is safe.',
  failedField: (label) => `Partner Center objects to this field: ${label}. Let’s look at it again.`,
  retry: 'Try again',
};
