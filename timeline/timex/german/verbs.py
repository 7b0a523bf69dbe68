"""What German verbs say about direction, each by its form: finite past, present, participle."""

from __future__ import annotations

import re

from timeline.timex.german.letters import spellings

# sein, haben, werden and the modals; Konjunktiv forms count with what they report
PAST_HELPERS = spellings("war waren warst hatte hatten wurde wurden konnte konnten durfte durften")
PAST_HELPERS |= spellings("musste mussten mußte mußten wollte wollten mochte mochten")
PERFECT = spellings("hat haben habe hätte hätten ist sind sei seien wäre wären")
WERDEN = spellings("wird werden werde würde würden wirst")
MODALS = spellings(
    """
    soll sollen solle sollte sollten will wollen wolle kann können könne könnte könnten muss müssen
    muß müsse müsste müssten darf dürfen dürfe dürfte dürften möchte möchten mag mögen
    """
)
# after ist, sind or as a participle of its own: what is planned lies ahead
PLANNED = spellings(
    """
    geplant vorgesehen angesetzt angesagt anberaumt terminiert angekündigt erwartet geladen
    eingeladen vorgemerkt fällig bereit geöffnet geschlossen gesperrt
    """
)
# present tenses that news uses of what is to come
SCHEDULED = spellings(
    """
    beginnt beginnen startet starten findet finden endet enden eröffnet öffnet öffnen schließt
    schließen kommt kommen trifft treffen reist reisen fährt fahren fliegt fliegen tagt tagen
    stimmt stimmen wählt wählen entscheidet entscheiden tritt treten feiert feiern gastiert
    gastieren spielt spielen steht stehen geht gehen lädt laden hält halten läuft laufen bleibt
    bleiben folgt folgen liest singt zeigt zeigen präsentiert präsentieren stellt stellen erscheint
    erscheinen empfängt besucht besuchen berät beraten bekommt bekommen erhält erhalten gibt plant
    gewinnt gehört gelingt geschieht gelangt genügt dauert dauern planen naht steigt steigen
    fällt fallen wechselt wechseln zieht ziehen gilt gelten darf
    """
)
# with "sein" these are perfect: "soll gekommen sein"; others are states: "soll eröffnet sein"
MOVED = spellings(
    """
    gekommen gegangen gefahren geflogen gefallen gestorben geworden geschehen gewesen geblieben
    gelaufen gereist gestürzt gestiegen gesunken gelandet geflohen entstanden erschienen passiert
    ausgebrochen eingetroffen umgekommen worden
    """
)
# strong verbs in the past, with or without a prefix: "kam", "stattfand", "verließ"
_STRONG = (
    "kam|kamen|ging|gingen|fand|fanden|stand|standen|gab|gaben|nahm|nahmen|lag|lagen|sah|sahen"
    "|hielt|hielten|ließ|ließen|blieb|blieben|begann|begannen|schrieb|schrieben|sprach|sprachen"
    "|traf|trafen|trat|traten|fiel|fielen|starb|starben|gewann|gewannen|lor|loren|zog|zogen|trug"
    "|trugen|fuhr|fuhren|flog|flogen|schlug|schlugen|brach|brachen|schien|schienen|rief|riefen"
    "|lief|liefen|saß|saßen|aß|las|lasen|bat|baten|bot|boten|schloss|schloß|schlossen|floss|sank"
    "|sanken|stieg|stiegen|sang|sangen|half|halfen|warf|warfen|wuchs|wuchsen|lud|luden|griff|griffen"
    "|schnitt|schnitten|riss|rissen|stritt|stritten|wies|wiesen|hing|hingen|sprang|sprangen|band"
    "|banden|drang|gelang|gelangen|zwang|schuf|schufen|hob|hoben|schob|schoben|brannte|kannte|nannte"
    "|rannte|dachte|brachte|wusste|wußte|schwamm|stahl|verschwand|verschwanden|entstand|gestand"
    "|floh|flohen|litt|litten|ritt|bog|log|wog|roch|kroch|schoss|schossen|goss|fraß|maß|vergaß|tat"
    "|taten|bestand|lieh|verzieh|stieß|stießen|riet|rieten|geriet|schlief|empfing|fing|fingen"
    "|geschah|geschahen|erschrak|mied|pries|schwor|sandte|wandte|besaß|besaßen|genoss|bewies"
)
_PREFIX = (
    "(?:ver|be|er|ent|zer|über|unter|wider|wieder|ab|an|auf|aus|ein|mit|nach|vor|zu|statt|teil"
    "|zurück|zusammen|weiter|fest|her|hin|los|um|durch|bei|bekannt|frei|heraus|hinaus|hinein"
    "|heim|dar|empor|fort|weg)"
)


def _both(pattern: str) -> str:
    """A pattern of case-sensitive flat text: umlauts are capitals there, or written out."""
    for letter, way in (("ä", "(?:A|ae)"), ("ö", "(?:O|oe)"), ("ü", "(?:U|ue)"), ("ß", "ss?")):
        pattern = pattern.replace(letter, way)
    return pattern


