/** Where addresses of the company stand until its own are given. */
export const PLACEHOLDER_HOST = 'your-company.example';

/** The developer until its own name is given. */
export const PLACEHOLDER_COMPANY = 'Your company';

/** The app id of nobody: Teams takes the package, but no bot answers. */
export const PLACEHOLDER_ID = '00000000-0000-0000-0000-000000000000';

/** What the company that publishes the app says of itself; null where it doesn't. */
export interface Publisher {
  /** Begins the app's name, and is the developer's: at most 32 characters. */
  readonly company: string | null;
  /** In place of company and product, for the 30 characters that Teams shows. */
  readonly shortName: string | null;
  /** Where the assistant runs, such as `assistant.contoso.com`: its pages on privacy, terms and help are there. */
  readonly domain: string | null;
  /** Its number in the Microsoft partner program, up to ten digits. */
  readonly mpnId: string | null;
}

/** The parts of a manifest that name the publisher. */
export interface Published {
  readonly id: string;
  readonly version: string;
  readonly developer: Readonly<Record<string, string>>;
  readonly name: { readonly short: string; readonly full: string };
}

/** What stands behind the company's name. */
const PRODUCT = 'Co-sell Assistant';

/** Puts the publisher's own name and addresses in the place of ours, wherever they stand. */
export function publishedBy<T extends Published>(publisher: Publisher, manifest: T): T {
  const { company, shortName, mpnId } = publisher;
  const named = company === null ? manifest.name : namesOf(company, shortName);
  const developer = {
    ...manifest.developer,
    ...(company === null ? {} : { name: company }),
    ...(mpnId === null ? {} : { mpnId }),
  };
  return atDomain(publisher, { ...manifest, name: named, developer });
}

/** The same for the strings of a further language, whose names are those of the manifest. */
export function stringsOf(publisher: Publisher, strings: Readonly<Record<string, string>>): object {
  const { company, shortName } = publisher;
  if (company === null) return atDomain(publisher, strings);
  const { short, full } = namesOf(company, shortName);
  return atDomain(publisher, { ...strings, 'name.short': short, 'name.full': full });
}

function namesOf(company: string, shortName: string | null): Published['name'] {
  const full = `${company} ${PRODUCT}`;
  return { short: shortName ?? full, full };
}

function atDomain<T>({ domain }: Publisher, content: T): T {
  if (domain === null) return content;
  return JSON.parse(JSON.stringify(content).replaceAll(PLACEHOLDER_HOST, domain)) as T;
}

/** A host with a dot: neither an address with its scheme, nor one with a port or a path. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/iu;

/** What can't be used of what the publisher says. */
export function publisherProblems({ domain }: Publisher): string[] {
  if (domain === null || HOST.test(domain)) return [];
  return [`--domain "${domain}" is not a host: give it alone, such as assistant.contoso.com`];
}

/**
 * Names of Microsoft and its products, which the store allows in no other publisher's app name: a rule of the store's,
 * and names that are the same in every language.
 */
const MICROSOFT =
  /\b(microsoft|teams|azure|office|outlook|windows|dynamics|copilot|sharepoint|onedrive|power ?(bi|apps|automate|platform)|partner cent(er|re))\b/iu;

/** What the store refuses beyond the schema, whoever publishes; a sentence each with its cure. */
export function storeProblems({ version, developer, name }: Published): string[] {
  const company = developer['name'] ?? '';
  const named = Object.entries(name).filter(([, text]) => MICROSOFT.test(text));
  const isOwnFirst = company === PLACEHOLDER_COMPANY || begins(name.full, company);
  return [
    ...named.map(
      ([which, text]) => `name.${which} "${text}" names Microsoft or a product of theirs: leave it out`,
    ),
    ...(isOwnFirst
      ? []
      : [`name.full "${name.full}" doesn't begin with "${company}": the company's own name comes first`]),
    ...(name.short.length > 30
      ? [`name.short "${name.short}" has more than 30 characters: give a shorter one with --short-name`]
      : []),
    ...(/^[1-9]\d*\.\d+\.\d+$/.test(version) ? [] : [`version "${version}" is not 1.0.0 or later`]),
  ];
}

const begins = (text: string, company: string): boolean =>
  text.toLowerCase().startsWith(company.toLowerCase());

/** What still stands for something that only the publisher knows: the store refuses it. */
export function placeholders({ id, developer, ...rest }: Published): string[] {
  const hasHost = JSON.stringify({ developer, rest }).includes(PLACEHOLDER_HOST);
  return [
    ...(id === PLACEHOLDER_ID ? ['no app id: give --app-id with the id of the Azure Bot'] : []),
    ...(developer['name'] === PLACEHOLDER_COMPANY ? ['no company: give --company with your own name'] : []),
    ...(hasHost ? ['no address: give --domain with the host that the assistant runs on'] : []),
  ];
}
