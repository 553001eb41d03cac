"""What every row of the requirements asks, where it lives and which tests prove it: read from
`tests/requirements`, where each row has a file of its own."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from linli.web.command.locale import HOUSE

FOLDER = HOUSE.parent / "tests" / "requirements"
ROWS = tuple(f"B{number:02}" for number in range(1, 67))


@dataclass(frozen=True, slots=True)
class Proof:
    """One file of checks: the row it proves, in words, the room that holds it, the addresses (by
    name) where people meet it, and its tests."""

    file: str
    row: str
    says: str
    room: str
    pages: tuple[str, ...]
    tests: tuple[str, ...]


def proofs() -> list[Proof]:
    """Every file of checks, by row. ValueError for one that does not name its row, room and
    pages, or has no test named after the row."""
    return sorted(
        (_read(path) for path in FOLDER.glob("test_*.py")), key=lambda each: (each.row, each.file)
    )


def _read(path: Path) -> Proof:
    module = ast.parse(path.read_text(encoding="utf-8"))
    said = dict(_said(module))
    words = " ".join((ast.get_docstring(module) or "").split())
    tests = [node.name for node in module.body if isinstance(node, ast.FunctionDef)]
    row = str(said.get("ROW", ""))
    named = tuple(name for name in tests if name.startswith(f"test_{row.lower()}_"))
    whole = row in ROWS and words.startswith(f"{row}: ") and named
    if not whole or not {"ROOM", "PAGES"} <= said.keys():
        raise ValueError(f"{path.name}: row, room, pages or tests are missing")
    pages = tuple(str(each) for each in _each(said["PAGES"]))
    return Proof(path.name, row, words.removeprefix(f"{row}: "), str(said["ROOM"]), pages, named)


def _each(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _said(module: ast.Module) -> Iterator[tuple[str, object]]:
    for node in module.body:
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id in {"ROW", "ROOM", "PAGES"}:
                yield target.id, ast.literal_eval(node.value)
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for name, value in zip(target.elts, node.value.elts, strict=True):
                    if isinstance(name, ast.Name) and name.id in {"ROW", "ROOM", "PAGES"}:
                        yield name.id, ast.literal_eval(value)


def cells() -> Iterator[tuple[str, ...]]:
    """The lines of the table: row, check, room, pages, tests."""
    by_row: dict[str, list[Proof]] = defaultdict(list)
    for proof in proofs():
        by_row[proof.row].append(proof)
    for row in ROWS:
        for proof in by_row[row]:
            yield (
                row,
                proof.says,
                f"`{proof.room}`",
                ", ".join(f"`{page}`" for page in proof.pages),
                "<br>".join(
                    f"[{name.removeprefix('test_')}](../tests/requirements/{proof.file})"
                    for name in proof.tests
                ),
            )
