"""What the core's registers say of a community on a day: the first parts of a diagnosis. What
other rooms know is told by `web/crossings` through `sources`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Body
from linli.core.access.posts import POSTS
from linli.core.access.queries import bodies_of, holdings_in
from linli.core.pages.bilingual import in_both
from linli.core.people.asked import Asked
from linli.core.people.queries.asked import answer_asked
from linli.core.people.rules.counting import told_count
from linli.core.places.models import CommunityProfile, Place
from linli.stewardship.planning.models import Diagnosis
from linli.stewardship.planning.sources import Line, Section, register_section

ENDING_SOON = timedelta(days=183)
EXPECTED = ("director", "deputy_director", "worker", "supervisor", "mediator")
FEWEST, MOST = 5, 9
"""Members of a residents' committee (RCL 8)."""

AGES = (
    ("children", _("0–14 岁"), 0, 14),
    ("sixty", _("60 岁以上"), 60, None),
    ("eighty", _("80 岁以上"), 80, None),
)


def diagnoses_of(community: Any) -> "QuerySet[Diagnosis]":
    """All of them, the latest first."""
    return Diagnosis.objects.filter(community=community).order_by("-made_at", "-id")


def diagnosis_in(community: Any, key: UUID) -> Diagnosis:
    """One of them (Http404)."""
    rows = diagnoses_of(community).select_related("community", "made_by").filter(pk=key)
    found = rows.first()
    if found is None:
        raise Http404
    return found


def read_posts(community: Any, on: date) -> Iterator[Line]:
    """Posts held and vacant, and terms that end within half a year."""
    url = reverse("access_posts", args=[community.code])
    held = list(holdings_in(community, on))
    sitting = [each for each in held if each.post in _COMMITTEE]
    people = len({each.account_id for each in sitting})
    yield Line(
        "committee",
        in_both(_("居委会成员")),
        people,
        gap=not FEWEST <= people <= MOST,
        says=in_both(_("法律规定五至九人。")),
        standard="S2",
        url=url,
    )
    for name in EXPECTED:
        holders = [each for each in held if each.post == name]
        ending = [each for each in holders if each.until and each.until <= on + ENDING_SOON]
        yield Line(
            f"post_{name}",
            in_both(POSTS[name].title),
            len(holders),
            gap=not holders,
            says=in_both(_("空缺。")) if not holders else "",
            standard="S2",
            url=url,
        )
        if ending:
            yield Line(
                f"ending_{name}",
                in_both(_("半年内任期到期的")),
                len(ending),
                len(holders),
                says=in_both(POSTS[name].title),
                standard="S2",
                url=url,
            )


def read_rooms(community: Any, on: date) -> Iterator[Line]:
    """What lies here; compounds nobody manages; and that rooms are not registered yet."""
    profile = CommunityProfile.objects.filter(community=community, until__isnull=True).first()
    about = reverse("community_profile", args=[community.code])
    yield Line(
        "households",
        in_both(_("户数")),
        profile.households if profile else None,
        gap=profile is None,
        says="" if profile else in_both(_("还没有写社区概况。")),
        url=about,
    )
    places = Place.objects.filter(community=community, until__isnull=True)
    compounds = list(places.filter(kind="compound").order_by("position"))
    yield Line("compounds", in_both(_("小区")), len(compounds), url=about)
    yield Line("dwellings", in_both(_("住房套数")), places.filter(kind="dwelling").count())
    managed = set(
        bodies_of(community, on).filter(kind="property_provider").values_list("place_id", flat=True)
    )
    without = [each for each in compounds if not managed & {each.pk, community.pk}]
    yield Line(
        "unmanaged",
        in_both(_("没有物业服务的小区")),
        len(without),
        len(compounds),
        gap=bool(without),
        says="、".join(each.name for each in without),
        standard="S5",
        url=reverse("access_posts", args=[community.code]),
    )
    yield Line(
        "rooms",
        in_both(_("活动用房和设备")),
        says=in_both(_("还没有登记场地的地方，所以没有数，也不编一个。")),
        standard="S3",
    )


def read_money(community: Any, on: date) -> Iterator[Line]:
    """That there is no ledger yet; what the tasks of the year's plan say of money."""
    yield Line(
        "ledger",
        in_both(_("收入和支出")),
        says=in_both(_("还没有账本，所以没有数，也不编一个；任务里写的钱是计划，不是账。")),
    )


def read_people(community: Any, on: date) -> Iterator[Line]:
    """How many live here, by age and tie: rounded to fives, and never under ten."""
    url = reverse("roster:questions", args=[community.code])
    living = answer_asked(community, on, Asked())
    profile = CommunityProfile.objects.filter(community=community, until__isnull=True).first()
    yield replace(
        _people("living", _("登记在住的人"), living.count, url),
        gap=profile is not None and living.count < profile.households,
        says=in_both(_("比户数还少的话，名册没有录全，下面的分布不能当真。")),
    )
    for key, title, least, most in AGES:
        found = answer_asked(community, on, Asked(age_from=least, age_to=most))
        yield _people(key, title, found.count, url)
    tenants = answer_asked(community, on, Asked(tie="tenant"))
    yield _people("tenants", _("租房的人"), tenants.count, url)
    undated = answer_asked(community, on, Asked(age_from=0)).undated
    if living.count:
        yield Line(
            "undated",
            in_both(_("没有登记出生日期的人")),
            told_count(undated),
            few=told_count(undated) is None,
            gap=undated * 5 > living.count,
            says=in_both(_("超过五分之一没有登记时，上面的年龄分布不能当真。")),
            url=url,
        )


def read_partners(community: Any, on: date) -> Iterator[Line]:
    """Who else is here."""
    bodies = list(bodies_of(community, on))
    url = reverse("access_posts", args=[community.code])
    for kind, title in Body.KINDS:
        if kind == "residents_committee":
            continue
        count = sum(body.kind == kind for body in bodies)
        yield Line(
            f"body_{kind}",
            in_both(title),
            count,
            gap=kind in ("subdistrict_office", "resident_unit") and not count,
            says=in_both(_("还没有登记。")) if not count else "",
            standard="S2",
            url=url,
        )


def _people(key: str, title: Any, count: int, url: str) -> Line:
    told = told_count(count)
    return Line(key, in_both(title), told, few=told is None, url=url)


_COMMITTEE = ("director", "deputy_director", "committee_member")

for _section in (
    Section("posts", _("工作队伍"), _("来自岗位登记。"), read_posts, 10),
    Section("rooms", _("地方和房子"), _("来自社区概况和地点登记。"), read_rooms, 20),
    Section("money", _("经费"), _("账本建起来以前，只说没有。"), read_money, 30),
    Section("people", _("居民"), _("来自居民名册，四舍五入到 5，少于 10 不写。"), read_people, 40),
    Section("partners", _("共建单位"), _("来自单位登记。"), read_partners, 50),
):
    register_section(_section)
