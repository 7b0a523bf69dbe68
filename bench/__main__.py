"""`python -m bench NAME --data PATH --out PATH`: predictions in the scorers' row formats."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

# each command is a module of this package with `run(data: Path, out: Path) -> None`
COMMANDS = {"e2e": "bench.e2e", "timex": "bench.timex"}


def main() -> None:
    """Dispatch to the module of the command."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("name", choices=sorted(COMMANDS))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    import_module(COMMANDS[chosen.name]).run(chosen.data, chosen.out)


if __name__ == "__main__":
    main()
