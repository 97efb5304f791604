"""Writes the regions by which the actors tell a country: `python tools/write_regions.py`.

They are the first-order divisions of the places' gazetteer (GeoNames, CC BY 4.0), each with the
nouns that English news puts after them; names that two countries share are left out.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from dragoman.countries import countries
from dragoman.letters import fold

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "dragoman"
HEAD = """\
# First-order divisions with the nouns after which they are names of places and nothing else
# ('Unity state'). Source: GeoNames (CC BY 4.0) as packed in the places' gazetteer, by
# tools/write_regions.py. code is the PLOVER code. Gaps: names that two countries share; divisions
# that are towns; other spellings.
name\tdivisions\tcode
"""
ADMIN1 = 1  # kind of place in the gazetteer
DIVISIONS = {
    "State": "US NG SS SD IN MX BR AU VE MY MM DE AT SO",
    "Governorate|Province": "SY IQ YE EG JO LB TN PS OM LY KW BH",
    "County": "KE LR SE NO HR HU RO EE",
    "Department": "CO PY UY BO SV GT HN NI HT BJ",
    "Prefecture": "JP",
    "Region": "RU GH SN ET ER CL PE NA TD GE",
}
OTHERS = "Province|Region"
TOWNS = frozenset("SI MK MT LV IS PR DO MD AZ LT".split())
DIRECTIONS = frozenset(
    "northern southern eastern western central north south east west centre center capital nord "
    "sud est ouest coast islands city littoral federal upper lower".split()
)
ENDINGS = ("Province", "Region", "County", "State", "Governorate", "Department", "Prefecture")


def main() -> None:
    """Write the table."""
    base = sqlite3.connect(PACKAGE / "places" / "data" / "gazetteer.sqlite")
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, iso2 in base.execute("SELECT name, country FROM place WHERE kind = ?", (ADMIN1,)):
        words = [word for word in name.split() if word not in ENDINGS]
        plain = all(word[0].isupper() and word.isalpha() for word in words)
        if words and plain and iso2 not in TOWNS and not DIRECTIONS.issuperset(map(fold, words)):
            found[fold(" ".join(words))].add((" ".join(words), iso2))
    codes = {country.iso2: country.code for country in countries()}
    nouns = {iso2: nouns for nouns, states in DIVISIONS.items() for iso2 in states.split()}
    rows = [
        f"{name}\t{nouns.get(iso2, OTHERS)}\t{codes[iso2]}\n"
        for bearers in found.values()
        if len({iso2 for _, iso2 in bearers}) == 1
        for name, iso2 in sorted(bearers)[:1]
        if iso2 in codes
    ]
    table = PACKAGE / "actors" / "data" / "regions.tsv"
    table.write_text(HEAD + "".join(sorted(rows)), "utf-8")


if __name__ == "__main__":
    main()
