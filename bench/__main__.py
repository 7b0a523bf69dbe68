"""`python -m bench NAME [WHAT] --data PATH --out PATH`: predictions and tables."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

# each command is a module of this package with `run(data, out)`; paths that are not given are None
COMMANDS = {
    "confidence": "bench.confidence",
    "e2e": "bench.e2e",
    "entity-timelines": "bench.entity_timelines",
    "event-dates": "bench.event_dates",
    "fuzz": "bench.fuzz",
    "hostile": "bench.hostile",
    "main-event": "bench.main_event",
    "own": "bench.own",
    "own errors": "bench.own_errors",
    "peers": "bench.peers",
    "speed timex": "bench.speed_timex",
    "timeset": "bench.timeset",
    "timex": "bench.timex",
    "timex-table": "bench.timex_table",
}
NEEDS_OUT = frozenset(("e2e", "entity-timelines", "event-dates", "main-event", "timeset", "timex"))
NEEDS_NO_DATA = frozenset(("confidence", "fuzz", "hostile", "own", "own errors", "speed timex"))
NEEDS_DATA = frozenset(COMMANDS) - NEEDS_NO_DATA
# the one option of its own that a command takes
OPTIONS: dict[str, tuple[str, type]] = {
    "entity-timelines": ("track", str),
    "fuzz": ("minutes", float),
    "hostile": ("megabytes", float),
}


def main() -> None:
    """Dispatch to the module of the command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", help=", ".join(sorted(COMMANDS)))
    parser.add_argument("what", nargs="?", default="")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    for name, (option, kind) in OPTIONS.items():
        parser.add_argument(f"--{option}", type=kind, help=f"for {name}")
    chosen = parser.parse_args()
    name = f"{chosen.name} {chosen.what}".strip()
    if name not in COMMANDS:
        parser.error(f"no command {name!r}; there are {', '.join(sorted(COMMANDS))}")
    if name in NEEDS_DATA and chosen.data is None:
        parser.error(f"{name} needs --data")
    if name in NEEDS_OUT and chosen.out is None:
        parser.error(f"{name} needs --out")
    option = OPTIONS.get(name, ("", str))[0]
    given = getattr(chosen, option, None)
    extra = {} if given is None else {option: given}
    import_module(COMMANDS[name]).run(chosen.data, chosen.out, **extra)


if __name__ == "__main__":
    main()
