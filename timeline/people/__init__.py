"""From names, titles, roles and pronouns to persons under one name each."""

from timeline.people.identity import PersonMention
from timeline.people.merging import unify
from timeline.people.names import mistaken_towns
from timeline.people.roster import Roster, identify

__all__ = ["PersonMention", "Roster", "identify", "mistaken_towns", "unify"]
