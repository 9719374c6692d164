"""Words that tell of danger to life or integrity (CPACA art. 20), whatever the topic.

Read on folded words, so accents and punctuation do not matter. A missed danger costs more than a
false alarm, but an alarm a day is not read by anybody: most signs need two things that belong
together, at most so many words apart.
"""

import re

from pqrs.office.words import words

# Things and people that stand in danger or are the danger.
_CHILD = (
    r"niñ\w+|nin[oa]s?|menor(?:es)?|beb[ei]\w*|nen[ae]s?|sobrin\w+|niet\w+|hij[oa]s?|hijit[oa]s?|"
    r"hermanit\w+"
)
_KIN = (
    r"marido|espos[oa]|pareja|compañer[oa]|novi[oa]|padrastr[oa]|ex|exmarido|exespos[oa]|"
    r"exnovi[oa]|expareja|suegr[oa]|papa|mama|hermano|hijo"
)
_STRUCTURE = (
    r"casas?|viviendas?|rancho|paredes|pared|muros?|techos?|puentes?|ponton|postes?|arbol\w*|"
    r"palos?|saman\w*|ramas?|edificio\w*|barranco|talud|balcon|tanque|colegio|escuela|valla"
)
_WIRE = (
    r"cables?|cableado|cuerdas? (?:de )?(?:la )?(?:luz|energia|electrica)|alambres?|transformador"
)
_WEAPON = r"cuchill\w+|pistola\w*|revolver\w*|machete\w*|armas?|navaja\w*|puñal\w*|escopeta\w*"
_WATER = r"rio|quebrada|creciente|zanjon|acequia|cauca|fraile|frayle|jarillon|canal"
_HOLE = r"alcantarilla\w*|recamara\w*|camaras?|sumidero\w*|pozo|hueco"
_BITING = r"perr[oa]s?|pitbull\w*|rottweiler|abejas|avispas|enjambre|panal|culebra|serpiente"
_VITAL = r"insulina|dialisis|quimioterapia\w*|oxigeno|trasplante"

# Either may come first; the number is how many words may stand between.
_TOGETHER = (
    (r"huele\w*|hiede|olor\w*|fuga\w*|escape\w*|escap\w+|apesta", r"gas", 3),
    (r"incendi\w+|explot\w+|exploto|explosion", r"casas?|vivienda|gas|pipeta|fabrica|gente", 5),
    (r"se (?:esta|estan) (?:quemando|incendiando)", r"casas?|vivienda|rancho|local|bodega", 3),
    (_WIRE, r"chisp\w+|candela|corriente|pelad\w+|revent\w+|caid\w+|cay[oe]\w*|suelt\w+|suelo", 5),
    (_WIRE, r"piso|colga\w+|descolgad\w+|electrocut\w+|andenes|anden|corto", 5),
    (_STRUCTURE, r"(?:se )?(?:esta|estan|va|van|viene|vienen) (?:a )?(?:cayendo|caer\w*|abajo)", 6),
    (_STRUCTURE, r"se (?:nos|me|les|le) (?:va|viene|vino|vienen|cae|cayo|esta cayendo)", 6),
    (_STRUCTURE, r"(?:desplom|derrumb|desmoron)\w+|viene encima|colaps[oa]\w*|amenaza ruina", 6),
    (_STRUCTURE, r"(?:a punto de|puede|pueden|por) ca(?:er\w*|ir)|va a colapsar", 6),
    (_STRUCTURE, r"ladead[oa]s?|inclinad[oa]s?|podrid[oa]s?|(?:se )?desgaj\w+", 3),
    (r"atrapad\w+|arrastr[oa]\w*|ahog[ao]\w*", rf"agua|rio|escombros|{_CHILD}|personas?", 4),
    (_BITING, r"mordi\w*|muerd\w+|mordedura|atac[aoó]\w*|pic(?:o|a|an|aron|ando)", 4),
    (_WEAPON, r"sac[oa]n?|amenaz\w+|persig\w+|apunt\w+|atac[oa]\w*|encañon\w+|hiri\w+|puso", 4),
    (
        _KIN,
        r"(?:me|la|le|nos|lo) (?:peg|golpe|maltrat|agred|amenaz|viol|ahorc|estruj|cachet)\w+",
        5,
    ),
    (_KIN, r"(?:me|la|nos) (?:encerr\w+|quiere matar|hizo daño|arrastro|patea|pateo)", 5),
    (_CHILD, r"abus(?:a|o|an|aron|ando|ad[oa]s?)|viol(?:o|a|an|ando|aron|ad[oa]s?)|manose\w+", 5),
    (_CHILD, r"abuso|violacion|maltrat\w+|golpead\w+|encerrad\w+|amarrad\w+|prostitu\w+", 4),
    (
        _CHILD,
        r"(?:deja|dejan|dejo|dejaron|estan|esta) (?:\w+ )?sol[oa]s?|perdid\w+|desaparec\w+",
        4,
    ),
    (_CHILD, r"(?:castiga|pega|pegan|golpean?|quema\w*) (?:\w+ ){0,2}con (?:un|una|el|la)", 4),
    (r"ambulancia", r"no (?:llega|llego|viene|vino|ha|hay|mandan|la mandan)", 4),
    (_VITAL, r"no (?:me |le |les |la |lo )?(?:entreg\w+|autoriz\w+|dan|dieron|hay|llega\w*)", 4),
    (_HOLE, r"sin tapa|destapad\w+|(?:robaron|llevaron) la tapa|abiert[oa]s?", 4),
)

