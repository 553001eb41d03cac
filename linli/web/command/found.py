"""`linli found`: a community begins on this instance, and its first director is let in."""

import click

from linli.lib.calendar import local_day
from linli.web.command import console
from linli.web.command.console import pick


@click.command(
    help=pick(
        "让一个社区在本实例上开张：登记户数，装入诉求类型，给主任开一张邀请单。"
        "区划表要先用 linli places import 导入。以后的岗位由主任在工作台“岗位与单位”里安排。",
        "Begin a community on this instance: its households, the kinds of matter, and an "
        "invitation slip for its director. Import the divisions first (linli places import). "
        "The director then staffs it at the desk, under Posts and bodies.",
    )
)
@click.argument("code")
@click.option(
    "--households",
    type=click.IntRange(1, 100_000),
    required=True,
    help=pick("户数。", "Number of households."),
)
@click.option("--approval", default="", help=pick("批准文件。", "The approval's number."))
@console.json_option
def command(code: str, households: int, approval: str, as_json: bool) -> None:
    console.open_house()
    from django.conf import settings
    from django.urls import reverse
    from django.utils import timezone

    from linli.core.access.actions import invite
    from linli.core.audit.actor import the_operator
    from linli.core.pages.sentences import sentence
    from linli.core.places.actions import describe_community
    from linli.core.places.queries import find_by_code
    from linli.lib.law import Refused
    from linli.service.matters.actions import seed_kinds

    found, at, by = find_by_code(code), timezone.now(), the_operator()
    if found is None or found.moved:
        console.refuse(
            f"没有代码为 {code} 的社区：请核对，或先用 linli places import 导入区划表。",
            f"No community has the code {code}: check it, or import the divisions first "
            "(linli places import).",
        )
    community = found.last
    try:
        describe_community(
            community, households=households, approval=approval, on=local_day(at), by=by, at=at
        )
        seed_kinds(community, by=by, at=at)
        slip, secret = invite(community, post="director", by=by, at=at)
    except Refused as refusal:
        told = sentence(refusal.finding)
        console.refuse(f"{told.text}{told.way_on}", f"{told.text} {told.way_on}")
    path = reverse("access_accept", kwargs={"code": secret})
    console.print_result(
        {
            "community": community.code,
            "name": community.full_name,
            "director_slip": secret,
            "path": path,
            "good_until": slip.expires_at.date().isoformat(),
        },
        pick(
            f"{community.full_name}可以用了。请把这个地址当面交给主任，只显示这一次：\n"
            f"{settings.SITE_URL}{path}",
            f"{community.full_name} is ready. Hand this address to the director in person; "
            f"it is shown only now:\n{settings.SITE_URL}{path}",
        ),
        as_json=as_json,
    )
