"""`linli paperwork`: other offices' forms, from the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linli.web.command import console
from linli.web.command.console import pick

if TYPE_CHECKING:
    from linli.lib.tables import Problem
    from linli.lib.tables.blanks import Blank
    from linli.partners.paperwork.asked import Mapping, Proposed


@click.group(
    help=pick("一表通：别的单位要我们填的表。", "Forms that other offices ask us to fill.")
)
def command() -> None: ...


@command.command(
    "map",
    help=pick(
        "看一张空白表（XLSX、XLS、DOCX）的每一栏要的是什么：哪些名册里有，哪些没有依据不填，哪些要人来定。"
        "只看，不写入，也不需要数据库。",
        "Tell what each column of a blank form (XLSX, XLS, DOCX) asks for: what we hold, what is "
        "left empty for want of a ground, what a person decides. Nothing is written and no "
        "database is needed.",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@console.json_option
def map_file(file: Path, as_json: bool) -> None:
    from linli.partners.paperwork.asked import propose, read_form

    console.open_house()
    blank = read_form(file.read_bytes(), file.name)
    if not blank.readable:
        _refuse(file, blank, as_json=as_json)
    mapping = propose(blank)
    report = _report(blank, mapping)
    if not as_json:
        _tell(blank, mapping)
    counts = report["counts"]
    console.print_result(
        report,
        pick(
            "共 {all} 栏：{known} 栏有，{no_ground} 栏没有依据不填，{unknown} 栏要人来定，"
            "{ours} 栏是序号或公式。",
            "{all} places: {known} known, {no_ground} without a ground, {unknown} for a person to "
            "decide, {ours} numbers or formulas.",
        ).format(**counts),
        as_json=as_json,
    )


def _report(blank: "Blank", mapping: "Mapping") -> dict[str, Any]:
    verdicts = [each.verdict for each in mapping.places.values()]
    return {
        "kind": blank.kind,
        "title": blank.title,
        "signature": blank.signature,
        "about": mapping.entity,
        "tables": [
            {
                "number": table.number,
                "worksheet": table.name,
                "about": mapping.entities[table.number],
                "heading_rows": list(table.heading_rows),
                "first_row": table.first_row,
                "drawn": table.drawn,
                "filled": table.filled,
                "below": [each.kind for each in table.below],
                "columns": [_place(mapping.places[each.key]) for each in table.columns],
            }
            for table in blank.tables
        ],
        "cards": [_place(mapping.places[each.key]) for each in blank.cards],
        "around": [_place(mapping.places[each.key]) for each in blank.around],
        "problems": [_problem(each) for each in blank.problems],
        "counts": {
            "all": len(verdicts),
            "ours": sum(verdict in ("number", "formula") for verdict in verdicts),
            **{name: verdicts.count(name) for name in ("known", "no_ground", "unknown")},
        },
    }


def _place(place: "Proposed") -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": place.key,
        "heading": place.heading,
        "verdict": place.verdict,
        "fact": place.fact,
        "confidence": place.confidence,
        "required": place.required,
    }
    return found | ({"reason": pick(*place.reason)} if place.reason[0] else {})


def _problem(problem: "Problem") -> dict[str, Any]:
    return {"code": problem.code, "cell": problem.cell, "reason": _sentence(problem)}


def _sentence(problem: "Problem") -> str:
    from django.utils.translation import gettext

    from linli.lib.tables.blanks import say

    return say(problem, gettext)


def _tell(blank: "Blank", mapping: "Mapping") -> None:
    from linli.partners.paperwork.asked import ENTITIES

    words = {
        "known": pick("有", "known"),
        "no_ground": pick("没有依据，不填", "no ground, left empty"),
        "unknown": pick("要人来定", "a person decides"),
        "number": pick("序号", "a number"),
        "formula": pick("公式", "a formula"),
    }
    entity = ENTITIES.get(mapping.entity)
    if entity is not None:
        about = pick(entity.title, entity.title_en)
        console.say(f"{blank.title or blank.filename}: {about}")
    for place in mapping.places.values():
        heading = place.heading.replace("|", " · ")
        what = pick(*place.title)
        sure = f" {place.confidence:.0%}" if place.fact else ""
        console.say(f"  {heading} → {what or words[place.verdict]}{sure}")
        if place.reason[0]:
            console.say(f"      {words['no_ground']}: {pick(*place.reason)}")
    for problem in blank.problems:
        console.say(f"  ! {_sentence(problem)}")


def _refuse(file: Path, blank: "Blank", *, as_json: bool) -> None:
    reasons = [_problem(each) for each in blank.problems]
    said = " ".join(each["reason"] for each in reasons)
    if as_json:
        console.print_json({"refused": said, "reasons": reasons})
        raise click.exceptions.Exit(console.REFUSED)
    console.refuse(f"{file.name}：{said}", f"{file.name}: {said}")
