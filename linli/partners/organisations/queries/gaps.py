"""What the register knows of gaps, as plain lines for the year's diagnosis (B27): staff, offices,
terms, the five lines of work, training. Whoever may know both rooms hands them on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.lib.law import Finding
from linli.partners.organisations import law
from linli.partners.organisations.models import Training
from linli.partners.organisations.queries.register import (
    ending_on,
    lines_of_work,
    register_of,
    vacancies_on,
)
from linli.partners.organisations.queries.staff import certified_on, staff_on

TEN_THOUSAND = 10_000


@dataclass(frozen=True, slots=True)
class Gap:
    """One figure. `n` of `whole`; `gap`: something is wanting; `says`: what stands behind it;
    `url` opens the rows."""

    key: str
    title: Any
    n: int | None
    whole: int | None = None
    gap: bool = False
    says: Any = ""
    standard: str = "S2"
    url: str = ""


def gaps_of(community: Any, on: date, *, residents: int | None = None) -> Iterator[Gap]:
    """The figures of a day. `residents`: how many usually live here, where it is known."""
    staff = staff_on(community, on).count()
    foreseen = law.workers_foreseen(community, on)
    yield Gap(
        "staff", _("在岗的社区工作者"), staff,
        gap=residents is not None and not enough_staff(staff, residents, foreseen).holds,
        says=_("每万常住居民应有的人数见规划，不够的可以向街道提出。"),
        url=_at(community, "staff"),
    )  # fmt: skip
    certified, whole = certified_on(community, on)
    yield Gap(
        "certified", _("持社会工作者证书的"), certified, whole, gap=bool(whole) and not certified,
        url=_at(community, "staff"),
    )  # fmt: skip
    empty = sum(each.empty for each in vacancies_on(community, on))
    yield Gap("vacancies", _("空着的岗位"), empty, gap=bool(empty), url=_at(community, "desk"))
    ending = len(ending_on(community, on))
    yield Gap(
        "ending", _("快到期或过期没有换届的组织"), ending, gap=bool(ending),
        url=_at(community, "desk"),
    )  # fmt: skip
    open_lines = sum(each.open for each in lines_of_work(community, on))
    yield Gap(
        "lines_of_work", _("五方面工作里还没有人管的"), open_lines, 5, gap=bool(open_lines),
        url=_at(community, "desk"),
    )  # fmt: skip
    bodies = register_of(community)
    bare = sum(not (body.duties and body.basis) for body in bodies)
    yield Gap(
        "without_duties", _("没写职责或设立依据的组织"), bare, len(bodies), gap=bool(bare),
        url=_at(community, "desk"),
    )  # fmt: skip
    trained = (
        Training.objects.filter(community=community, on__year=on.year, staff__isnull=False)
        .values("staff")
        .distinct()
        .count()
    )
    yield Gap(
        "trained", _("今年参加过培训的社区工作者"), trained, staff, gap=trained < staff,
        url=_at(community, "staff"),
    )  # fmt: skip


def enough_staff(staff: int, residents: int, foreseen: int) -> Finding:
    """As many as the plan foresees for so many residents; a part of a worker is not asked for."""
    wanted = residents * foreseen // TEN_THOUSAND
    return Finding(
        staff >= wanted,
        "organisations.enough_staff",
        numbers={"staff": staff, "wanted": wanted, "residents": residents, "foreseen": foreseen},
    )


def _at(community: Any, name: str) -> str:
    return reverse(f"organisations:{name}", args=[community.code])
