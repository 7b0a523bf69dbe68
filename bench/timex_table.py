"""The table of time-expression corpora: ours and the peers' outputs under one scorer, by halves.

--data is the folder that holds `data/timex`, `scorers` and `systems`. A document belongs to half A
or B by the first bit of the SHA-256 of its id; rules were written from the errors of half A alone.
"""

from __future__ import annotations

import json
from hashlib import sha256
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.timex import predict
from timeline.timex.language import FOLDERS

Row = dict[str, Any]


def half(document: str) -> str:
    """A or B."""
    return "AB"[sha256(document.encode()).digest()[0] & 1]


def _scorer(folder: Path) -> ModuleType:
    spec = spec_from_file_location("score_timex", folder / "scorers" / "score_timex.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "scorers" / "score_timex.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _figures(scorer: ModuleType, gold: list[Row], answers: list[Row], halves: str) -> str:
    wanted = {row["id"]: row for row in gold if half(row["id"]) in halves}
    given = {row["id"]: row for row in answers if row["id"] in wanted}
    result = scorer.score(wanted, given, lenient=True)[0]
    return f"{100 * result['value']['f1']:.1f} / {100 * result['start_day']['f1']:.1f}"


def run(data: Path, out: Path | None = None) -> None:
    """Print a Markdown table of value F1 / start-day F1; with `out`, also write it there."""
    scorer = _scorer(data)
    table = ["| corpus | system | all | half A | half B |", "|---|---|---|---|---|"]
    for path in sorted((data / "data" / "timex").glob("*.jsonl")):
        gold = _rows(path)
        if gold[0].get("lang", "en") not in FOLDERS:
            continue
        systems = {"this project": [predict(row) for row in gold]}
        for other in sorted((data / "systems").glob(f"{path.stem}__*.jsonl")):
            systems[other.stem.partition("__")[2]] = _rows(other)
        for name, answers in systems.items():
            cells = (_figures(scorer, gold, answers, halves) for halves in ("AB", "A", "B"))
            table.append(f"| {path.stem} | {name} | {' | '.join(cells)} |")
    text = "\n".join(table) + "\n"
    print(text, end="")
    if out:
        out.write_text(text, encoding="utf-8")
