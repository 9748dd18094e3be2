import { readFilter } from './odata-filter.ts';
import { ServiceError, type Json } from './partner-center-rules.ts';
import { headerOf, type WireReply, type WireRequest } from './wire-server.ts';

export interface ListingRules {
  /** How GUIDs must be written in `$filter`; documentation and captured payloads differ. */
  readonly filterGuids?: 'quoted' | 'bare' | 'either';
  /** Items a page at most. */
  readonly pageSize?: number;
}

const FILTERABLE = [
  'engagementId',
  'status',
  'substatus',
  'qualification',
  'type',
  'direction',
  'customerProfile/address/country',
  'team/any/email',
  'updatedDateTime',
  'email',
];
const ORDERABLE = ['createdDateTime', 'updatedDateTime'];
export const REFERRALS_AUDIENCE = 'https://api.partner.microsoft.com';
/** Next links of the service leave `/engagements` out; only they work so. */
export const SHORT_ROOT = '/v1.0/referrals';

function sortBy(items: Json[], orderby: string): Json[] {
  const [property = '', way = 'asc'] = orderby.split(' ');
  if (!ORDERABLE.includes(property))
    throw new ServiceError(400, 'invalidRequest', `Cannot order by ${property}.`, '$orderby');
  const sign = way === 'desc' ? -1 : 1;
  const key = (item: Json): string => String(item[property]);
  return items.toSorted((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function select(item: Json, names: string | null): Json {
  if (!names) return item;
  const wanted = names.split(',').map((name) => name.trim());
  return Object.fromEntries(Object.entries(item).filter(([name]) => wanted.includes(name)));
}

/** A page of the records that the caller may see. */
export function answerList(visible: readonly Json[], request: WireRequest, options: ListingRules): WireReply {
  const { query } = request;
  const filter = query.get('$filter');
  const rules = { properties: FILTERABLE, guids: options.filterGuids ?? 'quoted' };
  const keep = filter ? readFilter(filter, rules) : () => true;
  const found = visible.filter(keep);
  const orderby = query.get('$orderby');
  // The default order is not documented; this one is no use to anybody who relies on it.
  const sorted = orderby
    ? sortBy(found, orderby)
    : found.toSorted((a, b) => (String(a['eTag']) < String(b['eTag']) ? -1 : 1));
  const start = Number(query.get('$skiptoken') ?? query.get('$skip') ?? 0);
  const top = Number(query.get('$top') ?? Infinity);
  const size = Math.min(options.pageSize ?? 100, top);
  const page = sorted.slice(start, start + size).map((item) => select(item, query.get('$select')));
  const next = new URLSearchParams(query);
  next.set('$skiptoken', String(start + size));
  const hasMore = start + size < Math.min(sorted.length, top);
  const link = `http://${headerOf(request, 'host')}${SHORT_ROOT}?${next.toString().replaceAll('+', '%20')}`;
  const body = {
    '@odata.context': `${REFERRALS_AUDIENCE}/v1.0/engagements/$metadata#Referrals`,
    '@odata.count': sorted.length,
    value: page,
    ...(hasMore ? { '@odata.nextLink': link } : {}),
  };
  return { status: 200, body };
}
