"""Two at once, for real: nobody comes to handle both sides of violence, whatever two handlers of
the two cases do in one moment."""

from functools import partial

import pytest
from django.utils import timezone

from linli.core.access.actions import appoint, open_account
from linli.core.audit.actor import the_operator
from linli.core.clocks.tests.together import shared_database, together
from linli.lib.law import Refused
from linli.service.casework.actions import add_handler, apart, change_role, violence
from linli.service.casework.models import Case, CaseHand, OtherSide, ViolenceFile
from linli.service.casework.queries.apart import hands_now, kept_for_other_side

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sides(house):
    """The victim's case by the worker and the colleague, with the letter there; the time."""
    at = timezone.now()
    account = open_account(label="方宁", login="+8619900000093", password="linli-2026", at=at)
    since = timezone.localdate(at)
    appoint(house.community, account=account, post="worker", since=since, by=the_operator(), at=at)
    house.accounts["fourth"] = account
    victim = house.open("violence", called="她", person=None, at=at)
    by = {"by": house.actor("worker", at), "at": at}
    violence.begin_violence(victim, capacity="full", police_told=False, **by)
    violence.receive_letter(
        victim, file=_file(victim), letter_on=timezone.localdate(at), letter_from="派出所", **by
    )
    return victim, by


def _file(victim):
    rows = ViolenceFile.objects.select_related("case__community")
    return rows.get(community=victim.community_id, case=victim.pk)


def _set_apart(house, victim, by, lead="director", second="fourth", may_ask=()):
    violence.set_other_side_apart(
        victim,
        file=_file(victim),
        initials="LQ",
        lead=house.account(lead).pk,
        second=house.account(second).pk,
        may_ask=[house.account(key).pk for key in may_ask],
        **by,
    )
    row = OtherSide.objects.select_related("case__community").get(community=victim.community_id)
    return row.case


def _again(case):
    """The case as another request loads it."""
    return Case.objects.select_related("community").get(community=case.community_id, pk=case.pk)


def _to_victim(house, victim, by):
    return add_handler(_again(victim), account=house.account("third"), **by)


def _set_apart_with(house, victim, by):
    return _set_apart(house, _again(victim), by, lead="third")


def _name(house, victim, by):
    apart.name_for_other_side(
        _again(victim), file=_file(victim), accounts=[house.account("third").pk], **by
    )


def _to_other(house, other, by):
    return add_handler(_again(other), account=house.account("third"), **by)


def _lead_other(house, other, by):
    return change_role(_again(other), role="lead", account=house.account("third"), **by)


@pytest.mark.parametrize("meanwhile", ["sets apart", "names", "adds", "leads"])
def test_nobody_comes_to_both_sides_in_one_moment(house, sides, tmp_path, meanwhile):
    victim, by = sides
    other, they = None, by
    if meanwhile != "sets apart":
        other = _set_apart(house, victim, by)
        they = {"by": house.actor("director", by["at"]), "at": by["at"]}
    if meanwhile in ("adds", "leads"):  # a record of before there was a list of whom to ask
        OtherSide.objects.filter(community=victim.community_id).update(may_ask="")
    their = {
        "sets apart": partial(_set_apart_with, house, victim, by),
        "names": partial(_name, house, victim, by),
        "adds": partial(_to_other, house, other, they),
        "leads": partial(_lead_other, house, other, they),
    }[meanwhile]
    with shared_database(tmp_path):
        results = together([partial(_to_victim, house, victim, by), their])
        assert sum(isinstance(each, Refused) for each in results) == 1, results
        third = house.account("third").pk
        victims = hands_now(victim.community_id, victim.pk)
        assert not victims & kept_for_other_side(_again(victim))
        rows = CaseHand.objects.filter(
            community=victim.community_id, account=third, until__isnull=True
        )
        assert rows.count() <= 1
