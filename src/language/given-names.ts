/**
 * Common first names of Italy and of English-speaking countries, folded, so that "… - Luca" is known for a signature. Names that
 * are also words of our subject or everyday verbs ("bill", "will", "grant", "chance") are left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    'alberto alessandra alessandro alessia alessio alice andrea angela angelo anna annalisa antonella antonio arianna ' +
    'barbara beatrice benedetta bruno camilla carla carlo carlotta caterina cecilia chiara claudia claudio clara ' +
    'corrado cristian cristiano cristina daniela daniele dario davide debora diego domenico donatella edoardo elena ' +
    'eleonora elisa elisabetta emanuela emanuele emilio emma enrico enzo erica ettore fabio fabrizio federica federico ' +
    'filippo flavia flavio francesca francesco franco gabriele gabriella gaia giacomo gianluca gianni giorgia giorgio ' +
    'giovanna giovanni giulia giuliano giulio giuseppe giuseppina greta guido ilaria irene ivan jacopo laura leonardo ' +
    'letizia lisa lorenza lorenzo luca lucia luciana luciano lucio luigi luisa maddalena manuel manuela marcella ' +
    'marcello marco margherita maria mariangela mario marta martina massimiliano massimo matilde matteo mattia maurizio ' +
    'mauro michela michele miriam mirko monica nadia nicola nicoletta noemi paola paolo patrizia piero pierluigi pietro ' +
    'raffaele raffaella riccardo rita roberta roberto rocco romina rossella sabrina salvatore samuele sandra sandro ' +
    'sara serena sergio silvia silvio simona simone sofia sonia stefania stefano susanna tania teresa tiziana tiziano ' +
    'tommaso umberto valentina valeria valerio vanessa veronica vincenzo viola vittoria vittorio viviana walter ' +
    'adam alan alex alexander alison amanda amy andrew andy anne anthony ashley barry ben benjamin beth brandon brian ' +
    'bruce cameron carol caroline catherine charles charlie charlotte chris christina christine christopher claire ' +
    'colin craig daniel danny dave david deborah dennis diana donald donna dorothy dylan edward elaine elizabeth ' +
    'emily eric ethan evan evelyn fiona gareth gary george gordon graham greg gregory hannah harry heather helen henry ' +
    'hugh ian isabel jack jackie jacob jake james jamie jane janet jason jean jeff jennifer jenny jeremy jerry jessica ' +
    'jim joan joanna joe joel john jonathan jordan joseph joshua joyce judith judy julia julian julie justin karen kate ' +
    'katherine kathy katie keith kelly ken kenneth kevin kim kyle larry lauren lee leo leslie liam linda louis louise ' +
    'lucas lucy luke lynn madison margaret mark martin mary matt matthew megan melissa mia michael michelle mike nancy ' +
    'natalie nathan neil nicholas nick nicole nigel noah olivia oliver owen pam pamela patricia patrick paul peter phil ' +
    'philip rachel ralph raymond rebecca richard robert robin roger ronald rosie ross roy russell ruth ryan sally sam ' +
    'samantha samuel sandy sarah satya scott sean sharon shaun sheila simon sophie stephanie stephen steve steven stuart ' +
    'susan tara ted teresa terry theresa thomas tim timothy tina todd tom tony tracy trevor tyler vera victor victoria ' +
    'vincent virginia wayne wendy zoe ' +
    'ahmed ali amir ana carlos chen elif fatima hans ingrid ivana jan javier jorge jose juan jurgen karim klaus lars ' +
    'marie mehmet miguel mohammed natasha nina olga omar pablo pedro pierre priya rahul raj ravi sanjay sven tatiana wei yuki'
  ).split(' '),
);
