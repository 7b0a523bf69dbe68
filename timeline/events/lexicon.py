"""Classes of verbs and nouns that decide what is an event and what kind of one.

The classes follow TimeML's (Pustejovsky et al., 2003): reporting, aspectual, state, intensional
action, occurrence; only their members that news uses are listed.
"""

from __future__ import annotations

REPORTING = frozenset(
    "say tell add note write state claim report quote cite explain argue insist stress comment"
    " reply respond concede acknowledge describe mention remark joke observe speak talk"
    " according".split()
)

ANNOUNCING = frozenset(
    "announce confirm reveal declare disclose warn vow promise pledge predict find learn admit"
    " claim signal acknowledge ensure mean show deny hint conclude deem allege maintain accept"
    " think believe".split()
)

STATES = frozenset(
    "be have seem appear look know believe think want like love hate need include contain consist"
    " comprise mean own belong depend cost weigh measure resemble represent remain stay live exist"
    " feel hear see understand hope wish fear doubt suppose wonder expect involve concern require"
    " reflect suggest show indicate equal deserve lack matter relate stand lie sit differ tend"
    " constitute total rank face bet let get do make become call consider regard view name base"
    " affiliate associate align"
    " locate situate situated focus aim drive host loom happen span justify".split()
)

# States in the simple present or past, events when they are dated or have a real agent and object.
SOMETIMES_EVENTS = frozenset(
    "make become host drive face hear get sit stand happen remain stay".split()
)

# Verbs of which the noun is the event: "hold talks", "take part in a signing".
LIGHT = frozenset(
    "hold attend take host begin open make conduct carry start end close finish pay give join"
    " sign reach convene stage launch conclude undertake complete participate lead chair do".split()
)

# Verbs that say no more of an event noun than that it is one.
TAKE_PLACE = frozenset("take happen occur begin start open end close".split())
TAKE_PLACE_PASSIVE = frozenset("hold schedule plan set expect cancel stage".split())

PUT_OFF = frozenset("postpone delay defer reschedule push move".split())

MOTION = frozenset(
    "arrive leave depart fly head travel go move visit tour return land come stop proceed drive"
    " sail journey embark cross enter reach continue flee".split()
)

EVENT_NOUNS = frozenset(
    # dealings between states, parties and firms
    "deal agreement accord treaty pact truce ceasefire cease-fire summit meeting talks talk"
    " conference negotiation negotiations mediation dispute standoff sanctions embargo tariff"
    " blockade boycott merger acquisition takeover buyout sale purchase bankruptcy offering"
    " listing launch order contract payment dividend layoffs"
    # journeys and appearances
    " visit trip tour stop stopover departure arrival return landing takeoff flight crossing"
    " speech address announcement interview briefing debate session press-conference"
    # politics and law
    " election by-election vote referendum poll ballot runoff primary coup inauguration"
    " resignation appointment nomination dismissal reshuffle impeachment decision resolution"
    " ruling verdict trial hearing sentence sentencing conviction arrest raid acquittal appeal"
    " lawsuit suit indictment extradition execution inquiry investigation probe audit inspection"
    " ban reform budget independence annexation partition reunification secession"
    # violence
    " attack bombing shooting explosion blast strike airstrike assault ambush war battle"
    " invasion incursion offensive siege fighting conflict clash skirmish uprising revolution"
    " revolt mutiny massacre genocide murder killing assassination hijacking kidnapping abduction"
    " robbery theft burglary fraud hostilities withdrawal evacuation expulsion rescue"
    # protest and labour
    " protest demonstration rally riot march parade walkout lockout unrest"
    # nature and accidents
    " earthquake quake aftershock tsunami flood flooding hurricane typhoon storm tornado cyclone"
    " blizzard eruption landslide mudslide avalanche wildfire fire famine drought heatwave"
    " outbreak pandemic epidemic crash accident collision derailment collapse leak spill blackout"
    " outage shipwreck sinking crisis"
    # lives
    " birth death funeral wedding marriage divorce anniversary injury surgery"
    # shows, sports and gatherings
    " ceremony signing opening closing closure dinner reception festival celebration concert"
    " performance exhibition premiere release match game final semi-final tournament championship"
    " race marathon regatta derby replay playoff play-off fight bout defeat victory win loss draw"
    " competition contest games olympics congress lecture seminar symposium workshop recital"
    " banquet luncheon lunch vigil burial handover swearing-in screening auction curfew recount"
    " liftoff splashdown touchdown spacewalk flyby eclipse"
    " convention fair exercise exercises drill test experiment search".split()
)

# Beginnings and ends of things, which run to a plan.
PHASES = frozenset(
    "begin start open reopen resume end close finish arrive land reach complete conclude".split()
)

# Whose simple present is to come: "the coach retires in the spring".
SCHEDULED = frozenset("retire expire resume reopen succeed replace".split())

# In what something is told: "in a statement issued on Friday".
TEXTS = frozenset(
    "statement release communique communiqué letter memo report interview broadcast speech post"
    " message tweet note announcement filing article email e-mail telegram dispatch".split()
)

# Violence that is done to a place: "strikes on Yemen".
VIOLENCE = frozenset(
    "attack bombing bombardment blast strike airstrike raid assault invasion incursion offensive"
    " war siege shelling".split()
)

# What happens at the place after "from": "the withdrawal from Chad".
LEAVING = frozenset("withdrawal departure retreat exit evacuation expulsion exodus".split())

# What a place has within its own borders: "Chad's election".
AT_HOME = frozenset(
    "election by-election vote referendum poll coup war conflict uprising revolution crisis flood"
    " drought famine earthquake quake outbreak unrest protest strike independence".split()
)

TRIP_NOUNS = frozenset("visit trip tour stop stopover journey stay leg swing mission".split())

# What goes to the place after "to": "boarded a flight to Malta".
TRANSPORT = frozenset("flight train ferry bus plane boat ship coach airliner convoy".split())

# Nouns that act for a state or a body when a country stands before them.
STATE_AGENTS = frozenset(
    "government administration regime parliament congress senate cabinet ministry minister"
    " president premier king queen emperor officials official authorities army military forces"
    " force troops navy police court diplomats diplomat delegation ambassador embassy envoy leader"
    " leaders counterpart lawmakers regulators negotiators side soldiers jets warplanes aircraft"
    " department house council treasury guard commission agency"
    " intelligence prosecutors prosecutor pm chancellor spokesman spokeswoman foreign".split()
)

# Nouns of people who play, fight or vote for the country that stands before them.
TEAMS = frozenset(
    "team squad crew side player athlete fighter rebel militia militant group soldier voter"
    " police".split()
)

# Nouns of several people or of a body: "the Kenyan team", "two farmers".
GROUPS = TEAMS | frozenset(
    "citizen national resident farmer fisherman worker student migrant refugee airline company"
    " carrier bank club researcher scientist climber pilot sailor".split()
)

TOGETHER = frozenset("with between by from against alongside and including to among versus".split())
