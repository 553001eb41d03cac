"""Doors to go to before a review is due, as a kind of round: one question, two names, no paper of
the household's on any device."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Account
from linli.lib.law import Finding, Refused
from linli.mechanisms.rounds.declaration import (
    BY_CHOICE,
    INITIALS,
    YES_NO,
    Question,
    RoundKind,
    register_round,
)
from linli.service.catalogue.applications.actions import record_visit
from linli.service.catalogue.applications.models import ApplicationHelp
from linli.service.catalogue.applications.queries import share_a_home

KIND = "catalogue.review"


def visited(stop: Any, answers: Mapping[str, str], by: Any, at: datetime) -> object:
    """What came from the door: whether anything has changed. Refused where the aid has ended.
    While two have said something different nothing is recorded yet."""
    row = ApplicationHelp.objects.filter(
        community=stop.community_id, pk=stop.ref, state__in=("granted", "hearing")
    ).first()
    if row is None:
        raise Refused(Finding(False, "catalogue.review_open"))
    if not answers.get("changed"):
        return None
    return record_visit(row, changed=answers["changed"] == "yes", by=by, at=at)


def no_kin(stop: Any, account: Account) -> bool:
    """Nobody goes to their own relatives, nor to the home they live in."""
    row = (
        ApplicationHelp.objects.filter(community=stop.community_id, pk=stop.ref)
        .select_related("person")
        .first()
    )
    if row is None:
        return True
    home = share_a_home(account, row.person, stop.round.day)
    return str(account.pk) not in row.kin_staff and not home


register_round(
    RoundKind(
        KIND,
        _("核查前上门"),
        may_see="catalogue.see_applications",
        may_carry="catalogue.visit_for_review",
        questions=(
            Question(
                "changed",
                _("家里收入、人口有变化吗"),
                YES_NO,
                ground=_("社会救助法第四十六条：受助家庭有变化要告知，单位定期核查"),
            ),
        ),
        arrived=visited,
        offline=BY_CHOICE,
        is_closed=True,
        names=INITIALS,
        two_names=True,
        opens="catalogue:application",
        fits=no_kin,
    )
)
