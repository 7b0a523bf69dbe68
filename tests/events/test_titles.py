"""Titles of events: what an editor would write over a clause."""

from __future__ import annotations

import pytest

# sentence, trigger, the title that an editor would give it
TITLES = [
    # who did what, and where
    ("Ana Ruiz resigned on Friday.", "resigned", "Ana Ruiz resigned"),
    ("A strike began in Oslo on Monday.", "began", "Strike began in Oslo"),
    ("The firm opened a factory in the north of Peru on Monday.", "opened",
     "Firm opened factory in north of Peru"),
    ("On Tuesday the council approved the plan for a new harbour.", "approved",
     "Council approved plan for new harbour"),
    ("The navy sent two ships back to Peru on Monday.", "sent", "Navy sent two ships back to Peru"),
    ("The two sides called for a ceasefire in Chad on Monday.", "called",
     "Two sides called for ceasefire in Chad"),
    ("The bank took over its rival Norbank in May.", "took", "Bank took over rival Norbank"),
    ("Rebels blew the bridge up on Monday.", "blew", "Rebels blew bridge up"),
    ("Ruth Ferreira was elected mayor of Lima in May.", "elected",
     "Ruth Ferreira elected mayor of Lima"),
    ("The team gave the trophy to Maria Costa on Monday.", "gave",
     "Team gave trophy to Maria Costa"),
    ("The storm hit The Hague on Monday.", "hit", "Storm hit The Hague"),
    ("A dozen miners left a few days ago for Oslo.", "left", "A dozen miners left for Oslo"),
    # names for pronouns
    ("Maria Costa is the mayor of Lima. She resigned on Friday.", "resigned",
     "Maria Costa resigned"),
    ("The airline Norair lost money. It cut 200 jobs on Monday.", "cut",
     "Airline Norair cut 200 jobs"),
    ("The miners were tired. They left the pit on Monday.", "left", "Miners left pit"),
    ("Ana Ruiz presented her findings in Lima on Monday.", "presented",
     "Ana Ruiz presented findings in Lima"),
    ("Paul Ndiaye fled from the city in May. Police in Oslo arrested him on Monday.", "arrested",
     "Police in Oslo arrested Paul Ndiaye"),
    ("Paul Ndiaye fled from the city in May. Police searched his house in Oslo on Monday.",
     "searched",
     "Police searched Paul Ndiaye's house in Oslo"),
    ("Norair lost money. Its chairman quit on Monday.", "quit", "Norair's chairman quit"),
    ("The treaty, which Peru signed in May, failed.", "signed", "Peru signed treaty"),
    ("Maria Costa, who was born in Lima in 1960, sings.", "born", "Maria Costa born in Lima"),
    # whoever has been done something to is who more may be done to
    ("Two nurses were seized in May. Aid groups said that they could be freed as early as Tuesday.",
     "freed", "Two nurses could be freed"),
    ("Aid groups said they could be expelled by Tuesday.", "expelled",
     "Aid groups could be expelled"),
    ("Her visit to Lima was dropped on Friday.", "dropped", "Visit to Lima dropped"),
    # another clause, which hangs on the date
    ("The senate must sign the pact by Monday or else the grant lapses, she said.", "sign",
     "Senate must sign pact"),
    # passives
    ("The mayor was arrested in Leeds on Monday.", "arrested", "Mayor arrested in Leeds"),
    ("The bridge was closed on Monday.", "closed", "Bridge closed"),
    ("Two men have been charged with murder.", "charged", "Two men charged with murder"),
    ("The factory will be closed in May.", "closed", "Factory to be closed"),
    ("The mine was not closed on Monday.", "closed", "Mine not closed"),
    ("The suspect is being held in Leeds today.", "held", "Suspect being held in Leeds"),
    ("Maria Costa was expected in Kenya on Monday.", "expected", "Maria Costa expected in Kenya"),
    ("A man was killed by a train in Leeds on Monday.", "killed",
     "Man killed by train in Leeds"),
    # tense, plans and denials
    ("Maria Costa will meet Paul Ndiaye on Monday.", "meet", "Maria Costa to meet Paul Ndiaye"),
    ("Maria Costa arrives in Lima on Monday.", "arrives", "Maria Costa to arrive in Lima"),
    ("Maria Costa is touring Chad.", "touring", "Maria Costa touring Chad"),
    ("Maria Costa is leaving Chad on Monday.", "leaving", "Maria Costa to leave Chad"),
    ("Ana Ruiz has been serving as mayor since 2019.", "serving",
     "Ana Ruiz has been serving as mayor"),
    ("Ana Ruiz has led the bank since 2019.", "led", "Ana Ruiz has led bank"),
    ("Ana Ruiz had visited Chad in May.", "visited", "Ana Ruiz visited Chad"),
    ("Ana Ruiz had flown to Chad in May.", "flown", "Ana Ruiz flew to Chad"),
    ("The port is expected to open in May.", "open", "Port expected to open"),
    ("The port is to open on Monday.", "open", "Port to open"),
    ("The port could open in May.", "open", "Port could open"),
    ("The union agreed to end the strike on Monday.", "end", "Union agreed to end strike"),
    ("The rebels refused to leave the town on Monday.", "leave", "Rebels refused to leave town"),
    ("Police ordered residents to leave the town on Monday.", "leave",
     "Police ordered residents to leave town"),
    ("Workers began clearing the road on Monday.", "clearing", "Workers began clearing road"),
    ("Costa did not attend the hearing on Monday.", "attend", "Costa did not attend hearing"),
    ("The bank won't open on Monday.", "open", "Bank not to open"),
    ("Costa was to visit Chad in May, but the trip was cancelled.", "visit",
     "Costa to visit Chad (cancelled)"),
    ("The company denied that it had sold the mine last year.", "sold",
     "Company denies it sold mine"),
    ("The company says it paid the fine.", "paid", "Company says it paid fine"),
    ("The mine allegedly paid a bribe in May.", "paid", "Mine allegedly paid bribe"),
    # sayings
    ("Ruth Ferreira said on Monday that the port would close.", "said",
     "Ruth Ferreira says port will close"),
    ("Officials said on Monday that two men had died.", "said", "Officials say two men died"),
    ("Ruth Ferreira said on Monday she would resign.", "said",
     "Ruth Ferreira says she will resign"),
    ("“We will close the port,” Ruth Ferreira said on Monday.", "said",
     "Ruth Ferreira: “We will close the port”"),
    ("The bank announced on Monday that it would cut jobs.", "announced",
     "Bank announces it will cut jobs"),
    ("Paul Ndiaye spoke about the drought in Lima on Monday.", "spoke",
     "Paul Ndiaye spoke about drought in Lima"),
    ('Maria Costa said on Monday: "We will close the port."', "said",
     "Maria Costa: “We will close the port”"),
    ("The mostly mountainous island nation said today its fishermen would boycott international"
     " fishing conferences.", "said",
     "Island nation says fishermen will boycott international fishing conferences"),
    # whole phrases, and nothing that only points
    ("The girls were granted a visa on Monday on the grounds that they were at risk.", "granted",
     "Girls granted visa"),
    ("The bank itself was fined on Monday.", "fined", "Bank fined"),
    ("This was accepted by a panel in May.", "accepted", "Accepted by panel"),
    ("These trains were sold in May.", "sold", "Trains sold"),
    ("The fleet waited at Malta, where the admiral had dined on Friday.", "dined",
     "Admiral dined at Malta"),
    ("Maria Costa was re-elected on Monday.", "re-elected", "Maria Costa re-elected"),
    # nouns
    ("The resignation of Ana Ruiz on Friday surprised Peru.", "resignation",
     "Resignation of Ana Ruiz"),
    ("The July trade deal between Peru and Chile holds.", "deal",
     "Trade deal between Peru and Chile"),
    ("The Kenya bombing on Friday shocked the world.", "bombing", "Kenya bombing"),
    ("Maria Costa is ill. Her resignation on Friday surprised Peru.", "resignation",
     "Maria Costa's resignation"),
    # no date, and none that hangs on another event
    ("Ana Ruiz quit three months after the fight in May.", "quit", "Ana Ruiz quit"),
    ("Ana Ruiz arrived in Lima the day before the vote.", "arrived", "Ana Ruiz arrived in Lima"),
    # short
    ("Maria Costa opened a hospital for children with rare diseases of the blood and the bones"
     " in the old harbour district of Lima on Monday.", "opened",
     "Maria Costa opened hospital for children with rare diseases of blood and bones"),
    ("Ruth Ferreira said on Monday that the old harbour of Lima would be closed to large ships"
     " from the north because the sea wall was falling apart.", "said",
     "Ruth Ferreira says old harbour of Lima will be closed to large ships from north"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "trigger", "title"), TITLES)
def test_titles_are_those_of_an_editor(read, text: str, trigger: str, title: str) -> None:
    found = [e for e in read(text).events if e.trigger.text == trigger]
    assert found, [e.trigger.text for e in read(text).events]
    assert found[0].title == title
