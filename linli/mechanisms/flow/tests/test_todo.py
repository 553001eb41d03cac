import pytest

from linli.core.clocks.tests.cast import at, make_community
from linli.mechanisms.flow.queries import todo
from linli.mechanisms.flow.tests.parcels import PARCEL, Parcel, file_parcel, move_parcel

pytestmark = pytest.mark.django_db


def _file(community, by, day, label):
    return file_parcel(community, by=by, at=at(11, day), label=label)


def _todo(community, actor, **more):
    cases = Parcel.objects.filter(community=community)
    given = {"at": at(11, 9), **more}
    return todo(PARCEL, cases, community=community, actor=actor, **given)


def test_the_most_pressing_case_comes_first_with_what_may_be_done(community, worker, resident):
    later = _file(community, resident, 5, "后到的")
    first = _file(community, resident, 2, "先到的")
    page = _todo(community, worker)
    assert [task.case for task in page.tasks] == [first, later]
    assert page.tasks[0].clock.name == "promise"
    assert page.tasks[0].clock.overdue(at(11, 9))
    assert [offer.title for offer in page.tasks[0].offers if offer.open] == ["受理", "不予受理"]


def test_what_is_done_or_waits_or_belongs_to_another_is_not_on_the_list(
    community, worker, colleague, resident
):
    done = _file(community, resident, 2, "办完的")
    move_parcel(done, by=worker, at=at(11, 3), move="refuse", reason="不属于本社区")
    given = _file(community, resident, 2, "给别人的")
    given.keeper = colleague.account
    given.save(update_fields=["keeper"])
    move_parcel(given, by=worker, at=at(11, 3), move="accept")
    elsewhere = make_community("110101001002", "望江社区")
    _file(elsewhere, resident, 2, "别处的")
    assert _todo(community, worker).tasks == []
    assert [task.case for task in _todo(community, colleague).tasks] == [given]
    assert [task.case for task in _todo(community, worker, mine=False).tasks] == [given]


def test_cases_one_may_not_load_do_not_show_by_their_clocks(community, worker, resident):
    _file(community, resident, 2, "看不见的")
    cases = Parcel.objects.filter(community=community, label="别的")
    page = todo(PARCEL, cases, community=community, actor=worker, at=at(11, 9))
    assert page.tasks == []


def test_the_list_costs_the_same_however_many_cases_there_are(
    community, worker, resident, django_assert_num_queries
):
    for number in range(12):
        _file(community, resident, 2, f"第{number}件")
    with django_assert_num_queries(4):
        page = _todo(community, worker, limit=10)
    assert len(page.tasks) == 10
    rest = _todo(community, worker, limit=10, after=page.after)
    assert {task.case.label for task in page.tasks + rest.tasks} == {
        f"第{number}件" for number in range(12)
    }
