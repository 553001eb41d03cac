"""`linli law`: what holds in a place, and what a whole county, city or province has laid down."""

import re
from datetime import date, datetime
from typing import Any

import click

from linli.web.command import console
from linli.web.command.console import pick

_YUAN = re.compile(r"([0-9]{1,8})(?:\.([0-9]{1,2}))?")
"""Money is typed in yuan, as on the page."""
_PLACE = re.compile(r"cn-[0-9]{2}([0-9]{2}){0,2}")
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group(help=pick("法律和本地规定。", "The law, and what places lay down."))
def command() -> None: ...


@command.command(
    "list",
    help=pick(
        "各项数字在一处、一天是多少，依据是什么。地方写成 cn、cn-51，或者社区的 12 位代码。",
        "Every number as it holds in a place on a day, and on what it stands. The place is cn, "
        "cn-51, or the 12-digit code of a community.",
    ),
)
@click.option("--of", "place", default="cn", help=pick("哪里；不写是全国。", "Where; cn if not."))
@click.option("--on", type=_DAY, help=pick("哪一天；不写是今天。", "Which day; today if not."))
@console.json_option
def list_numbers(place: str, on: datetime | None, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.local_law.words import tell_rule, tell_value
    from linli.lib.law import held

    day: date = on.date() if on else timezone.localdate()
    chain = _chain(place)
    rows = [row for rule in sorted(held().rules) if (row := held().in_force(rule, day, chain))]
    if as_json:
        console.print_json(
            [
                {
                    "rule": row.rule,
                    "value": str(row.value) if row.unit == "share" else row.value,
                    "unit": row.unit,
                    "jurisdiction": row.jurisdiction,
                    "source": row.source,
                    "from": row.in_force_from.isoformat(),
                    "to": row.in_force_to.isoformat() if row.in_force_to else None,
                    "status": str(row.status),
                }
                for row in rows
            ]
        )
        return
    marks = {"to_verify": pick("待核对", "to be checked"), "promise": pick("承诺", "promise")}
    for row in rows:
        mark = f" [{marks[row.status]}]" if row.status in marks else ""
        console.say(
            f"{row.rule}  {tell_value(row.value, row.unit)}{mark}  "
            f"{tell_rule(row.rule)} · {row.jurisdiction} · {row.source}"
        )


@command.command(
    "set",
    help=pick(
        "录入一个省、市、县的规定，例如 linli law set cn-37 calendar.weekend_rolls false。"
        "当地一个社区的居委会成员确认以后才执行。",
        "Enter what a province, city or county has laid down, as in linli law set cn-37 "
        "calendar.weekend_rolls false. It holds once a committee there has confirmed it.",
    ),
)
@click.argument("place")
@click.argument("rule")
@click.argument("value")
@click.option("--from", "begins", type=_DAY, required=True, help=pick("从哪天起", "First day"))
@click.option("--to", "ends", type=_DAY, help=pick("到哪天为止", "Last day"))
@click.option("--source", required=True, help=pick("法规或文件的全称", "Title of the text"))
@click.option("--article", required=True, help=pick("第几条", "Its article"))
@click.option(
    "--signed",
    required=True,
    help=pick("谁对照过原文，签名负责", "Who has held it against the text, and answers for it"),
)
@console.json_option
def set_number(
    place: str,
    rule: str,
    value: str,
    begins: datetime,
    ends: datetime | None,
    source: str,
    article: str,
    signed: str,
    as_json: bool,
) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.local_law.actions import Given, enter
    from linli.core.pages.sentences import sentence
    from linli.lib.law import Refused

    if not _PLACE.fullmatch(place):
        console.reject(
            f"地方写成 cn-51、cn-5101 这样：{place}", f"The place is like cn-51: {place}"
        )
    given = Given(
        jurisdiction=place,
        issuer=place,
        rule=rule,
        value=_value(rule, value),
        in_force_from=begins.date(),
        in_force_to=ends.date() if ends else None,
        status="verified",
        source=source.strip("《》"),
        article=article,
        signed=signed,
        declares=True,
    )
    try:
        entered = enter(None, given=given, by=the_operator(), at=timezone.now())
    except Refused as refused:
        told = sentence(refused.finding)
        console.refuse(f"{told.text}{told.way_on}", f"{told.text} {told.way_on}")
    if as_json:
        console.print_json({"id": str(entered.pk), "state": entered.state})
    else:
        console.say(
            pick(
                "已录入。请当地一个社区的居委会成员在工作台“本地规定”里确认。",
                "Entered. Let a committee there confirm it at the desk, under “Local rules”.",
            )
        )


def _value(rule: str, written: str) -> Any:
    from linli.core.local_law.queries import rows_of
    from linli.lib.law import held
    from linli.lib.law.packs import read_value

    unit = held().unit_of(rule)
    if unit is None or not (rows_of(rule) or rule in held().left):
        console.reject(f"没有这一项：{rule}", f"There is no such number: {rule}")
    given: Any = written
    if unit == "switch":
        given = {"true": True, "false": False}.get(written)
    elif unit == "fen":
        yuan = _YUAN.fullmatch(written)
        given = int(yuan[1]) * 100 + int((yuan[2] or "").ljust(2, "0")) if yuan else None
    elif unit != "share":
        given = int(written) if written.isdecimal() else None
    try:
        return read_value(given, unit)
    except ValueError:
        console.reject(f"{written} 不是 {unit} 的数字", f"{written} is no value in {unit}")


def _chain(place: str) -> tuple[str, ...]:
    from linli.core.places.queries import find_by_code, jurisdictions_of

    if place == "cn":
        return ()
    if _PLACE.fullmatch(place):
        return tuple(place[: 3 + length] for length in (6, 4, 2) if len(place) >= 3 + length)
    found = find_by_code(place) if place.isdecimal() else None
    if found is None or len(found.places) != 1:
        console.reject(f"没有这个地方：{place}", f"There is no such place: {place}")
    return jurisdictions_of(found.places[0])
