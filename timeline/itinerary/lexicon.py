"""Verbs that tell where somebody is, leaves or is taken."""

from __future__ import annotations

# Verbs that put their subject in the place where the event is.
PRESENCE = frozenset(
    "inspect present deliver unveil perform lecture teach train compete pray lay watch celebrate"
    " spend rest check appear visit sleep land gather confer launch"
    " meet attend speak address join sit hold sign open inaugurate dine receive greet give take"
    " testify preach play campaign lead chair host be stay talk arrive"
    " sing dance rehearse camp"
    " convene assemble congregate negotiate mediate".split()
)
LEAVE = frozenset("leave depart quit flee exit".split())
CARRIED = frozenset("fly take bring send rush extradite deport transfer drive evacuate".split())
