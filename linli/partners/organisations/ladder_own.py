"""What this room itself gives to the ladder: the box, and the pledges to look after."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.lib.calendar import SHANGHAI
from linli.partners.organisations.ladder import Part, Step, tell_taken_part, tell_ways_up
from linli.partners.organisations.models import PledgeRating, Proposal


def own_ways(community: Any) -> Iterable[Step]:
    """The box; the pledges of units, which everybody may hold against what was done."""
    here = [community.code]
    yield Step("informed", _("驻社区单位提供什么"), reverse("organisations:units", args=here))
    yield Step(
        "consulted", _("往建议箱里投一条"), reverse("organisations:propose", args=here),
        _("不用登录，也不用写姓名。"),
    )  # fmt: skip
    yield Step(
        "supervising", _("看单位的承诺做到了没有"), reverse("organisations:pledges", args=here)
    )


def own_parts(community: Any, year: int) -> Iterable[Part]:
    """How many suggestions were made, and how many words were said about deeds."""
    first = datetime(year, 1, 1, tzinfo=SHANGHAI)
    end = datetime(year + 1, 1, 1, tzinfo=SHANGHAI)
    said = Proposal.objects.filter(
        community=community, steps__version=1, steps__at__gte=first, steps__at__lt=end
    )
    yield Part("consulted", _("建议箱里的建议"), said.exclude(state="withdrawn").count())
    rated = PledgeRating.objects.filter(
        community=community,
        pledge__delivered_on__gte=first.date(),
        pledge__delivered_on__lt=end.date(),
    )
    yield Part("supervising", _("评单位做到的事（人次）"), rated.count(), people=True)


tell_ways_up(own_ways)
tell_taken_part(own_parts)
