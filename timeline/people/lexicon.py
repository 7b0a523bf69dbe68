"""Words that belong to names, titles and bodies, and what given names tell of gender."""

from __future__ import annotations

# Parts of family names that may be written small: "de Vries", "bin Saleh", "al-Sayed".
PARTICLES = frozenset(
    "de del della di da do dos das du des la le van von der den ter ten zu af av bin bint ibn ben"
    " al el ul ud ad abu e y".split()
)
# Those that open a name on their own, so that "al-Sayed" and "bin Saleh" are family names.
OPENING = PARTICLES - {"e", "y", "la", "le", "des", "ben", "abu", "do", "den", "ten"}

SUFFIXES = frozenset("jr sr ii iii iv".split())

# Forms of address that say who, but not what, somebody is.
HONORIFICS = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady herr frau fräulein monsieur madame mademoiselle mme"
    " signor signora signorina señor señora señorita senhor senhora".split()
)

# Titles that never stand before a name alone: they tell the field of an office, or its state.
FIELDS = frozenset(
    "general foreign chief late former then vice finance interior defense defence acting interim"
    " attorney deputy ex trade health education justice treasury prime senior junior".split()
)

# The last words of names of bodies, things and streets that a tagger may take for persons.
BODIES = frozenset(
    "committee office department ministry council commission agency authority board bureau bank"
    " court parliament senate congress union league club association federation"
    " foundation institute university college school hospital company corporation corp inc"
    " ltd plc group holdings partners capital industries international airlines airways motors"
    " press times tv radio network channel media magazine journal award prize trophy"
    " avenue road square airport station tower centre center stadium palace"
    " river island islands valley beach county city province state states district"
    " republic kingdom army navy force forces police brigade division movement"
    " brotherhood alliance coalition treaty accord fund project summit conference"
    " week festival championship series museum theatre theater"
    " rovers united wanderers albion athletic hotspur investments"
    " volcano mountain mountains glacier reef canyon creek dam bridge highway expressway tunnel"
    " studios records pictures entertainment software systems technologies labs".split()
)

_FEMALE = frozenset(
    "mary anna ana anne ann maria marie linda barbara elizabeth susan jessica sarah sara karen lisa"
    " nancy betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah"
    " stephanie rebecca laura sharon cynthia kathleen amy angela helen katherine catherine brenda"
    " pamela emma nicole samantha christine janet diane julie joyce victoria kelly christina joan"
    " evelyn judith hannah jacqueline martha gloria teresa theresa sophia sofia olivia rose"
    " alice julia judy denise marilyn amber danielle diana natalie isabella isabel charlotte"
    " claire clara eva irene lucy monica rachel ruth sheila sylvia ursula vanessa veronica virginia"
    " wendy yvonne zoe hillary melania ivanka kamala condoleezza benazir indira golda"
    " fatima aisha amina leila layla nadia yasmin mariam zainab khadija"
    " olga natasha natalia tatiana svetlana irina elena ekaterina yulia ludmila galina"
    " ingrid astrid greta heidi birgit mette helle sanna katrin annegret annalena"
    " francesca giulia chiara giorgia paola carla lucia beatriz dilma cristina fernanda gabriela"
    " camila valentina claudia mercedes pilar dolores rosa carmen"
    " yoko keiko akiko yuki sakura aung-san priya sunita lakshmi anita meera"
    " jane jean joanna jennifer jill kate katie kathy kim lauren leslie lynn megan molly"
    " penny penelope peggy sally shirley sonia tina tracy theodora".split()
) - {"kim", "jean", "leslie", "tracy", "kelly", "yuki"}
_MALE = frozenset(
    "james john robert michael william david richard joseph thomas charles christopher daniel"
    " matthew anthony mark donald steven stephen paul andrew joshua kenneth kevin brian george"
    " timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan larry"
    " justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis"
    " jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy"
    " harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse"
    " dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph"
    " randy eugene vincent russell elijah louis bobby philip johnny bill bob jim tom tim tony"
    " mike steve dave dan ben sam ken ron greg jeff rick ted fred barack bernie mitt rudy"
    " gordon boris nigel simon ian colin graham neil stuart duncan hugh malcolm"
    " muhammad mohammed mohamed ahmed ahmad ali hassan hussein ibrahim omar yusuf khalid mahmoud"
    " mustafa abdullah bashar hosni hamid imran nawaz saddam yasser recep tayyip"
    " vladimir dmitry dmitri sergei sergey mikhail viktor alexei nikolai ivan yuri igor oleg"
    " hans klaus wolfgang helmut gerhard jurgen franz karl otto fritz heinz olaf friedrich"
    " jacques francois pierre nicolas emmanuel jean-claude jean-marie michel alain laurent"
    " silvio giuseppe giovanni marco matteo mario luigi romano antonio roberto paolo"
    " carlos luis jorge miguel pedro pablo diego fernando francisco rafael alberto eduardo"
    " ricardo javier hugo evo nestor luiz joao joaquim paulo"
    " shinzo junichiro taro hiroshi kenji takeshi akira koji"
    " narendra manmohan rajiv sanjay rahul amit arun vijay anil ravi"
    " anders lars erik jens sven bjorn nils olav".split()
) - {"jordan", "christian", "austin", "jean", "sam", "logan"}


def gender_of_given_name(name: str) -> str:
    """What a given name tells of gender.

    Args:
        name: the first word of a full name.

    Returns:
        "f" or "m" where the name is usual for one gender only, else an empty string.
    """
    word = name.lower()
    if word in _FEMALE:
        return "f"
    return "m" if word in _MALE else ""
