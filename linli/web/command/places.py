"""`linli places`: the division tree, from the terminal."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linli.web.command import console
from linli.web.command.console import pick

if TYPE_CHECKING:
    from linli.core.places.actions import ImportReport
    from linli.lib.law import Refused

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_LISTED = 20


@click.group(help=pick("行政区划与场所。", "Divisions and places."))
def command() -> None: ...


@command.command(
    "import",
    help=pick(
        "导入区划表（CSV、.csv.gz 或工作簿；列：代码、上级、名称、级别、城乡分类、经度、纬度，"
        "次序不限）。同一张表可以反复导入。",
        "Import a division table (CSV, .csv.gz or a workbook; columns code, parent, name, level, "
        "ur_code, lon, lat in any order). The same table may be imported again.",
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--on",
    type=_DAY,
    help=pick(
        "表格从哪一天起有效；不写则新增的算作一直都在，变更的从今天起。",
        "From when the table holds; without it new rows have always been there and changes "
        "begin today.",
    ),
)
@click.option(
    "--partial",
    is_flag=True,
    help=pick("有问题的行不收，其余照收。", "Leave out the rows that are wrong, take the rest."),
)
@console.json_option
def import_file(file: Path, on: datetime | None, partial: bool, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.places.actions import TableRefused, import_divisions
    from linli.core.places.forms import read_division_table
    from linli.lib.law import Refused

    try:
        rows = read_division_table(file)
        with console.progress(pick("导入区划", "Importing divisions"), len(rows)) as advance:
            report = import_divisions(
                None,
                by=the_operator(),
                at=timezone.now(),
                rows=rows,
                on=on.date() if on else None,
                partial=partial,
                advance=advance,
            )
    except TableRefused as refusal:
        _print_report(refusal.report, refusal, as_json=as_json)
        raise click.exceptions.Exit(console.REFUSED) from None
    except Refused as refusal:
        _refuse(refusal)
    else:
        _print_report(report, None, as_json=as_json)


@command.command(
    help=pick(
        "显示一个区划及其上级和下级，可以是某一天的样子。",
        "Show a division with what lies above and in it, as it is or was on a day.",
    )
)
@click.argument("code")
@click.option(
    "--on", type=_DAY, help=pick("哪一天的样子；不写则为今天。", "On which day; today without it.")
)
@console.json_option
def show(code: str, on: datetime | None, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.places import pictures
    from linli.core.places.queries import NoSuchCode, find_by_code, show as show_on

    day = on.date() if on else timezone.localdate()
    try:
        view = show_on(code, day)
    except NoSuchCode as missing:
        found = find_by_code(code)
        console.refuse(*_why_missing(code, day, missing.versions, found.places if found else ()))
    data = pictures.then_data(view)
    found = find_by_code(code)
    data["moved"] = bool(found and (found.moved or found.last.id != view.node.id))
    data["now"] = [pictures.as_data(place) for place in found.places] if found else []
    lines = [f"{view.node.code}  {view.full_name}"]
    lines += [f"  {node.code:12}  {node.name}" for node in view.children]
    if data["moved"]:
        names = "、".join(place["full_name"] for place in data["now"]) or "—"
        lines.append(pick(f"现在是：{names}", f"Now: {names}"))
    console.print_result(data, "\n".join(lines), as_json=as_json)


@command.command(
    help=pick(
        "按名称、拼音、首字母或代码查找；先写上级再写地名可缩小范围。",
        "Find by name, pinyin, initials or code; words before the last name wider places.",
    )
)
@click.argument("text", nargs=-1, required=True)
@click.option("--within", default="", help=pick("只在这个代码之内。", "Only inside this code."))
@click.option("--limit", default=30, show_default=True, type=click.IntRange(1, 1000))
@console.json_option
def search(text: tuple[str, ...], within: str, limit: int, as_json: bool) -> None:
    console.open_house()
    from linli.core.places import pictures
    from linli.core.places.queries import find_by_code, search_places

    scope = find_by_code(within) if within else None
    if within and (scope is None or not scope.places):
        console.refuse(
            f"没有代码为 {within} 的区划。请核对代码。", f"No division has the code {within}."
        )
    place = scope.places[0] if scope else None
    found = search_places(" ".join(text), place, limit)
    sentence = "\n".join(f"{each.code:12}  {each.full_name}" for each in found)
    console.print_result(
        {"places": [pictures.as_data(each) for each in found]},
        sentence or pick("没有找到。", "Nothing found."),
        as_json=as_json,
    )


def _print_report(report: "ImportReport", refusal: "Refused | None", *, as_json: bool) -> None:
    from linli.core.places.sentences import explain_row

    reasons = [
        {
            "row": row.number,
            "code": row.code,
            "reason": row.reason,
            "text": explain_row(row),
        }
        for row in report.refused
    ]
    value: dict[str, Any] = {
        "read": report.read,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "refused": len(report.refused),
        "written": refusal is None,
        "reasons": reasons,
        "absent": list(report.absent),
    }
    for reason in reasons[:_LISTED]:
        console.say(
            pick(
                f"第 {reason['row']} 行：{reason['text']}", f"Row {reason['row']}: {reason['text']}"
            )
        )
    if len(reasons) > _LISTED:
        more = len(reasons) - _LISTED
        console.say(
            pick(
                f"还有 {more} 行，用 --json 查看全部。",
                f"{more} more rows; --json lists all of them.",
            )
        )
    if refusal is not None:
        console.say(_sentence(refusal))
        if as_json:
            console.print_json({**value, "new": 0, "changed": 0})
        return
    absent = len(report.absent)
    sentence = pick(
        f"读入 {report.read} 行：新增 {report.new}，变更 {report.changed}，"
        f"相同 {report.same}，未收 {len(reasons)}。",
        f"{report.read} rows read: {report.new} new, {report.changed} changed, "
        f"{report.same} the same, {len(reasons)} refused.",
    )
    if absent:
        sentence += pick(
            f"\n系统里有 {absent} 个地方不在表里，仍然保留；如已并入或撤销，请另行登记。",
            f"\n{absent} places we know are not in the table. They stay; "
            "enter a merger or an end separately.",
        )
    console.print_result(value, sentence, as_json=as_json)


def _sentence(refusal: "Refused") -> str:
    from linli.core.pages.sentences import sentence

    told = sentence(refusal.finding)
    return pick(f"{told.text}。{told.way_on}", f"{told.text}. {told.way_on}")


def _refuse(refusal: "Refused") -> None:
    words = _sentence(refusal)
    console.refuse(words, words)


def _why_missing(
    code: str, day: date, versions: tuple[Any, ...], now: tuple[Any, ...]
) -> tuple[str, str]:
    if not versions:
        return (
            f"没有代码为 {code} 的区划。请核对代码，或先用 linli places import 导入。",
            f"No division has or had the code {code}. Check it, or import a table first.",
        )
    borne = "；".join(f"{each.since or '…'} – {each.until or '…'} {each.name}" for each in versions)
    names = "、".join(place.full_name for place in now) or "—"
    return (
        f"{day} 没有区划使用代码 {code}。使用过它的：{borne}。现在是：{names}。",
        f"On {day} no division had the code {code}. It was: {borne}. Now: {names}.",
    )
