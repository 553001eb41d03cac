"""Building a package: a folder filled item by item, made a bag, and zipped."""

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import bagit

from linli.core.files import store
from linli.core.files.filing import as_data, as_table
from linli.core.pages.bilingual import in_both
from linli.core.pages.paper import can_draw
from linli.governance.archive.filing_plan import Line, category_of, part_called
from linli.governance.archive.models import Item
from linli.governance.archive.package import drawing
from linli.governance.archive.package.format import FORMAT
from linli.governance.archive.papers import read_papers
from linli.governance.archive.queries.holdings import items_of_year
from linli.governance.archive.queries.plan import lines_on
from linli.governance.archive.words import ACCESS_TITLES, TERM_TITLES

WORKSHOP = "packing-"
COLUMNS = ("number", "title", "part", "year", "on", "term", "keep_until", "access", "pages",
           "files", "bytes", "sha256", "shelf")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Built:
    """A finished package: where it lies, what it is called, how much is in it."""

    path: Path
    name: str
    items: int
    left_out: int
    drawn: bool


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder to build in, on the disk of the files, gone afterwards."""
    store.root().mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(prefix=WORKSHOP, dir=store.root()) as folder:
        yield Path(folder)


def build(
    community: Any,
    year: int,
    folder: Path,
    *,
    on: date,
    advance: Callable[[int], None] = lambda _done: None,
    draw: bool = True,
) -> Built:
    """Builds the package of a year below `folder` and zips it; `advance` is told the items done.

    `draw`: with PDF/A, where the machine can. What is confidential is left out and counted.
    Raises `papers.Missing` where a file of an item is not there: a package with a hole is none.
    """
    name = f"archive-{community.code}-{year}"
    bag, drawn = folder / name, draw and can_draw()
    plan, lines = lines_on(community, on), []
    for done, item in enumerate(items_of_year(community, year).iterator(200), 1):
        lines.append(_place_item(bag, item, plan, drawn))
        advance(done)
    left_out = Item.objects.filter(
        community=community, year=year, state="kept", access="confidential"
    ).count()
    facts = {
        "format": FORMAT,
        "community": community.code,
        "name": community.name,
        "year": year,
        "made_on": on,
        "items": len(lines),
        "left_out": left_out,
        "drawn": drawn,
    }
    _place_inventory(bag, lines, facts, plan, drawn)
    bagit.make_bag(str(bag), _told(facts), checksums=["sha256"])
    path = folder / f"{name}.zip"
    _zip(bag, path)
    return Built(path, name, len(lines), left_out, drawn)


def describe(item: Item, line: Line | None) -> dict[str, Any]:
    """An item as the package tells it: every value that stays true without this house."""
    return {
        "number": item.number,
        "title": item.title,
        "category": item.category,
        "part": item.part,
        "part_title": part_called(item.part).titles,
        "line": item.line,
        "line_title": line.titles if line else {"zh-hans": item.line},
        "year": item.year,
        "on": item.on,
        "term": item.term,
        "term_title": in_both(TERM_TITLES[item.term]),
        "keep_until": item.keep_until,
        "access": item.access,
        "access_title": in_both(ACCESS_TITLES[item.access]),
        "pages": item.pages,
        "shelf": item.shelf,
        "filed_at": item.filed_at,
        "bytes": item.bytes,
        "sha256": item.sha256,
        "folder": f"items/{_safe(item.number)}",
    }


def _place_item(bag: Path, item: Item, plan: dict[str, Line], drawn: bool) -> dict[str, Any]:
    line = describe(item, plan.get(item.line))
    folder = bag / line["folder"]
    folder.mkdir(parents=True)
    documents = list(read_papers(item))
    if documents:
        (folder / "papers").mkdir()
    files = []
    for each in documents:
        (folder / "papers" / each.name).write_bytes(each.content)
        path = f"{line['folder']}/papers/{each.name}"
        files.append({"path": path, "title": each.title, "bytes": each.size, "sha256": each.sha256})
    line["files"] = files
    line["reading"] = ""
    if drawn and documents:
        (folder / "reading.pdf").write_bytes(drawing.draw_item(line, documents))
        line["reading"] = f"{line['folder']}/reading.pdf"
    (folder / "item.json").write_bytes(as_data(line))
    return line


def _place_inventory(
    bag: Path,
    lines: list[dict[str, Any]],
    facts: dict[str, Any],
    plan: dict[str, Line],
    drawn: bool,
) -> None:
    bag.mkdir(parents=True, exist_ok=True)
    rows = (
        tuple(len(line["files"]) if key == "files" else line[key] for key in COLUMNS)
        for line in lines
    )
    told = {
        key: {
            "part": line.part,
            "category": category_of(line.part),
            "title": line.titles,
            "term": line.term,
            "access": line.access,
            "cites": line.cites,
            "status": line.status,
        }
        for key, line in plan.items()
    }
    written = {
        "inventory.json": as_data({**facts, "lines": lines}),
        "inventory.csv": as_table(COLUMNS, rows),
        "filing-plan.json": as_data(told),
        "index.html": drawing.draw_index(lines, facts),
        "style.css": drawing.style(),
        "README.txt": drawing.read_me(),
    }
    if drawn:
        written["inventory.pdf"] = drawing.draw_inventory(lines, facts)
    for name, content in written.items():
        (bag / name).write_bytes(content)


def _told(facts: dict[str, Any]) -> dict[str, str]:
    return {
        "Source-Organization": facts["name"],
        "External-Identifier": f"{facts['community']}-{facts['year']}",
        "External-Description": f"居务档案 {facts['year']} / archive of {facts['year']}",
        "Bagging-Date": facts["made_on"].isoformat(),
        "Linli-Format": facts["format"],
        "Linli-Items": str(facts["items"]),
        "Linli-Confidential-Left-Out": str(facts["left_out"]),
    }


def _zip(bag: Path, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as packed:
        for file in sorted(bag.rglob("*")):
            if file.is_file():
                packed.write(file, file.relative_to(bag.parent).as_posix())
    shutil.rmtree(bag)


def _safe(number: str) -> str:
    """A number as the name of a folder on any system."""
    return number.replace("·", "-")
