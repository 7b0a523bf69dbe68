"""What a Spanish verb says about direction: by its ending, its helper, or the word itself.

An accent stands as a capital (see `letters`): "habló" is "hablO", "hablará" is "hablarA".
"""

from __future__ import annotations

import re

from timeline.model import Direction
from timeline.timex.rule import Lean
from timeline.timex.words import words

_FUTURE = re.compile(r"[a-z]+r(?:A|An|As|E|emos)$")
_CONDITIONAL = re.compile(r"[a-z]+rIa(?:n|mos)?$")
_PAST = re.compile(r"[a-z]+(?:O|aron|ieron|yeron|jeron)$")
_IMPERFECT = re.compile(r"[a-z]+aban?$")
_PARTICIPLE = re.compile(r"[a-z]+(?:[aiI]d[oa]s?)$")
_INFINITIVE = re.compile(r"[a-z]{2,}(?:ar|er|ir|Ir)(?:se|l[eao]s?|me|nos)?$")
_IRREGULAR_PAST = words(
    """
    fue fueron fui hubo hizo hicieron dijo vio dio tuvo estuvo pudo puso quiso supo trajo vino
    anduvo produjo condujo redujo tradujo introdujo dedujo propuso expuso dispuso compuso impuso
    supuso opuso repuso intervino convino previno mantuvo obtuvo contuvo detuvo retuvo sostuvo
    satisfizo deshizo predijo contradijo atrajo sustrajo sobrevino rehizo cupo indujo
    era eran habIa habIan tenIa tenIan estaba estaban podIa podIan hacIa hacIan debIa debIan
    querIa querIan decIa decIan venIa sabIa existIa vivIa vivIan seguIa seguIan solIa veIa
    permanecIa mantenIa exigIa pedIa
    """
)
_IRREGULAR_PARTICIPLES = words(
    """
    hecho hecha hechos hechas dicho dicha visto vista vistos puesto puesta puestos puestas escrito
    escrita abierto abierta abiertos abiertas muerto muerta muertos muertas roto rota vuelto vuelta
    cubierto descubierto descubierta resuelto resuelta impuesto impuesta propuesto propuesta
    expuesto compuesto dispuesto inscrito impreso electo satisfecho
    """
)
_AHEAD = words(
    """
    previsto prevista previstos previstas programado programada programados programadas fijado
    fijada convocado convocada convocados convocadas prevE prevEn planea planean proyecta
    pretende pretenden espera esperan debe deben puede pueden quiere quieren tendrA intenta
    agendado agendada anunciado anunciada proximamente pendiente
    """
)
_SCHEDULED = words(
    """
    acaba acaban celebra celebran comienza comienzan empieza empiezan viaja viajan
    llega llegan inicia inician
    arranca arrancan reUne reUnen visita visitan inaugura inauguran abre abren presenta presentan
    estrena estrenan juega juegan recibe reciben vota votan finaliza finalizan termina terminan
    concluye concluyen regresa regresan vuelve vuelven acoge acogen expira vence vencen disputa
    disputan enfrenta enfrentan actUa actUan parte parten sale salen entra entran debuta
    debutan participa participan
    """
)
_COMMITTING = words(
    """
    prometiO pidiO ordenO propuso acordO decidiO aceptO planeaba esperaba pensaba querIa confIa
    anunciO solicitO exigiO prometieron pidieron acordaron decidieron aceptaron recomendO obligO
    debIa debIan preparaba pretendIa invitO citO emplazO convocO
    """
)
_NO_VERB = words(
    """
    detrA atrA mayorIa minorIa categorIa teorIa alegrIa auditorIa ingenierIa loterIa librerIa
    galerIa baterIa averIa asesorIa autorIa refinerIa tesorerIa cancillerIa consejerIa secretarIa
    comisarIa notarIa memorIa historIa artillerIa infanterIa guerrerIa panaderIa
    lugar mujer ayer popular militar bar mar poder placer cualquier taller bienestar hogar pesar
    lIder par dOlar dOlares escolar singular familiar particular similar nuclear solar
    regular alquiler tercer primer caracter carActer deber haber ser saber martir
    partido partidos sentido estado estados lado lados grado pasado pasada mercado mercados
    resultado resultados acuerdo abogado abogados diputado diputados soldado soldados ministerio
    delegado senado cuidado sindicado comunidad medida medidas vida salida entrada llegada
    demanda demandas unido unidos unida unidas aliado aliados encargado ciudad jurado empleado
    empleados refugiados ciudadano apellido nado ruido contenido comunicado comunicados cantidad
    segundo mundo pedido pedidos temporada jornada llamada llamado acabado acusado acusados
    detenido detenidos herido heridos mitad sábado sAbado sAbados ambos caba haba traba sIlaba
    acaba acaban graba graban alaba alaban traban allA acA mamA papA quizA estA estAn serA
    """
) - {"serA", "estA"}
_BE_OR_HAVE = words(
    """
    ha han he hemos habrA habrAn habrIa habIa habIan es son era eran fue fueron serA serAn serIa
    sido estA estAn estaba estaban estarA estarAn queda quedO haya hayan siendo quedarA sea sean
    """
)
BREAK = frozenset(',;:()"~`')
# what begins a clause of its own: its verb may follow the phrase
SUBORDINATE = words("que quien quienes donde cuando porque aunque mientras pues si como")
_HELPER = {
    **dict.fromkeys(words("ha han he hemos habIa habIan hubo fue fueron era eran estaba"), "past"),
    **dict.fromkeys(words("serA serAn estarA estarAn habrA habrAn serIa quedarA sea sean"), "next"),
}