_PAST_STRONG = re.compile(_both(rf"{_PREFIX}{{0,2}}(?:{_STRONG})$"))
_PAST_WEAK = re.compile(r"[a-zAOU]{2,}te(?:n)?$")
_PARTICIPLE = re.compile(
    _both(
        rf"(?:{_PREFIX}?ge[a-zAOU]{{2,}}(?:t|en)"
        r"|(?:[a-z]{2,6})?(?:ver|be|er|ent|zer|über|unter|miss)[a-zAOU]{2,}(?:t|en)"
        r"|[a-zAOU]{2,}iert|worden|gewesen)$"
    )
)
# what ends like a weak past but is an adjective, a number, an adverb or an infinitive
_NO_WEAK = spellings(
    """
    heute bitte erste ersten zweite zweiten dritte dritten vierte vierten fünfte fünften sechste
    letzte letzten nächste nächsten beste besten meiste meisten weite weiten gute guten alte alten
    rote roten breite breiten späte späten konkrete bunte leichte leichten echte echten rechte
    rechten kalte kalten harte harten feste festen gesamte gesamten bekannte bekannten beliebte
    beliebten geplante geplanten genannte genannten sogenannte sogenannten berühmte berühmten
    größte größten höchste höchsten kleinste kleinsten jüngste jüngsten älteste ältesten neueste
    neuesten wichtigste wichtigsten stärkste schönste schönsten zweite hälfte leute mitte seite
    sollte sollten könnte könnten müsste müssten dürfte dürften möchte möchten hätte hätten
    unten hinten mitten selten bitten inmitten zumindesten vermutete verschiedensten nachte
    mindesten ansonsten zugunsten seiten vonseiten zuzeiten erhöhte private privaten
    """
)
_INFINITIVE_TEN = re.compile(
    _both(
        r"(?:halten|arbeiten|bieten|leiten|starten|warten|treten|raten|leisten|testen|kosten|achten"
        r"|richten|berichten|betrachten|gestalten|walten|bereiten|streiten|reiten|gelten|schalten"
        r"|spalten|retten|wetten|bitten|hüten|rüsten|lüften|haften|heften|stiften|mieten|deuten"
        r"|beuten|flüchten|fürchten|dichten|zichten|pflichten|schlichten|sichten|nichten|töten"
        r"|nachten|pachten|trachten|schlachten|leuchten|rosten|trösten|fasten|lasten|tasten|posten"
        r"|verbreiten|zubereiten|läuten|gleiten|schreiten|gehten|beobachten|listen|basten)$"
    )
)
# past tenses that need no look at their neighbours: what people did and said in news
_SURE_WEAK = spellings(
    """
    sagte sagten erklärte erklärten teilte teilten betonte betonten meinte meinten forderte
    forderten machte machten setzte setzten stellte stellten berichtete berichteten kündigte
    kündigten führte führten zeigte zeigten besuchte besuchten erreichte erreichten konnte feierte
    feierten stürzte stürzten verletzte verletzten ereignete ereigneten startete starteten siegte
    siegten folgte folgten lobte lobten äußerte äußerten bestätigte bestätigten eröffnete eröffneten
    spielte spielten wählte wählten lebte lebten endete endeten
    """
)
_DETERMINERS = spellings(
    """
    der die das den dem des ein eine einen einem einer eines im am zum zur vom beim ins ans kein
    keine keinen alle allen viele vielen sein seine seinen seiner ihr ihre ihren ihrer diese dieser
    diesen dieses diesem mit von für durch als ohne mehrere einige zwei drei vier sehr besonders
    """
)
_PRESENT_T = re.compile(r"[a-zAOU]{2,}t$")
_NO_PRESENT = spellings(
    """
    nicht jetzt mit seit erst fast sonst statt damit somit selbst bereit zuletzt meist zunächst
    längst weit insgesamt gut laut acht sofort dort fort überhaupt gesamt bekannt leicht recht
    schlecht echt kalt alt spät direkt konkret nächst möglichst mindest höchst zuerst derzeit
    weltweit landesweit zeit unbedingt geplant oft samt nebst heut samst aufrecht spätest nachst
    """
)


def is_weak_past(word: str, previous: str, following: str) -> bool:
    """Whether a word in -te or -ten is a verb of the past rather than an adjective or infinitive.

    Args:
        word: lower case but for its umlauts.
        previous, following: its neighbours as written.
    """
    if word in _SURE_WEAK:
        return not (previous in _DETERMINERS and following[:1].isupper() and previous != "das")
    if len(word) < 5 or not _PAST_WEAK.match(word) or word in _NO_WEAK:
        return False
    if word.endswith(("sten", "ste")):
        return word.endswith(("isteten", "istete", "astete"))  # the others are superlatives
    if _INFINITIVE_TEN.search(word) or previous in ("zu", "und", "oder", ","):
        return word.endswith(("teten", "deten")) and previous != "zu"
    return not (previous.lower() in _DETERMINERS or following[:1].isupper())


def is_past(word: str, previous: str, following: str) -> bool:
    """Whether a word is a finite verb of the past."""
    if word in PAST_HELPERS or _PAST_STRONG.match(word):
        return True
    return is_weak_past(word, previous, following)


def is_participle(word: str) -> bool:
    """Whether a word has the form of a second participle."""
    return word not in _NO_PRESENT and _PARTICIPLE.match(word) is not None


def is_present(word: str) -> bool:
    """Whether a word has the form of a third person of the present."""
    if word in SCHEDULED:
        return True
    if word in _NO_PRESENT or len(word) < 4 or is_participle(word):
        return False
    return _PRESENT_T.match(word) is not None
