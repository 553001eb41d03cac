"""Doors to go to before a review is due, as a kind of round: one question, two names, no paper of
the household's on any device."""

from collections.abc import Mapping, Sequence
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
from linli.service.catalogue.applications.queries import share_any_home

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


def no_kin(stops: Sequence[Any], account: Account) -> bool:
    """Nobody goes to their own relatives, nor to the home they live in. One question for all."""
    refs = [stop.ref for stop in stops if stop.ref is not None]
    community = stops[0].community_id
    rows = ApplicationHelp.objects.filter(community=community, pk__in=refs)
    found = list(rows.select_related("person"))
    if any(str(account.pk) in row.kin_staff for row in found):
        return False
    persons = [row.person for row in found if row.person is not None]
    return not share_any_home(account, persons, stops[0].round.day)


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
