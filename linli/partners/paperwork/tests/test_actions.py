"""Acts on forms: recognised, refused, kept, told to each person, gone in time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from linli.core.audit.models import Entry
from linli.core.people.actions import forget_person, move_out, register_person
from linli.core.people.models import Person, Tie
from linli.lib.calendar import local_day
from linli.lib.law import Refused
from linli.partners.paperwork import actions, due
from linli.partners.paperwork.facts import rows as facts_of
from linli.partners.paperwork.models import Asking, HandedRow, HandOver, Line
from linli.partners.paperwork.queries import filled, lists
from linli.partners.paperwork.slots import slots_of
from linli.partners.paperwork.tests import making

pytestmark = pytest.mark.django_db


def refused_by(act):
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.finding.rule


def test_the_same_file_is_not_filled_twice_at_once(receive):
    receive()
    assert refused_by(receive) == "paperwork.not_here_yet"


def test_the_same_file_may_come_again_once_it_was_put_aside(receive, actor, at):
    actions.put_aside(receive(), reason="对方撤回", by=actor("worker"), at=at)
    assert receive().state == "received"


def test_a_form_of_another_requester_is_another_form(receive, settle, setting, body):
    known = settle(receive())
    other = receive(body=setting.bodies["office"])
    assert (other.state, other.form_id == known.form_id) == ("received", False)


def test_groundless_columns_are_proposed_empty_and_cannot_be_asked(receive, settle):
    asking = receive(making.blank("居民登记表", making.PERSONS))
    slots = slots_of(asking.form.mapping)
    religion = next(slot for slot in slots if slot.heading == "宗教信仰")
    assert religion.is_left_empty
    asked = [
        replace(slot, decision="ask") if slot.heading == "宗教信仰" else slot for slot in slots
    ]
    assert refused_by(lambda: settle(asking, slots=asked)) == "paperwork.has_ground"


def test_a_row_for_everybody_of_an_age_counts_the_birthday_itself(
    receive, settle, setting, actor, at, homes
):
    asking = settle(receive(making.blank("老人表", making.PERSONS)), subject="person")

    def chosen(month, day):
        when = at.replace(year=2027, month=month, day=day, hour=4)
        wanted = {"age_from": 77, "kinds": ["usual_resident"]}
        return actions.choose(asking, how="everybody", wanted=wanted, by=actor("worker"), at=when)

    assert chosen(1, 8) == 8, "born on the 1st to the 16th of January 1950"
    assert chosen(1, 9) == 9
    assert chosen(1, 16) == 16
    wanted = {"age_from": 130}
    with pytest.raises(Refused):
        actions.choose(asking, how="everybody", wanted=wanted, by=actor("worker"), at=at)


def test_a_list_chosen_again_keeps_what_was_asked(listed, actor, at):
    line = Line.objects.filter(community=listed.community_id, asking=listed).first()
    key = filled.fill(listed, local_day(at)).rows[0].open_keys[0]
    actions.answer(line, answers={key: "住院"}, by=actor("worker"), at=at)
    actions.choose(listed, how="everybody", by=actor("director"), at=at)
    said = [row.cells[key].content for row in filled.fill(listed, local_day(at)).rows]
    assert said.count("住院") == 1


def test_a_column_that_is_not_asked_is_not_written_to(listed, actor, at):
    line = Line.objects.filter(community=listed.community_id, asking=listed).first()
    number = next(slot.key for slot in slots_of(listed.form.mapping) if slot.is_theirs)
    actions.answer(line, answers={number: "写不进"}, by=actor("worker"), at=at)
    assert line.typed == ""


def test_whoever_stands_in_a_handed_over_form_reads_to_whom_what_went(listed, give, homes):
    handed = give(listed)
    _household, pair = homes[0]
    entry = Entry.objects.get(about=pair[0].pk, action="paperwork.transfer")
    assert entry.note["body"] == "示范区民政局"
    assert "户主身份证号" in entry.note["fields"]
    assert not Entry.objects.filter(about=pair[1].pk, action="paperwork.transfer").exists()
    own = Entry.objects.get(action="paperwork.hand_over", subject=handed.pk)
    assert own.about is None
    assert not any(person.name in str(own.note) for _home, both in homes for person in both)


def test_drawing_the_file_opens_each_record_in_it_once(listed, actor, at, homes):
    actions.draw_file(listed, by=actor("worker"), at=at)
    opened = Entry.objects.filter(action="people.open")
    assert opened.count() == 16
    assert "填表" in opened.filter(about=homes[0][1][0].pk).get().note["purpose"]


def test_a_child_s_number_leaves_by_the_director_s_hand_alone(
    receive, settle, setting, actor, at, give
):
    born = local_day(at) - timedelta(days=9 * 365)
    child = register_person(
        setting.community,
        name="小明",
        id_number=making.id_number(born, 111),
        by=actor("worker"),
        at=at,
    )
    asking = settle(receive(making.blank("儿童表", making.PERSONS)), subject="person")
    actions.choose(asking, how="picked", picked=[child.pk], by=actor("worker"), at=at)
    rule = "paperwork.children_by_director"
    assert refused_by(lambda: actions.draw_file(asking, by=actor("worker"), at=at)) == rule
    assert refused_by(lambda: give(asking)) == rule
    assert give(asking, by=actor("director")).rows == 1


def test_what_was_handed_over_can_be_drawn_again_from_its_copy(listed, give, actor, at, homes):
    first = actions.draw_file(listed, by=actor("worker"), at=at)
    give(listed)
    _household, pair = homes[0]
    tie = Tie.objects.get(community=listed.community_id, person=pair[0])
    move_out(tie, until=local_day(at), by=actor("worker"), at=at)
    again = actions.draw_file(listed, by=actor("worker"), at=at)
    assert len(filled.fill(listed, local_day(at)).rows) == 16
    assert (again.ending, bool(first.content)) == ("xlsx", True)


def test_a_form_can_be_handed_over_once(listed, give):
    give(listed)
    stale = Asking.objects.select_related("form", "body", "community").get(
        community=listed.community_id, pk=listed.pk
    )
    assert refused_by(lambda: give(stale)).startswith(("paperwork.", "flow."))
    assert HandOver.objects.filter(community=listed.community_id).count() == 1


def test_the_kept_copy_goes_after_its_term_and_the_record_stays(listed, give, at):
    give(listed)
    due.run(at + timedelta(days=399))
    assert HandedRow.objects.filter(community=listed.community_id).count() == 16
    due.run(at + timedelta(days=400))
    due.run(at + timedelta(days=400))
    kept = Asking.objects.get(community=listed.community_id, pk=listed.pk)
    assert (kept.blank, kept.is_emptied) == ("", True)
    assert not HandedRow.objects.filter(community=listed.community_id).exists()
    assert HandOver.objects.get(community=listed.community_id).rows == 16
    assert Entry.objects.filter(action="paperwork.expire").count() == 1


def test_a_copy_that_a_later_one_replaced_goes_sooner(listed, give, receive, actor, at):
    give(listed)
    later = at + timedelta(days=30)
    again = receive(making.blank(rows=9), when=later)
    actions.choose(again, how="last_time", by=actor("worker"), at=later)
    give(again, when=later)
    due.run(later + timedelta(days=34))
    assert HandedRow.objects.filter(community=listed.community_id).count() == 32
    due.run(later + timedelta(days=35))
    rows = HandedRow.objects.filter(community=listed.community_id)
    assert {row.asking_id for row in rows} == {again.pk}


def test_who_is_forgotten_is_gone_from_the_copies_too(listed, give, homes, actor, at):
    give(listed)
    _household, pair = homes[0]
    for person in pair:
        Tie.objects.filter(community=listed.community_id, person=person).update(
            until=date(2021, 1, 1)
        )
    forget_person(
        Person.objects.get(community=listed.community_id, pk=pair[0].pk),
        by=actor("director"),
        at=at,
    )
    assert HandedRow.objects.filter(community=listed.community_id).count() == 15


def test_what_an_earlier_form_had_is_told_by_column(listed, give, receive, settle, setting):
    give(listed)
    asking = settle(
        receive(making.blank("家庭情况表", ("户主姓名", "户号", "近期动态", "新问题")),
                body=setting.bodies["office"])
    )  # fmt: skip
    had = {each.slot.heading: [one.body for one in each.where]
           for each in lists.had_already(asking)}  # fmt: skip
    assert had == {
        "户主姓名": ["示范区民政局"],
        "户号": ["示范区民政局"],
        "近期动态": ["示范区民政局"],
        "新问题": [],
    }
    assert lists.share_had(lists.had_already(asking)) == (3, 4)


def test_the_facts_count_forms_cells_and_minutes_and_nobody(listed, give, setting, at):
    give(listed, minutes=12)
    told = list(facts_of(setting.community, local_day(at), local_day(at)))
    counted = {fact.kind: (fact.part, fact.whole) for fact in told}
    assert counted["paperwork.minutes"] == (12, None)
    assert counted["paperwork.handed_over"] == (1, 1)
    assert counted["paperwork.due"] == (1, 1)
    assert counted["paperwork.filled_cells"][0] == 16 * 10
    assert all(fact.person is None and fact.household is None for fact in told)


@pytest.mark.parametrize("way", ["put_aside", "settle_persons"])
def test_rows_go_when_the_form_is_put_aside_or_is_about_something_else(
    listed, settle, actor, at, way
):
    if way == "put_aside":
        actions.put_aside(listed, reason="不在清单上", by=actor("worker"), at=at)
    else:
        settle(listed, subject="person")
    assert not Line.objects.filter(community=listed.community_id).exists()


def test_only_those_who_work_here_fill_forms(receive, actor):
    for key in ("elder", "representative", "manager", "street", "outsider", "supervisor"):
        by = actor(key)
        assert refused_by(lambda by=by: receive(by=by)) == "access.permitted"
    assert receive(by=actor("director")).state == "received"
