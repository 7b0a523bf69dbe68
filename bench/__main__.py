"""`python -m bench NAME [WHAT] --data PATH --out PATH`: predictions and tables."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

# each command is a module of this package with `run(data, out)`; paths that are not given are None
COMMANDS = {
    "e2e": "bench.e2e",
    "geocoding": "bench.geocoding",
    "peers": "bench.peers",
    "speed timex": "bench.speed_timex",
    "timex": "bench.timex",
    "timex-table": "bench.timex_table",
}
NEEDS_OUT = frozenset(("e2e", "geocoding", "timex"))
GIVEN_SPANS = frozenset(("geocoding",))
NEEDS_DATA = frozenset(COMMANDS) - {"speed timex"}


def main() -> None:
    """Dispatch to the module of the command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", help=", ".join(sorted(COMMANDS)))
    parser.add_argument("what", nargs="?", default="")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--gold-spans", action="store_true", help="the extents are given")
    chosen = parser.parse_args()
    name = f"{chosen.name} {chosen.what}".strip()
    if name not in COMMANDS:
        parser.error(f"no command {name!r}; there are {', '.join(sorted(COMMANDS))}")
    if name in NEEDS_DATA and chosen.data is None:
        parser.error(f"{name} needs --data")
    if name in NEEDS_OUT and chosen.out is None:
        parser.error(f"{name} needs --out")
    if chosen.gold_spans and name not in GIVEN_SPANS:
        parser.error(f"{name} knows no --gold-spans")
    options = {"gold_spans": True} if chosen.gold_spans else {}
    import_module(COMMANDS[name]).run(chosen.data, chosen.out, **options)


if __name__ == "__main__":
    main()
