"""Writes the table of common words' weights from the project's own corpus and sample news.

``python tools/write_words.py``; run it when the corpus has grown much.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from pathlib import Path

from dragoman.record.traits.words import stems

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "src" / "dragoman" / "record" / "traits" / "data" / "words.tsv"
LEAST = 4  # a stem in fewer passages than this is not common; it has the full weight
HEAD = """\
# How telling the stems of common news words are: 0 says nothing, 1 says most.
# The weight is log(passages / passages with the stem), in parts of that of a stem in {least}
# passages; words in more than one passage of 40 say nothing.
# source: training/corpus and examples/news, by tools/write_words.py; licence: Apache-2.0
stem\tweight
"""


def main() -> None:
    """Count the stems and write the table."""
    passages = [
        json.loads(line)["text"]
        for path in sorted((ROOT / "training" / "corpus").glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    for line in (ROOT / "examples" / "news" / "articles.jsonl").read_text("utf-8").splitlines():
        passages += json.loads(line)["text"].split("\n\n")
    seen = Counter(stem for text in passages for stem in stems(text) if stem.isalpha())
    top = math.log(len(passages) / LEAST)
    lines = []
    for stem, count in sorted(seen.items()):
        if count < LEAST or len(stem) < 2:
            continue
        share = math.log(len(passages) / count) / top if count * 40 < len(passages) else 0.0
        lines.append(f"{stem}\t{share:.2f}\n")
    TABLE.write_text(HEAD.format(least=LEAST) + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
