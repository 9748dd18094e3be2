/** Elements of HTML; anything else in angle brackets is a placeholder that somebody wrote (`<token>`). */
export const HTML_TAGS: ReadonlySet<string> = new Set(
  `a abbr address article aside audio b bdi bdo big blockquote body br button canvas caption center cite code col
  colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame frameset
  h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math meta
  nav noscript object ol optgroup option p picture pre q rp rt ruby s samp script section select small source span
  strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul
  var video wbr`.split(/\s+/),
);