_GOING_TO_KILL = (
    r"(?:me|nos|lo|la|los|las|le|les) (?:van?|ib\w+|quier\w+|vin\w+|jur\w+) (?:a )?"
    r"(?:matar|asesinar|desaparecer|quebrar|pelar|picar)(?! de (?:dengue|hambre|calor|risa))"
)
_KILLING = (
    r"(?:matan?|mataran|mato|matar|asesina\w*) a (?:mi|mis|nuestr\w+|su|toda|un|una) "
    r"(?:familia|hij\w+|espos\w+|mama|papa|herman\w+|gente|personas?|niñ\w+|señora?)"
)
# As written, in order.
_PHRASES = (
    r"electrocut\w+",
    r"(?:echa|bota|echando|botando|saca|sacando) (?:chispas|candela)",
    rf"(?:se )?(?:salio|desbordo|rebaso|metio|crecio) (?:el|la) (?:{_WATER})",
    rf"(?:{_WATER}) (?:\w+ ){{0,3}}?se (?:nos )?(?:salio|metio|desbordo|esta metiendo|entro)",
    r"agua (?:\w+ ){0,2}?(?:a|por|hasta) (?:la|las|el) (?:rodilla|cintura|pecho|cuello)s?",
    r"(?:estamos|quedamos|nos estamos|estan|quedaron) inunda\w+",
    _GOING_TO_KILL,
    r"(?:o|que|porque|si no (?:\w+ ){1,4}?) ?(?:me|nos|lo|la|los|le) (?:matan?|quiebran?)",
    _KILLING,
    r"amenaz\w+ (?:\w+ ){0,3}?de muerte|amenaz\w+ (?:\w+ ){0,3}?con (?:matar|hacer|quemar)\w*",
    r"extorsi\w+|secuestr\w+|sicari\w+|balacera\w*|tiroteo\w*|a bala|apuñal\w+|feminicid\w+",
    r"(?:exig\w+|pag\w+|piden) (?:\S+ ){0,4}?o (?:me|nos|le|les) (?:queman?|matan?|atentan)",
    r"(?:cobran?|cobrando|pagar|piden) (?:la )?vacuna(?! (?:del?|antirrabica|contra))|panfleto\w*",
    r"violencia (?:intrafamiliar|domestica|de pareja|en mi casa)|mujer golpeada",
    r"(?:se|me) (?:quier[eo]|va|voy|intento|trato de) (?:a )?(?:matar|suicidar|ahorcar|envenenar)",
    r"(?:quiere|quiero|intento|penso en|pienso en|va a) (?:matar|suicidar)(?:se|me)",
    r"quitar(?:se|me|le)? la vida|no (?:quier[eo]|desea) (?:seguir |mas )?vivi\w+",
    r"(?:quier[eo]|deseo|prefiero) morir\w*|intent\w+ (?:de )?suicid\w+|pensamientos suicidas",
    r"se (?:corto|cortaba) (?:los brazos|las venas|las muñecas)|ideas? (?:de )?suicid\w+",
    r"se (?:tomo|trago) (?:\w+ )?(?:veneno|pastillas)",
    r"(?:se|me|nos) (?:\w+ )?(?:esta|estan|estoy|va a|puede) (?:muriendo|morir\w*|desangr\w+)",
    r"se (?:\w+ )?(?:esta|estan) (?:ahogando|asfixiando)|(?:se|me) (?:\w+ )?desangra|convulsion\w+",
    r"se (?:me |nos )?(?:muere|asfixia)|inconsciente|no (?:puede|puedo) respirar|desangr\w+",
    r"herid[oa]s? de (?:bala|gravedad)|le dio un infarto",
    r"(?:peligro|riesgo|amenaza) (?:\w+ ){0,3}?(?:muerte|(?:mi|la|su) vida|nuestras vidas)",
    r"(?:peligro|riesgo) inminente|corre(?:n|mos)? peligro",
)
_WORD_GAP = r" (?:\S+ ){0,%d}?"


def _either_first(one: str, other: str, gap: int) -> str:
    between = _WORD_GAP % gap
    return rf"(?:{one}){between}(?:{other})|(?:{other}){between}(?:{one})"


_SIGNS = tuple(
    re.compile(rf"(?<!\S)(?:{sign})(?!\S)")
    for sign in (*_PHRASES, *(_either_first(*pair) for pair in _TOGETHER))
)
# What is talked about in a workshop, or bothers us, is no danger now.
_HARMLESS = re.compile(
    r"(?<!\S)(?:taller|charla|campaña|capacitacion|prevencion|prevenir)(?: \S+){0,4}? "
    r"(?:suicid\w+|violencia|abuso|maltrato|feminicid\w+|incendi\w+)(?: \S+){0,2}"
)


def tells_of_danger(text: str) -> bool:
    """Whether the words tell of somebody's life or integrity in danger now."""
    line = _HARMLESS.sub("", " ".join(words(text)))
    return any(sign.search(line) for sign in _SIGNS)
