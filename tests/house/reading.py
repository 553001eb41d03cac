"""How the house tests read the house: its files, its floors, its addresses."""

import ast
import os
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "linli"
WINGS = ("governance", "service", "safety", "culture", "partners", "stewardship")


def python_files(*, tests: bool = False) -> list[Path]:
    """The house's own Python, without migrations; tests only where asked for."""
    return [
        path
        for path in sorted(HOUSE.rglob("*.py"))
        if "migrations" not in path.parts and (tests or "tests" not in path.parts)
    ]


def templates() -> list[Path]:
    """Every template of the house."""
    return [
        path
        for path in sorted(HOUSE.rglob("*"))
        if path.is_file() and "templates" in path.relative_to(HOUSE).parts
    ]


_MADE = {".boot", ".git", ".hypothesis", ".venv", "__pycache__", "build", "node_modules", "var"}


def files_kept() -> list[Path]:
    """Every file of the repository: what git knows, and what it would if asked."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        names = [os.fsdecode(name) for name in listed.stdout.split(b"\0") if name]
        return [path for name in names if (path := ROOT / name).is_file()]
    # An unpacked source archive has no git: everything that was not made here.
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and not {part for part in path.relative_to(ROOT).parts if part.endswith("_cache")}
        and not _MADE & set(path.relative_to(ROOT).parts)
    ]


@cache
def tree_of(path: Path) -> ast.Module:
    """The parsed source of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path, node: ast.AST | int | None = None) -> str:
    """`path:line`, as an editor opens it."""
    line = node if isinstance(node, int) else getattr(node, "lineno", None)
    name = path.relative_to(ROOT).as_posix()
    return f"{name}:{line}" if line else name


def module_of(path: Path) -> str:
    """The dotted name of a file of the house."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def app_of(module: str) -> str:
    """The app a module belongs to: `linli.service.matters`, `linli.core.places`, `linli.lib`."""
    parts = module.split(".")
    flat = len(parts) < 2 or parts[1] in {"lib", "evaluation"}
    return ".".join(parts[: 2 if flat else 3])


def imports_of(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """Every module and name a file imports, as dotted names."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def calls_of(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call in a file with the last part of what is called."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node


def words_of(node: ast.AST | None) -> list[str]:
    """The plain strings in an expression: one, or a tuple or list of them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return [word for item in node.elts for word in words_of(item)]
    return []


@cache
def _layers(contract: str) -> list[list[str]]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    found = next(entry for entry in contracts if entry["id"] == contract)
    return [[name.strip(" ()") for name in layer.split("|")] for layer in found["layers"]]


def rank(app: str) -> tuple[int, int]:
    """How high an app stands: its floor, then its place among the registers (high is low down).

    Read from the import contracts, so that there is one order of the house and not two.
    """
    parts = app.split(".")
    floor = next(i for i, names in enumerate(_layers("floors")) if parts[1] in names)
    if parts[1] != "core" or len(parts) < 3:
        return floor, 0
    registers = enumerate(_layers("registers"))
    return floor, next(i for i, names in registers if parts[2] in names)


def may_know(app: str, other: str) -> bool:
    """Whether `app` may name `other`: itself, or what lies strictly below."""
    return app == other or rank(other) > rank(app)


@dataclass(frozen=True)
class Address:
    """One address of the site: its pattern, its full name, what answers, whose it is."""

    pattern: str
    name: str
    view: Any
    kinds: dict[str, str]
    """Its parameters, each with the class that reads it."""

    @property
    def parameters(self) -> tuple[str, ...]:
        return tuple(self.kinds)

    @property
    def app(self) -> str:
        """The app whose view answers; empty if it comes from outside the house."""
        module = self.module
        return app_of(module) if module.startswith("linli.") else ""

    @property
    def module(self) -> str:
        """The module of the view."""
        return str(getattr(getattr(self.view, "view_class", self.view), "__module__", ""))


def addresses() -> list[Address]:
    """Every address the site answers to. Django must be set up."""
    from django.urls import get_resolver

    return list(_walk(get_resolver(), "", (), {}))


def _walk(
    resolver: Any, prefix: str, spaces: tuple[str, ...], kinds: dict[str, str]
) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        pattern = f"{prefix}{entry.pattern}"
        found = entry.pattern.converters.items()
        inside = kinds | {name: type(kind).__name__ for name, kind in found}
        if hasattr(entry, "url_patterns"):
            space = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, pattern, space, inside)
        else:
            name = ":".join((*spaces, entry.name)) if entry.name else ""
            yield Address(pattern, name, entry.callback, inside)
