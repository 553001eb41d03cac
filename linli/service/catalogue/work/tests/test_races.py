"""Two at once, for real: a card that is destroyed while it is being told. The one who destroys
always wins; whoever tells has told before, or is refused."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.service.catalogue.work import actions
from linli.service.catalogue.work.models import Employer, JobCard, JobOpening, Release
from linli.service.catalogue.work.tests.conftest import fresh

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_card_destroyed_while_it_is_told_is_gone_and_is_told_before_or_not_at_all(
    cast, card, up, actor, at, tmp_path
):
    opening, mine, warden = up(), actor("elder"), actor("mediator")
    row = actions.release_fields(card, opening=opening, fields=["phone"], by=mine, at=at)

    def tell():
        return actions.tell_employer(row, by=warden, at=at).told_on

    def destroy():
        actions.destroy_card(card, by=mine, at=at)
        return "gone"

    with shared_database(tmp_path):
        told, gone = together([tell, destroy])
        assert gone == "gone"
        if isinstance(told, Refused):
            assert told.finding.rule == "catalogue.job_card_there"
        else:
            assert told == local_day(at)
        assert not JobCard.objects.filter(community=cast.community).exists()
        assert not Release.objects.filter(community=cast.community).exists()


def test_a_release_taken_back_while_it_is_told_is_recalled_or_was_never_told(
    cast, card, up, actor, at, tmp_path
):
    opening, mine, warden = up(), actor("elder"), actor("mediator")
    row = actions.release_fields(card, opening=opening, fields=["phone"], by=mine, at=at)

    def tell():
        return actions.tell_employer(row, by=warden, at=at).told_on

    def withdraw():
        actions.withdraw_release(row, by=mine, at=at)
        return "back"

    with shared_database(tmp_path):
        told, back = together([tell, withdraw])
        assert back == "back"
        if isinstance(told, Refused):
            assert told.finding.rule == "catalogue.release_stands"
            assert not Release.objects.filter(community=cast.community).exists()
        else:
            assert fresh(row).withdrawn_on == local_day(at)


def test_no_opening_of_an_employer_that_goes_meanwhile_is_up(
    cast, drafted, actor, at, later, tmp_path
):
    row, worker, director = drafted(), actor("worker"), actor("director")
    employer = Employer.objects.get(community=cast.community)
    call = {"result": "gone", "how": "visit", "number": "", "seen": employer.version}
    ends = {"expires_on": later(30).date(), "looked": False, "seen": row.version}

    def publish():
        return actions.publish_opening(row, **ends, by=worker, at=at).state

    def go():
        return actions.check_employer(employer, **call, by=director, at=at).gone_on

    with shared_database(tmp_path):
        state, gone = together([publish, go])
        assert gone == local_day(at)
        if isinstance(state, Refused):
            assert state.finding.rule == "catalogue.employer_there"
        assert not JobOpening.objects.filter(community=cast.community, state="open").exists()
