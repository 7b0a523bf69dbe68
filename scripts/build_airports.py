"""International airports for the gazetteer, from airportsdata (MIT).

Run by hand; what it writes is checked in:

    uv pip install --target build/airports --no-deps airportsdata==20260905
    .venv/bin/python scripts/build_airports.py build/airports/airportsdata/airports.csv
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"

# Names for which a town of the same name is as good, or that are no names.
_PLAIN = re.compile(r"[^\W\d_][\w.'’/ -]+ International Airport")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("airports", type=Path, help="airports.csv of airportsdata")
    rows = []
    with parser.parse_args().airports.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            name = row["name"].partition(" (")[0].strip()
            if row["iata"] and row["country"] and _PLAIN.fullmatch(name):
                where = f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}"
                rows.append((name.replace("/", "–"), row["country"], *where))
    borne = Counter(name for name, *_ in rows)
    rows = sorted(row for row in rows if borne[row[0]] == 1)
    path = DATA / "airports.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "country", "latitude", "longitude"])
        writer.writerows(rows)
    sys.stdout.write(f"{path.name}: {len(rows):,} rows, {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
