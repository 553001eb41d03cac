"""`linli reference`: the catalogue of acts, permissions, pages and indicators, and the index of
what stands on which article, written from the code itself."""

import importlib
import inspect
from collections.abc import Iterator
from typing import Any

import click

from linli.web.command import console, requirements, standing
from linli.web.command.console import pick
from linli.web.command.locale import HOUSE

FOLDER = HOUSE.parent / "docs"


@click.command(
    help=pick(
        "由程序本身写出参考手册：每个操作、权限、页面和指标。--check 只核对是否最新。",
        "Write the reference from the code itself: every act, permission, page and "
        "indicator. "
        "--check only says whether it is up to date.",
    )
)
@click.option("--check", is_flag=True, help=pick("只核对，不写。", "Only check, write nothing."))
def command(check: bool) -> None:
    console.open_house()
    pages = written()
    if check:
        stale = [name for name, text in pages.items() if read(name) != text]
        if standing.FILE.read_text(encoding="utf-8") != standing.written():
            stale.append(standing.FILE.name)
        if stale:
            console.refuse(
                f"已过时：{'、'.join(stale)}；请运行 linli reference。",
                f"Out of date: {', '.join(stale)}; run linli reference.",
            )
        return
    standing.FILE.write_text(standing.written(), encoding="utf-8")
    (FOLDER / "reference").mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    console.say(pick(f"已写入 {FOLDER}。", f"Written to {FOLDER}."))


def read(name: str) -> str:
    """The page as it stands in the folder; empty if it does not."""
    path = FOLDER / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def written() -> dict[str, str]:
    """Every page of the reference by its file name. Django must be set up."""
    from django.utils import translation

    _load()
    # The source language, so that the reference does not hang on a compiled catalogue.
    with translation.override(None):
        return {
            "reference/acts.md": _acts(),
            "reference/permissions.md": _permissions(),
            "reference/pages.md": _pages(),
            "reference/indicators.md": _indicators(),
            "requirements.md": _requirements(),
        }


def _load() -> None:
    for path in sorted(HOUSE.rglob("*.py")):
        parts = path.relative_to(HOUSE.parent).with_suffix("").parts
        named = {"actions", "sentences", "permissions", "crossings"} & set(parts)
        if named and not {"tests", "migrations"} & set(parts):
            importlib.import_module(".".join(part for part in parts if part != "__init__"))


def _table(title: str, intro: str, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [
        f"# {title}",
        "",
        f"{intro} Written by `linli reference`; do not edit.",
        "",
        f"| {' | '.join(heads)} |",
        f"|{'---|' * len(heads)}",
    ]
    lines += [f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _first_line(thing: Any) -> str:
    return " ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split())


def _acts() -> str:
    from linli.core.audit.door import ACTIONS
    from linli.core.audit.sentences import ACT_SENTENCES

    rows = (
        (
            f"`{name}`",
            _first_line(door),
            f"`{door.needs}`",
            str(ACT_SENTENCES[name].text) if name in ACT_SENTENCES else "",
            ", ".join(ACT_SENTENCES[name].forget) if name in ACT_SENTENCES else "",
        )
        for name, door in sorted(ACTIONS.items())
    )
    return _table(
        "Acts",
        "Every write goes through the one door as one of these acts.",
        ("act", "what it does", "needs", "what the record says", "what it can forget"),
        rows,
    )


def _permissions() -> str:
    from rules.permissions import permissions

    from linli.core.audit.door import ACTIONS

    rows = (
        (
            f"`{name}`",
            f"`{predicate.name}`",
            ", ".join(f"`{act}`" for act, door in sorted(ACTIONS.items()) if door.needs == name),
        )
        for name, predicate in sorted(permissions.items())
    )
    return _table(
        "Permissions",
        "Who may: predicates over the posts an account holds at a place.",
        ("permission", "held by", "acts that need it"),
        rows,
    )


def _pages() -> str:
    from django.urls import get_resolver

    rows = (
        (
            f"`/{pattern}`",
            f"`{getattr(view, 'linli_permission', 'the library')}`",
            _first_line(view) if view.__module__.startswith("linli.") else "",
        )
        for pattern, view in _addresses(get_resolver(), "")
    )
    return _table(
        "Pages",
        "Every address, and who may enter: `public`, `signed_in`, or a permission.",
        ("address", "who may enter", "what it shows"),
        rows,
    )


def _indicators() -> str:
    from linli.evaluation.definitions import catalogue

    in_order = {code: place for place, code in enumerate(_group_codes())}
    rows = sorted(catalogue().rows, key=lambda row: (in_order[row.group], row.id, row.version))
    return _table(
        "Indicators",
        "Every indicator shipped with the house, by group. What a community composes itself is "
        "not here. `book`: named by the book; `standard`: a public standard; `to_verify`: one "
        "quoted from memory; `ours`: our design. Goalposts: the worst and the best, in the unit.",
        (
            "id", "title", "what it says", "numerator", "denominator", "source", "mark",
            "unit", "goalposts", "guard", "waits for",
        ),
        (_indicator(row) for row in rows),
    )  # fmt: skip


def _requirements() -> str:
    return _table(
        "Requirements",
        "Every row of the requirements: its check in our words, the room that holds it, the pages "
        "where people meet it, and the tests that prove it.",
        ("row", "check", "room", "pages", "tests"),
        requirements.cells(),
    )


def _group_codes() -> list[str]:
    from linli.evaluation.groups import groups

    return list(groups())


def _indicator(row: Any) -> tuple[str, ...]:
    def both(words: Any) -> str:
        return f"{words.zh}<br>{words.en}" if words else ""

    return (
        f"`{row.key}`",
        both(row.title),
        both(row.says),
        both(row.numerator),
        both(row.denominator),
        both(row.source),
        row.mark,
        row.unit,
        " → ".join(str(post) for post in row.goalposts or ()),
        both(row.guard),
        both(row.awaits),
    )


def _addresses(resolver: Any, prefix: str) -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        pattern = f"{prefix}{entry.pattern}"
        if hasattr(entry, "url_patterns"):
            yield from _addresses(entry, pattern)
        else:
            yield pattern, entry.callback
