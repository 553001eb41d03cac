"""The parts of a diagnosis that lie in other rooms and in the evaluation: what residents asked for
by kind and place, work from above without its money, decisions overdue, the six standards.

The planning room may not know them; it is told plain lines, each opening to its own page.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.pages.bilingual import ENGLISH, SOURCE, in_both
from linli.evaluation.queries.figures import picture_of
from linli.evaluation.standards import criteria, standard_of
from linli.governance.assemblies.queries import owed_resolutions, representatives_on
from linli.partners.intake.queries import items_on
from linli.partners.organisations.queries.gaps import gaps_of
from linli.service.matters.models import Matter
from linli.service.matters.queries import patterns
from linli.stewardship.planning.sources import Line, Section, register_section

DAYS = 365
OFTEN = 3
"""Times the same came up at one spot within the window, to be a gap of that place."""
MOST_KINDS, MOST_PLACES = 12, 8
SETTLED = ("answered", "closed", "declined", "merged", "split", "withdrawn")


def read_matters(community: Any, on: date) -> Iterator[Line]:
    """What was asked for in a year by kind, with what is still open; and the spots it came up
    at again and again. It counts things and places, never who asked."""
    since = on - timedelta(days=DAYS)
    rows = Matter.objects.filter(community=community, raised_at__date__gte=since)
    counted = (
        rows.values("kind__code", "kind__title", "kind__title_en", "kind__standard")
        .annotate(n=Count("pk"), open=Count("pk", filter=~Q(state__in=SETTLED)))
        .order_by("-n", "kind__code")[:MOST_KINDS]
    )
    address = reverse("matters:queue", args=[community.code])
    for rank, row in enumerate(counted):
        yield Line(
            f"kind_{row['kind__code']}",
            in_both(row["kind__title"], row["kind__title_en"]),
            row["n"],
            unit=in_both(_("件")),
            gap=rank < OFTEN and row["n"] >= OFTEN,
            says=_open_told(row["open"]),
            standard=row["kind__standard"][:2],
            url=f"{address}?show=all&kind={row['kind__code']}",
        )
    spots = reverse("matters:patterns", args=[community.code])
    for found in patterns(community, until=on, days=DAYS, at_least=OFTEN, most=MOST_PLACES):
        place = found["place"].stairs_name if found["place"] else ""
        title = in_both(found["kind"].title, found["kind"].title_en)
        yield Line(
            f"spot_{found['kind'].code}_{found['spot']}"[:80],
            {name: f"{text} · {place}" if place else text for name, text in title.items()},
            found["count"],
            unit=in_both(_("件")),
            gap=True,
            says=_open_told(found["open"]),
            standard=found["kind"].standard[:2],
            url=f"{spots}?days={DAYS}&at_least={OFTEN}",
        )


def read_duties(community: Any, on: date) -> Iterator[Line]:
    """Representatives in office, decisions whose day has passed, and lines of work from above
    that lack basis or money."""
    sitting = representatives_on(community, on).count()
    yield Line(
        "representatives",
        in_both(_("在任的居民代表")),
        sitting,
        gap=not sitting,
        standard="S1",
        url=reverse("assemblies:representatives", args=[community.code]),
    )
    owed = owed_resolutions(community, on).count()
    yield Line(
        "owed",
        in_both(_("到期没有落实的决议")),
        owed,
        gap=bool(owed),
        standard="S1",
        url=reverse("assemblies:resolutions_desk", args=[community.code]),
    )
    items = list(items_on(community, on))
    flagged = sum(bool(item.flags) for item in items)
    yield Line(
        "flagged",
        in_both(_("协助的事项里缺依据或缺经费的")),
        flagged,
        len(items),
        gap=bool(flagged),
        says=in_both(_("协助的事由委托的部门出钱。")),
        standard="S2",
        url=reverse("intake:list_desk", args=[community.code]),
    )


def read_standards(community: Any, on: date) -> Iterator[Line]:
    """Of each sentence of the six standards, how many records of the last twelve months stand
    behind it; without any, it is a gap, since nothing recorded is not the same as nothing done."""
    picture = picture_of(community, on)
    for code, criterion in criteria().items():
        found = picture.evidence.get(code)
        standard = standard_of(code)
        yield Line(
            code,
            {
                SOURCE: f"{standard.title.zh} · {criterion.title.zh}",
                ENGLISH: f"{standard.title.en} · {criterion.title.en}",
            },
            found.records if found else 0,
            unit=in_both(_("条记录")),
            gap=found is None,
            says="" if found else in_both(_("近十二个月没有记录。没有记录不等于没有做。")),
            standard=standard.code,
            url=f"{reverse('evaluation:standards', args=[community.code])}#{standard.code}",
        )


def read_organisations(community: Any, on: date) -> Iterator[Line]:
    """Staff, vacancies, terms and lines of work nobody does, from the register of bodies."""
    for gap in gaps_of(community, on):
        yield Line(
            gap.key,
            in_both(gap.title),
            gap.n,
            gap.whole,
            gap=gap.gap,
            says=in_both(gap.says) if gap.says else "",
            standard=gap.standard,
            url=gap.url,
        )


def _open_told(count: int) -> Any:
    if not count:
        return ""
    both = in_both(_("还没办完的有 {n} 件。"))
    return {name: text.format(n=count) for name, text in both.items()}


for _section in (
    Section(
        "matters", _("诉求集中在哪里"), _("近一年收到的诉求，只数事和地点。"), read_matters, 60
    ),
    Section(
        "organisations",
        _("组织和队伍"),
        _("来自组织登记和工作人员档案，只数数。"),
        read_organisations,
        65,
    ),
    Section(
        "duties", _("居民代表、决议和协助的事"), _("来自居民会议和事项清单。"), read_duties, 70
    ),
    Section("standards", _("六条标准"), _("来自社区评价最近一次汇总。"), read_standards, 80),
):
    register_section(_section)
