"""`python -m bench NAME [WHAT] --data PATH --out PATH`: predictions and tables."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Command:
    """A module of this package with `run(data, out)`; paths that are not given are None.

    Attributes:
        module: its name in this package.
        reads, writes: whether --data and --out must be given.
        option: one option of its own, by name.
        kind: what its value is; bool for a mere switch.
    """

    module: str
    reads: bool = True
    writes: bool = True
    option: str = ""
    kind: type = str


COMMANDS = {
    "confidence": Command("confidence", reads=False, writes=False),
    "dashboard": Command("dashboard", reads=False, writes=False, option="events", kind=int),
    "e2e": Command("e2e"),
    "entity-timelines": Command("entity_timelines", option="track"),
    "event-dates": Command("event_dates"),
    "fuzz": Command("fuzz", reads=False, writes=False, option="minutes", kind=float),
    "geocoding": Command("geocoding", option="gold-spans", kind=bool),
    "hostile": Command("hostile", reads=False, writes=False, option="megabytes", kind=float),
    "main-event": Command("main_event"),
    "own": Command("own", reads=False, writes=False),
    "own errors": Command("own_errors", reads=False, writes=False),
    "peers": Command("peers", writes=False),
    "speed extraction": Command("speed_extraction", reads=False, writes=False),
    "speed network": Command("speed_network", reads=False, writes=False),
    "speed timex": Command("speed_timex", reads=False, writes=False),
    "timeset": Command("timeset"),
    "timex": Command("timex"),
    "timex-table": Command("timex_table", writes=False),
    "trips": Command("trips"),
}


def main() -> None:
    """Dispatch to the module of the command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", help=", ".join(sorted(COMMANDS)))
    parser.add_argument("what", nargs="?", default="")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    for name, command in COMMANDS.items():
        if command.option and command.kind is bool:
            parser.add_argument(f"--{command.option}", action="store_true", help=f"for {name}")
        elif command.option:
            parser.add_argument(f"--{command.option}", type=command.kind, help=f"for {name}")
    chosen = parser.parse_args()
    name = f"{chosen.name} {chosen.what}".strip()
    command = COMMANDS.get(name)
    if command is None:
        parser.error(f"no command {name!r}; there are {', '.join(sorted(COMMANDS))}")
    if command.reads and chosen.data is None:
        parser.error(f"{name} needs --data")
    if command.writes and chosen.out is None:
        parser.error(f"{name} needs --out")
    option = command.option.replace("-", "_")
    given = getattr(chosen, option, None)
    extra = {option: given} if given else {}
    import_module(f"bench.{command.module}").run(chosen.data, chosen.out, **extra)


if __name__ == "__main__":
    main()
