"""The ladder of taking part knows where each room lets one in, and how often it was done in a year.
Counts of comings and deeds, never persons; of few people the page tells nothing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.lib.calendar import SHANGHAI
from linli.mechanisms.gathering.models import Attendance
from linli.partners.organisations.ladder import Part, Step, tell_taken_part, tell_ways_up
from linli.service.volunteering.models import ServiceRecord

DOORS = (
    ("informed", "publication:notices", _("看公告和公示")),
    ("informed", "oversight:catalogue", _("看居务公开")),
    ("informed", "funds:home", _("看钱花在哪里")),
    ("consulted", "deliberation:topics", _("来议一件事")),
    ("consulted", "planning:wishes", _("说一个对社区的心愿")),
    ("deciding", "assemblies:coming", _("参加居民会议")),
    ("deciding", "budgeting:rounds", _("定居民预算")),
    ("deciding", "elections:list", _("参加换届选举")),
    ("deciding", "property:list", _("业主定自己小区的事")),
    ("doing", "volunteering:calls", _("做一次志愿者")),
    ("doing", "activities:home", _("参加和办活动")),
    ("doing", "organisations:social_list", _("参加或者成立社区社会组织")),
    ("doing", "hazards:report", _("说一处隐患")),
    ("supervising", "oversight:supervision", _("看居务监督")),
    ("supervising", "evaluation:standards", _("看社区评价得怎么样")),
)


def doors_of_rooms(community: Any) -> Iterable[Step]:
    """Every room's way in."""
    for rung, page, title in DOORS:
        yield Step(rung, title, reverse(page, args=[community.code]))


def counted_by_rooms(community: Any, year: int) -> Iterable[Part]:
    """Comings to meetings and deliberations, services done: counts of one query each."""
    since = datetime(year, 1, 1, tzinfo=SHANGHAI)
    until = datetime(year + 1, 1, 1, tzinfo=SHANGHAI)
    came = Attendance.objects.filter(community=community, at__gte=since, at__lt=until)
    for rung, kinds, title in (
        ("consulted", "deliberation.", _("来议事的人次")),
        ("deciding", "assemblies.", _("到居民会议的人次")),
    ):
        rows = came.filter(gathering__kind__startswith=kinds)
        yield Part(rung, title, rows.count(), people=True)
    served = ServiceRecord.objects.filter(
        community=community, on__gte=since.date(), on__lt=until.date()
    )
    yield Part("doing", _("志愿服务的人次"), served.count(), people=True)


tell_ways_up(doors_of_rooms)
tell_taken_part(counted_by_rooms)
