"""Two at once, for real: on a SQLite file and on PostgreSQL one of them wins, and the other is
told what happened."""

import pytest

from linli.core.clocks.tests.together import shared_database, together
from linli.governance.elections import actions
from linli.governance.elections.models import CommitteeSeat, Election, Registration
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.mechanisms.ballot.models import Proxy

pytestmark = pytest.mark.django_db(transaction=True)


def loaded(village, election):
    """The election as each of them has it on the screen."""
    return Election.objects.select_related("community", "electorate").get(
        community=village.community, pk=election.pk
    )


def sorted_out(results):
    """How many did it, and the rules by which the others were refused."""
    unexpected = [
        result for result in results
        if isinstance(result, Exception | None) and not isinstance(result, Refused)
    ]  # fmt: skip
    assert not unexpected, unexpected
    refused = [result.finding.rule for result in results if isinstance(result, Refused)]
    return len(results) - len(refused), refused


def test_of_two_last_mandates_given_at_once_one_is_taken(village, tmp_path):
    election = village.nominated()
    holder = village.elector(election, village.people[20])
    given = {"holder": holder, "written_on": local_day(village.at), "away": True,
             "in_writing": True, **village.by("worker")}  # fmt: skip
    for person in village.people[15:17]:
        actions.give_proxy(election, principal=village.elector(election, person), **given)
    rows = [
        (loaded(village, election), village.elector(election, person))
        for person in village.people[17:19]
    ]
    with shared_database(tmp_path):
        results = together(
            [
                lambda row=row, principal=principal: actions.give_proxy(
                    row, principal=principal, **given
                )
                for row, principal in rows
            ]
        )
        kept = Proxy.objects.filter(community=village.community, holder=holder).count()
    done, refused = sorted_out(results)
    assert (done, kept) == (1, 3)
    assert refused[0] in ("elections.proxies_within", "ballot.proxy_limit")


def test_somebody_registered_at_two_windows_at_once_stands_on_the_roll_once(village, tmp_path):
    election = village.registering()
    rows = [loaded(village, election) for _each in range(2)]
    given = {"person": village.people[0], "ground": "hukou", "way": "desk"}
    by = village.by("worker")
    with shared_database(tmp_path):
        results = together([lambda row=row: actions.register(row, **given, **by) for row in rows])
        kept = Registration.objects.filter(community=village.community).count()
    done, refused = sorted_out(results)
    assert (done, kept, refused) == (1, 1, ["elections.registration_once"])


def test_of_two_who_post_the_roll_at_once_one_does(village, tmp_path):
    election = village.registering()
    actions.register_many(election, persons=village.people, way="desk", **village.by("worker"))
    actions.prepare_roll(election, **village.by("worker"))
    rows = [loaded(village, election) for _each in range(2)]
    by = village.by("elder")
    with shared_database(tmp_path):
        results = together([lambda row=row: actions.post_roll(row, **by) for row in rows])
        kept = loaded(village, election)
        versions = kept.electorate.versions.count()
    done, _refused = sorted_out(results)
    assert (done, kept.state, versions) == (1, "listed", 1)


def test_two_nominations_at_once_leave_no_seat_filled_twice(village, tmp_path):
    election = village.listed()
    offices = list(election.offices.all())
    rows = [loaded(village, election) for _each in range(2)]
    by = village.by("worker")
    with shared_database(tmp_path):
        together(
            [
                lambda row=row, office=office, person=person: actions.nominate(
                    row, office=office, person=person, proposed_by="party", **by
                )
                for row, office, person in zip(rows, offices, village.people[:2], strict=False)
            ]
        )
        seats = CommitteeSeat.objects.filter(community=village.community, serves=True)
        sitting = list(seats.values_list("person", flat=True))
    assert len(sitting) == len(set(sitting)) == 3
