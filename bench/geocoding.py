"""Places on the map: the names that we find, or with --gold-spans the names that a corpus gives."""

from __future__ import annotations

from pathlib import Path

from bench.mentions import Row, article, rows, write
from timeline.pipeline import read_scene
from timeline.places import PlaceMention


def _answer(row: Row, start: int, end: int, mention: PlaceMention | None) -> Row:
    place = mention.point if mention else None
    return {
        "corpus": row.get("corpus"),
        "doc_id": row["doc_id"],
        "start": start,
        "end": end,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
    }


def predict(row: Row, gold_spans: bool = False) -> list[Row]:
    """One answer for each place that we find; with `gold_spans` for each extent in `toponyms`.

    Of what we find, peoples ("Kenyan") and bodies ("the Kremlin") are left out: they are no places.
    """
    scene = read_scene(article(row))
    if gold_spans:
        extents = [(name["start"], name["end"]) for name in row["toponyms"]]
        names = [(name.start, name.end, name.label) for name in scene.doc.names]
        found = scene.gazetteer.resolve(scene.article.text, extents, names)
        return [
            _answer(row, start, end, mention)
            for (start, end), mention in zip(extents, found, strict=True)
        ]
    listed = [
        mention
        for outer in scene.places
        for mention in (outer, outer.qualifier)
        if mention is not None and mention.place is not None
    ]
    return [_answer(row, mention.start, mention.end, mention) for mention in listed]


def run(data: Path, out: Path, *, gold_spans: bool = False) -> None:
    """Write the answers for every corpus (`*.jsonl`) in the folder `data`."""
    files = sorted(data.glob("*.jsonl"))
    documents = (row for path in files for row in rows(path))
    write(out, (answer for row in documents for answer in predict(row, gold_spans)))
