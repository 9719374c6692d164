"""Words that tell of danger to life or integrity (CPACA art. 20), whatever the topic.

Read on folded words, so accents and punctuation do not matter. A missed danger costs more than a
false alarm, but an alarm a day is not read by anybody: each pattern needs two words that belong
together.
"""

import re

from pqrs.office.words import words

_GAP = r"(?: \S+){0,%d}? "


def _near(one: str, other: str, gap: int = 4) -> str:
    """Either word first, with at most so many others between."""
    between = _GAP % gap
    return rf"\b(?:{one}){between}(?:{other})|\b(?:{other}){between}(?:{one})"


def _then(one: str, other: str, gap: int = 3) -> str:
    return rf"\b(?:{one}){_GAP % gap}(?:{other})"


_CHILD = r"niñ\w*|nin[oa]s?\b|menor\w*|beb[ei]\w*|nen[ae]s?\b|sobrin\w+|nietic?\w+|estudiantes?\b"
_KIN = (
    r"marido|espos[oa]|pareja|compañer[oa]|novi[oa]|padrastr\w+|ex\b|exmarido|exnovi[oa]|exesposo|"
    r"suegr[oa]|mi hij[oa]|mi papa|mi hermano"
)
_STRUCTURE = (
    r"casas?\b|viviendas?\b|pared\w*|muros?\b|techos?\b|puentes?\b|pontones|postes?\b|arbol\w*|"
    r"palos?\b|saman\w*|ramas?\b|edificio\w*|barranco\w*|talud\w*|balcon\w*|tanque\w*|colegio|escuela"
)
_FALLING = (
    r"se (?:nos |me |les )?(?:esta|estan|va|van|viene|vino|vienen) (?:a )?"
    r"(?:cayendo|caer|caerse|encima|abajo|desplom\w+|derrumb\w+)|"
    r"(?:se )?viene encima|(?:a punto de|por) (?:caerse|caer|desplom\w+|derrumb\w+|colaps\w+)|"
    r"va a (?:caer|colapsar|derrumbar)\w*|amenaza (?:ruina|con caer\w*)|colaps[oa]\b"
)
_PATTERNS = (
    # Gas and fire.
    _near(r"huele\w*|hiede|olor\w*|fuga\w*|escape\w*|escap\w+|sale|bota\w*", r"gas\b", 3),
    r"\b(?:se|esta|estan) (?:esta |estan )?(?:quemando|incendiando|prendiendo) "
    r"(?:la|el|una|un|mi|las|los)? ?(?:casa|rancho|vivienda|edificio|fabrica|bodega|local)\w*",
    _near(r"incendio\w*|incendiando\w*|explosion|exploto|explot\w+", r"casa|vivienda|gas|pipeta|"
          r"barrio|fabrica|bodega|gente|personas", 5),
    # Electricity.
    _near(r"chisp\w+|candela|corriente|pelad\w+|reventad\w+|revento|caid[oa]s?|cayo|cayeron|suelt\w+|"
          r"electrocut\w+|piso|suelo|colga\w+", r"cables?\b|cuerdas? de (?:la )?(?:luz|energia)|"
          r"cuerdas? electrica\w*|cable\w+|alta tension|transformador\w*", 5),
    r"\belectrocut\w+|\becha\w* chispas|\bbota\w* chispas|\bse esta pasando corriente",
    # Falling, flood.
    _near(_STRUCTURE, _FALLING, 6),
    _then(r"(?:rio|quebrada|creciente|zanjon|acequia|cauca|fraile|frayle)", r"se (?:salio|metio|nos "
          r"metio|desbordo|esta metiendo|esta saliendo|entro)", 3),
    r"\b(?:se (?:desbordo|salio|rebaso)) (?:el|la) (?:rio|quebrada|zanjon|acequia|jarillon)",
    r"\bagua (?:a|hasta) (?:la|las|el) (?:rodilla|cintura|pecho|cuello|ventana)\w*",
    r"\b(?:estamos|quedamos|nos estamos|estan) inunda\w+",
    _near(r"atrapad\w+|arrastr[oa]\w*|ahog\w+", rf"agua|rio|derrumbe|escombros|{_CHILD}", 5),
    # Threats, weapons.
    r"\b(?:me|nos|lo|la|los|las|le|les|te) (?:va|van|iba|iban|quier\w+|vino|vinieron|pueden?|juro|jura|"
    r"juraron)(?: a)? (?:a )?(?:matar|asesin\w+|desaparecer|quebrar|pelar)\b",
    r"\bamena\w+ (?:\S+ ){0,2}?de muerte|\bamena\w+ (?:\S+ ){0,3}?(?:con|de) (?:matar|asesin|hacerle|"
    r"un arma|pistola|revolver|cuchillo|machete|quemar)\w*",
    r"\b(?:o|si no \S+(?: \S+){0,4}?|porque|que) (?:me|nos|lo|la|los|las|le) matan?\b|"
    r"\bmat(?:an|aran|ar|an a|arme|arnos|arlo|arla) a? ?(?:mi|mis|nuestr\w+|su|toda)\b|"
    r"\b(?:va|van|quiere\w*|intent\w+) (?:a )?matar(?:me|nos|lo|la|le|te|los|las)?\b(?! (?:los |las |al |a "
    r"los |el |la )?(?:zancud\w+|rata\w*|tiempo|mosc\w+|plaga|animal\w*|perr\w+|gat\w+|mosquit\w+))",
    r"\b(?:extorsi\w+|me estan vacunando|cobr\w+ vacuna|cobr\w+ la vacuna|panfleto\w*|secuestr\w+|"
    r"sicari\w+|balacera\w*|tiroteo\w*|a bala\b|apuñal\w+)",
    _near(r"saco|saca|sacan|amenaz\w+|persig\w+|apunt\w+|ataco|atacan|encañon\w+|puso", r"cuchill\w+|"
          r"pistola\w*|revolver\w*|machete\w*|armas?\b|navaja\w*|puñal\w*|escopeta\w*", 4),
    # Violence at home and against children.
    _near(rf"(?:{_KIN})", r"(?:me|la|le|nos|lo) (?:peg\w+|golpe\w+|maltrat\w+|agred\w+|amenaz\w+|viol\w+|"
          r"ahorc\w+|quem\w+|patea?\w*|estruj\w+|cachete\w+|encerr\w+|quiere matar)", 5),
    r"\bviolencia (?:intrafamiliar|domestica|de pareja)|\bfeminicid\w+|\bmujer golpeada",
    _near(r"abus\w+|violo|viola|violan|violaron|violada|violado|violacion|manosea\w*|toca\w* (?:las )?"
          r"(?:partes|intim\w+)|acosa sexual\w*|maltrat\w+|golpea\w*|encerrad\w+|prostitu\w+|explota\w+",
          rf"{_CHILD}|hijas?\b|hijos?\b", 5),
    rf"\b(?:{_CHILD})(?: \S+){{0,3}}? (?:abandonad\w+|amarrad\w+|encadenad\w+|golpead\w+)",
    _near(r"le pegan?|les pegan?|castig\w+|quem\w+", r"(?:al? |los |las |un |una )(?:niñ\w*|bebe\w*|menor\w*)"
          r"|(?:niñ\w*|bebe\w*)(?: \S+){0,6}? con (?:un|una) (?:cable|correa|palo|manguera)", 2),
    # Wanting to die; a life at its end.
    r"\b(?:se|me) (?:quier[eo]|va|voy|intento|trato de|iba) (?:a )?(?:matar|suicidar|quitar la vida|ahorcar|"
    r"cortar las venas|tirar de\w* puente|envenenar)",
    r"\bno (?:quier[eo]|quisiera|desea) (?:seguir |mas )?vivi\w+|\b(?:quier[eo]|deseo|prefiero) morir\w*|"
    r"\bquitar(?:se|me) la vida|\bse (?:corto|tomo|trago) (?:los brazos|las venas|un veneno|veneno|pastillas|"
    r"las pastillas)",
    r"(?<!prevencion del )(?<!prevencion de )\bsuicid(?:arse|arme|ar|o\b(?= (?:de mi|anoche|ayer)))|"
    r"\bintent\w* (?:de )?suicid\w+|\bideas? (?:de )?suicid\w+|\bpensamientos suicidas",
    r"\b(?:se|me|nos) (?:esta|estan|estoy|va a|van a|puede|pueden|esta dejando) (?:muriendo|morir\w*|desangr\w+|"
    r"ahogando|asfixi\w+)|\bse (?:me |nos )?(?:muere|desmayo y no|desangra)|\bconvulsion\w+|"
    r"\bno (?:puede|puedo|logra) respirar|\binconsciente\b|\binfarto\b|\bherid[oa]s? de (?:bala|gravedad)|"
    r"\bdesangr\w+|\b(?:riesgo|peligro) (?:\S+ ){0,3}?(?:de muerte|mi vida|la vida|su vida|nuestras vidas|"
    r"de morir|inminente)",
    _near(r"ambulancia", r"no (?:llega|llego|viene|vino|ha|hay|mandan)", 4),
    # An open hole in the way of people.
    _near(r"sin tapa|destapad\w+|robaron la tapa|llevaron la tapa|abierta", r"alcantarilla\w*|recamara\w*|"
          r"camara de|sumidero\w*|pozo", 4),
)  # fmt: skip
_DANGER = tuple(re.compile(pattern) for pattern in _PATTERNS)


def tells_of_danger(text: str) -> bool:
    """Whether the words tell of somebody's life or integrity in danger now."""
    line = " ".join(words(text))
    return any(pattern.search(line) for pattern in _DANGER)
