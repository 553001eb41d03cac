"""`linli recast`: a past year by the definitions of a later one."""

import click

from linli.web.command import console
from linli.web.command.console import pick


@click.command(
    help=pick(
        "用以后一年的定义重算过去一年，放在原来的数旁边，不改原来的数。",
        "Reckons a past year by the definitions of a later one, beside the figures of record.",
    )
)
@click.argument("year", type=click.IntRange(2000, 2200))
@click.argument("by_year", type=click.IntRange(2000, 2200))
@click.option(
    "--community",
    "code",
    help=pick(
        "社区的 12 位代码；只有一个社区时不用写。",
        "The community's 12-digit code; not needed where there is only one.",
    ),
)
@console.json_option
def command(year: int, by_year: int, code: str | None, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    from linli.core.audit.actor import the_operator
    from linli.core.pages.sentences import sentence
    from linli.evaluation.actions import ask_recast
    from linli.evaluation.recasting import recast_at_once
    from linli.lib.law import Refused

    community = console.one_community(code)
    at, by = timezone.now(), the_operator()
    try:
        recast = ask_recast(community, year=year, by_year=by_year, job=False, by=by, at=at)
    except Refused as refused:
        told = sentence(refused.finding)
        console.refuse(f"{told.text}{told.way_on}", f"{told.text} {told.way_on}")
    recast.community = community
    recast_at_once(recast, by=by, at=at)
    figures = recast.figures.filter(community=community).count()
    console.print_result(
        {"community": community.code, "year": year, "by_year": by_year, "figures": figures},
        pick(
            f"用 {by_year} 年的定义重算了 {year} 年：{figures} 个数字，原来的数没有改。",
            f"{year} reckoned by the definitions of {by_year}: {figures} figures, "
            "those of record unchanged.",
        ),
        as_json=as_json,
    )