_HAVE = frozenset(("ha", "han", "he", "hemos"))
# with an infinitive after it: "va a llegar", "ha de llegar", "tiene que llegar"
_AHEAD_BY = dict.fromkeys(words("va van vamos voy iba iban"), ("a",)) | dict.fromkeys(
    words("ha han hay tiene tienen"), ("de", "que")
)


_ACCENTS = str.maketrans("AEIOUN", "áéíóúñ")


def written(word: str) -> str:
    """A word with its accents again, for reasons: "hablO" → "habló"."""
    return word[:1].lower() + word[1:].translate(_ACCENTS)


def _at(sentence: list[str], i: int) -> str:
    return sentence[i] if 0 <= i < len(sentence) else ""


def is_infinitive(word: str) -> bool:
    """Whether a word has the ending of an infinitive and is no known noun."""
    return bool(_INFINITIVE.match(word)) and word not in _NO_VERB


def commits(word: str) -> bool:
    """Whether an infinitive after this verb lies ahead: "prometió volver el lunes"."""
    return word in _COMMITTING


def verb(sentence: list[str], i: int) -> Lean | None:
    """What the word at `i`, with its neighbours, says about direction.

    Args:
        sentence: words and marks as `letters` makes them.
        i: the word to read.

    Returns:
        PAST or FUTURE with the verb that says so; None for any other word.
    """
    word = sentence[i]
    if not word.isalpha():
        return None
    if _at(sentence, i + 1) in _AHEAD_BY.get(word, ()) and is_infinitive(_at(sentence, i + 2)):
        return Lean(Direction.FUTURE, f"'{word} {sentence[i + 1]}' looks ahead")
    if word in _HAVE:
        return Lean(Direction.PAST, f"'{word}' is perfect")
    if word in _SCHEDULED and not _is_noun(sentence, i):
        return Lean(Direction.FUTURE, f"'{written(word)}' is a scheduled present")
    if word in _NO_VERB:
        return None
    if word in _AHEAD:
        return Lean(Direction.FUTURE, f"'{written(word)}' is about what is to come")
    found = _by_ending(word)
    if found and _CONDITIONAL.match(word) and _is_noun(sentence, i):
        return None
    if found:
        return found
    if word in _IRREGULAR_PARTICIPLES or _PARTICIPLE.match(word):
        return _participle(sentence, i)
    return None


def _by_ending(word: str) -> Lean | None:
    """A finite verb by its form alone."""
    if word in _IRREGULAR_PAST or _PAST.match(word) or _IMPERFECT.match(word):
        return Lean(Direction.PAST, f"'{written(word)}' is past")
    if _FUTURE.match(word) and len(word) > 3:
        return Lean(Direction.FUTURE, f"'{written(word)}' is future")
    if _CONDITIONAL.match(word):
        return Lean(Direction.FUTURE, f"'{written(word)}' is future in the past")
    return None


_DETERMINERS = words("el la los las un una su sus este esta ese esa del al de cada otra otro")


def _is_noun(sentence: list[str], i: int) -> bool:
    return _at(sentence, i - 1).lower() in _DETERMINERS


def _participle(sentence: list[str], i: int) -> Lean | None:
    """ "aprobado" after a helper has its tense; after a noun it tells of what was done."""
    for back in range(i - 1, max(-1, i - 4), -1):
        word = sentence[back]
        if word in BREAK:
            break
        if word in _HELPER:
            way = Direction.PAST if _HELPER[word] == "past" else Direction.FUTURE
            return Lean(way, f"'{written(word)} {written(sentence[i])}' says so")
        if word in _BE_OR_HAVE:
            return None
    if i == len(sentence) - 1 and sentence[i] not in BREAK:
        return Lean(Direction.PAST, f"'{written(sentence[i])}' is past", False)  # right before it
    if _is_noun(sentence, i) or not _at(sentence, i - 1).isalpha():
        return None
    return Lean(Direction.PAST, f"'{written(sentence[i])}' is past", False)
