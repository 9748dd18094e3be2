import type { DocumentFacts, Section } from '../../../src/documents/section.ts';

const FACTS: DocumentFacts = {
  path: 'loans.md',
  url: null,
  title: 'Loans',
  secondTitle: null,
  description: null,
  headingSlug: 'loans',
  fileSlug: 'loans',
  locale: 'en',
  date: null,
  licence: null,
  isNews: false,
  isArchived: false,
};

/** A section of the page `path`, said in one text. */
export function section(
  path: string,
  heading: string,
  prose: string,
  more: Partial<Section> = {},
  facts: Partial<DocumentFacts> = {},
): Section {
  return {
    id: `${path}#${heading}`,
    document: { ...FACTS, path, title: path, fileSlug: path.replace(/\W/g, ' '), headingSlug: '', ...facts },
    heading,
    isIntro: false,
    trail: [],
    level: 2,
    anchors: [],
    url: null,
    blocks: [],
    firstParagraph: prose,
    prose,
    tableText: '',
    lead: '',
    steps: [],
    asked: [],
    boilerplate: {},
    links: [],
    isNextSteps: false,
    examples: [],
    prompts: [],
    alike: null,
    ...more,
  };
}

/** The pages of a library. */
export const LIBRARY_PAGES: readonly Section[] = [
  section('loans.md', 'Loans', 'Everything on borrowing books from the library.', {
    isIntro: true,
    level: 1,
  }),
  section('loans.md', 'Renew a loan', 'A loan is renewed online, twice at most, before its due date.'),
  section(
    'loans.md',
    'Fees for late books',
    'A late book costs twenty cents for each day after its due date.',
  ),
  section('loans.md', 'Next steps', 'Renew a loan. Fees for late books. Replace a card.', {
    isNextSteps: true,
  }),
  section(
    'cards.md',
    'Replace a card',
    'A lost card is replaced at the desk for five euros. Bring a passport.',
  ),
  section(
    'cards.md',
    'Library card types',
    'Children, students and adults have different library cards (DLC).',
  ),
  section(
    'rooms.md',
    'Book a room',
    'Reading rooms are reserved for two hours. The catering service is extra.',
  ),
  section(
    'rooms.md',
    'Equipment',
    'Rooms have a projector and a whiteboard. Digital Lending Card (DLC) needed.',
  ),
  section(
    'rooms-old.md',
    'Book a room',
    'Reading rooms are reserved for two hours. The catering service is extra.',
    {
      alike: 'rooms.md#Book a room',
    },
  ),
];
