"""A wish that is none (a need the safety net meets, money asked of strangers) is sent on: the
catalogue knows what can be applied for, the funds room how gifts are given."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.service.volunteering.ways import Way, tell_ways


def ways_of_other_rooms(community: Any) -> Iterable[Way]:
    """What can be applied for, help with it, and gifts through a charity."""
    here = [community.code]
    yield Way(_("看看能申请什么"), reverse("catalogue:navigator", args=here))
    yield Way(_("请社区帮您申请"), reverse("catalogue:application_start", args=here))
    yield Way(_("居委会为什么自己不募捐"), reverse("funds:why_no_appeal", args=here))


tell_ways(ways_of_other_rooms)
