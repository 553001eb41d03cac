"""What a form lacks is asked door by door, and comes back into the form."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from linli.mechanisms.rounds import actions as rounds
from linli.mechanisms.rounds.models import Stop
from linli.mechanisms.rounds.queries import rounds_of_owner
from linli.partners.paperwork import actions, at_doors
from linli.partners.paperwork.models import Line
from linli.partners.paperwork.queries import filled, lists
from linli.partners.paperwork.slots import slots_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(receive, settle, setting, homes, actor, at):
    """A form with one column to ask, its households chosen, and a round for them."""
    asking = settle(receive())
    actions.choose(
        asking, how="picked", picked=[pair[0].pk for _home, pair in homes[:4]],
        by=actor("worker"), at=at,
    )  # fmt: skip
    source, _all = at_doors.forms_to_ask(setting.community, timezone.localdate(at))
    round_ = rounds.plan(
        setting.community, kind=at_doors.KIND, day=timezone.localdate(at), title=source.title,
        stops=at_doors.rows_to_ask(setting.community, source.key, timezone.localdate(at)),
        questions=source.questions, owner=source.owner,
        carriers=[setting.accounts["worker"].pk], by=actor("worker"), at=at,
    )  # fmt: skip
    return asking, round_


def stop_of(round_, number=1):
    rows = Stop.objects.select_related("round__community")
    return rows.get(community=round_.community_id, round=round_, number=number)


def record(stop, words, by, at):
    return rounds.record(stop, answers={stop.asks[0]: words}, key=uuid4(), said_at=at, by=by, at=at)


def test_what_is_said_at_a_door_stands_in_the_form(asked, setting, actor, at):
    asking, round_ = asked
    before = filled.fill(asking, timezone.localdate(at)).open_cells
    assert round_.stops.count() == 4
    record(stop_of(round_), "没有变化", actor("worker"), at)
    assert filled.fill(asking, timezone.localdate(at)).open_cells == before - 1
    # The rows are chosen anew: the answer still finds its row, by whom it is about.
    actions.choose(
        lists.asking_in(setting.community, asking.pk), how="picked",
        picked=list(Line.objects.filter(community=asking.community_id).values_list(
            "person", flat=True)),
        by=actor("worker"), at=at,
    )  # fmt: skip
    assert record(stop_of(round_, 2), "住院了", actor("worker"), at).fate == "taken"


def test_where_all_are_asked_again_last_time_goes_along(asked, setting, actor, at):
    _asking, round_ = asked
    record(stop_of(round_), "平稳", actor("worker"), at)
    on = timezone.localdate(at)
    missing, everybody = at_doors.forms_to_ask(setting.community, on)
    assert len(at_doors.rows_to_ask(setting.community, missing.key, on)) == 3
    again = at_doors.rows_to_ask(setting.community, everybody.key, on)
    assert len(again) == 4
    assert [list(stop.last.values()) for stop in again if stop.last] == [["平稳"]]


def test_a_form_put_aside_ends_its_round_and_a_late_answer_is_kept(asked, setting, actor, at):
    asking, round_ = asked
    asking = lists.asking_in(setting.community, asking.pk)
    actions.put_aside(asking, reason="对方撤回", by=actor("worker"), at=at)
    (ended,) = rounds_of_owner(setting.community, asking.pk)
    assert ended.is_over
    late = record(stop_of(round_), "没有变化", actor("worker"), at)
    assert (late.fate, late.reason) == ("late", "rounds.still_open")
    with pytest.raises(Exception) as refused:
        rounds.take_late(late, by=actor("worker"), at=at)
    assert refused.value.finding.rule == "paperwork.still_filled"
    rounds.drop_late(late, by=actor("worker"), at=at)


def test_a_row_taken_off_leaves_its_answer_to_a_person(asked, actor, at):
    _asking, round_ = asked
    stop = stop_of(round_)
    Line.objects.filter(community=round_.community_id, person=stop.person_id).delete()
    assert record(stop, "没有变化", actor("worker"), at).reason == "paperwork.still_filled"


def test_a_column_without_ground_is_no_question_and_the_page_leads_to_the_round(
    asked, sign_in, setting
):
    asking, round_ = asked
    keys = {question.key for question in round_.questions}
    assert keys
    assert not keys & {slot.key for slot in slots_of(asking.form.mapping) if slot.groundless}
    page = sign_in("worker").get(
        reverse("paperwork:to_ask", args=[setting.community.code, asking.pk])
    )
    assert reverse("rounds:show", args=[setting.community.code, round_.pk]) in (
        page.content.decode()
    )
