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
    'adele aldo alfredo amalia amedeo ambra anita antonino armando arturo aurelio bianca bice brigida ' +
    'carmela carmelo carmen cecilia cesare cinzia ciro clelia clemente dalila damiano danilo deborah denise ' +
    'desiree dina doriana edda egidio elda eliana eligio elio eloisa elsa elvira emiliano enea ennio ernesto ester ' +
    'eugenia eugenio eva fausta fausto ferdinando filomena fiorella flaminia fulvia fulvio gaetano gerardo gianfranco ' +
    'gianmarco gianna gianpaolo gilberto ginevra gino giordano giovanna gioele gisella giustina graziano graziella ' +
    'ida ignazio igor ilario ines irma isabella ivano ivo jessica lara lea leandro leda lella licia lidia ' +
    'liliana lina livia livio loredana loris luana ludovica ludovico luigia marcella mariano marinella marisa massimiliana ' +
    'melania mercedes milena mimmo mirella moreno myriam nazario nello nico nicolo nina norberto nora olimpia ' +
    'omero orazio oreste ornella oscar osvaldo ottavia ottavio pamela pasquale patrizio pierangelo pierfrancesco piera ' +
    'quirino raimondo rebecca remo renata renato renzo rinaldo rino rodolfo rolando romeo ' +
    'rosa rosalba rosalia rosanna rosario rosetta ruggero sabina samanta saverio sebastiano silvana silvano siro ' +
    'tea tecla tito tosca ubaldo ugo ulisse valter vanda vasco vera virgilio virginia vitale vito vittore wanda zaira zeno ' +
    'abigail aidan alexandra alfie alice amelia angus annabel archie arthur audrey bernard bethany bradley ' +
    'brenda bridget bryan callum chloe clara clive connor cynthia damian darren derek desmond duncan edgar edith ' +
    'eleanor ella ellen ellie elsie erin esther ewan felicity frances francis fred freddie frederick ' +
    'gavin gemma georgia gerald gillian glenn gwen hailey harold harvey hilary hugo imogen irene isaac isabella isla ' +
    'janice jasmine jasper jeffrey jill jocelyn jodie jon josh josie kara kathleen kayla kelsey kerry kirsty lachlan leah leonard ' +
    'lewis liz logan lola lorna lucinda lydia mabel malcolm marcus marian marilyn marion martha maureen maya melanie ' +
    'mildred millie miranda mitchell molly monica morgan muriel naomi natalia ned nell niall nora norman oscar owen patricia ' +
    'pauline penelope petra philippa phoebe priscilla quentin reginald rhys riley robyn roderick ronan ' +
    'rosemary rowan rufus sadie sebastian selina shannon sheldon shirley sidney silas stanley sylvia tabitha ' +
    'theo theodore toby travis ursula valerie vernon vivian walter wesley wilfred winston yasmin yvonne ' +
    'marie mehmet miguel mohammed natasha nina olga omar pablo pedro pierre priya rahul raj ravi sanjay sven tatiana wei yuki'
  ).split(' '),
);
