"""Names that are one's own, rows that end and are forgotten, and days that are near."""

from datetime import timedelta

import pytest

from linli.core.messages.models import Message
from linli.culture.activities import due
from linli.culture.activities.actions import groups, learning, recognition as acts, screenings
from linli.culture.activities.actions.groups import Registered
from linli.culture.activities.actions.recognition import Called
from linli.culture.activities.actions.teaching import Taught, register_teacher
from linli.culture.activities.forgetting import forget_learning
from linli.culture.activities.forms.groups import MeetingsForm
from linli.culture.activities.forms.learning import CertificateForm
from linli.culture.activities.forms.screenings import SportDayForm
from linli.culture.activities.models.groups import Group
from linli.culture.activities.models.recognition import Nomination
from linli.culture.activities.models.teachers import Teacher
from linli.lib.law import Refused

pytestmark = pytest.mark.django_db

TOLD = "三年来帮邻居取药，从没断过。"


def refused(rule, act, *args, **given):
    with pytest.raises(Refused) as told:
        act(*args, **given)
    assert told.value.finding.rule == rule


@pytest.fixture
def doing(actor, at):
    def done(act, subject, key="worker", days=0, **given):
        return act(subject, by=actor(key), at=at + timedelta(days=days), **given)

    return done


@pytest.fixture
def call(setting, doing, today):
    called = Called(
        "好邻居", "good_neighbour", ["帮过邻居的忙"], today, today + timedelta(days=10), 12
    )
    return doing(acts.call_for_nominations, setting.community, called=called)


def test_whoever_names_themselves_is_named_as_the_register_knows_them_and_shows_no_others_name(
    setting, doing, call, actor, at
):
    elder, tenant = (setting.accounts[key].person for key in ("elder", "tenant"))
    row = doing(acts.nominate, call, "tenant", own=True, name=elder.name, deed="帮邻居取药")
    assert (row.name, row.person) == (tenant.name, tenant)

    def agree(shown, key="tenant"):
        return acts.agree_to_honour(
            row, way="online", shown_name=shown, told=TOLD, by=actor(key).bearing(row.pk), at=at
        )

    refused("activities.honour_own_name", agree, elder.name)
    refused("activities.honour_own_name", agree, f"{elder.name}一家")
    refused("activities.plain_words", agree, "张三 13800001111")
    assert agree(tenant.name).shown_name == tenant.name
    # By a code alone nobody knows whose name it is: the desk writes it down.
    row = doing(acts.nominate, call, "tenant", name="三号楼老张家", deed="帮邻居取药")
    refused("activities.honour_own_name", agree, elder.name)
    doing(acts.agree_to_honour, row, way="signed", shown_name=elder.name, told=TOLD, person=elder)
    row.refresh_from_db()
    assert row.person == elder


def test_only_those_of_the_community_name_join_tick_and_object(setting, doing, call):
    said = Registered("合唱队", "culture", "爱唱歌的都来", "活动室", "老师", "signed")
    choir = doing(groups.register_group, setting.community, registered=said)
    topic = doing(learning.add_topic, setting.community, title="国画")
    for act, subject, given in (
        (acts.nominate, call, {"name": "邻居", "deed": "帮邻居取药"}),
        (groups.join_group, choir, {"called": "我"}),
        (learning.wish_to_learn, setting.community, {"topics": [topic]}),
    ):
        for key in ("outsider", "street"):
            refused("access.permitted", doing, act, subject, key, **given)
    row = Nomination(community=setting.community, call=call)
    refused("access.permitted", doing, acts.object_to_honour, row, "outsider", words="不是")


def test_a_name_nobody_answered_for_and_what_was_never_given_end_by_time(
    setting, doing, call, at, today, django_capture_on_commit_callbacks
):
    named = doing(acts.nominate, call, "tenant", name="三号楼老张家", deed="帮邻居取药")
    shown = doing(acts.nominate, call, "tenant", name="五号楼老李家", deed="帮邻居取药")
    doing(acts.agree_to_honour, shown, way="signed", shown_name="五号楼的一家", told=TOLD)
    for key in ("representative", "supervisor"):
        doing(acts.look_at_nomination, shown, key, says="supports")
    doing(acts.show_nomination, shown)
    for row, last in (
        (named, call.closes_on + timedelta(days=30)),
        (shown, shown.shown_until + timedelta(days=60)),
    ):
        assert due.run(at + (last - today)) == 0
        with django_capture_on_commit_callbacks(execute=True):
            assert due.run(at + (last - today) + timedelta(days=1)) == 1
        row.refresh_from_db()
        assert (row.state, row.ended_for, row.name, row.deed) == ("ended", "closed", "", "")
    told = Message.objects.filter(community=setting.community, kind="activities.round_over")
    assert told.count() == 1  # of the one nobody answered for
    doing(acts.close_honour_call, call)
    refused("activities.nomination_fresh", doing, acts.close_honour_call, call)


def test_who_is_forgotten_is_found_by_the_register_and_by_the_account(
    setting, doing, call, today, at
):
    here, elder = setting.community, setting.accounts["elder"].person
    taught = Taught("书法", today, name=elder.name, named=True, way="signed", person=elder)
    teacher = doing(register_teacher, here, taught=taught)
    assert teacher.account == setting.accounts["elder"]
    Teacher.objects.filter(community=here).update(account=None)  # who has none is found, too
    said = Registered(
        "合唱队", "culture", "爱唱歌的都来", "活动室", elder.name, "signed",
        leader_phone="0990-5550123", show_phone=True, person=elder,
    )  # fmt: skip
    doing(groups.register_group, here, registered=said)
    row = doing(acts.nominate, call, "tenant", name="三号楼", deed="帮邻居取药")
    doing(acts.agree_to_honour, row, way="signed", shown_name="一家", told=TOLD, person=elder)
    forget_learning(elder, at)
    teacher.refresh_from_db()
    row.refresh_from_db()
    group = Group.objects.get(community=here)
    assert (teacher.name, teacher.shown_name, teacher.person) == ("", "", None)
    assert (group.leader_name, group.leader_phone, group.shown_phone) == ("", "", "")
    assert (row.state, row.person, row.told) == ("ended", None, "")


def test_days_are_near_and_public_words_name_nobody_of_the_register(setting, doing, today):
    form = MeetingsForm({"first": "9999-12-31", "starts": "09:00", "minutes": 60, "every": "once"})
    assert "first" in form.errors
    form = SportDayForm({"on": "0001-01-01", "starts": "09:00", "ends": "10:00"})
    assert "on" in form.errors
    form = CertificateForm({"issued_on": today - timedelta(days=4000)})
    assert "issued_on" not in form.errors
    name = setting.accounts["elder"].person.name
    for wrong in ({"asked_of": name}, {"place": f"{name}家"}, {"wished": f"{name}想看"}):
        asked = {"kind": "film", "wished": "老电影", "asked_of": "文化局", "place": "小广场",
                 "asked_on": today, **wrong}  # fmt: skip
        refused(
            "activities.names_nobody", doing, screenings.ask_delivery, setting.community, **asked
        )


def test_the_desk_says_who_of_the_register_a_teacher_is_and_their_slip_takes_the_name_down(
    setting, visit, url, today
):
    worker, elder = visit("worker"), setting.accounts["elder"].person
    said = {"kind": "teacher", "engaged": "part", "teaches": "书法", "name": elder.name,
            "since": today, "named": "on", "way": "signed",
            "once": "0a0a0a0a-0000-4000-8000-000000000003"}  # fmt: skip
    asked = worker.post(url("register_teacher"), said)
    assert asked.status_code == 422
    assert str(elder.pk) in asked.content.decode()
    made = worker.post(url("register_teacher"), {**said, "person": str(elder.pk)})
    teacher = Teacher.objects.get(community=setting.community)
    assert teacher.person == elder
    assert teacher.code in worker.get(made.url).content.decode()
    slip = url("teacher_slip", code=teacher.code)
    assert elder.name in visit().get(slip).content.decode()
    hide = url("hide_own_name", code=teacher.code)
    form = visit().get(hide).context["form"]
    assert visit().post(hide, {"once": form["once"].value()}).url == slip
    assert elder.name not in visit().get(slip).content.decode()
    assert elder.name not in visit().get(url("teachers")).content.decode()


def test_the_question_after_a_course_is_for_whoever_came_and_not_for_who_keeps_the_sheet(
    setting, visit, url, announced, put_down
):
    entry = put_down(announced(20, times=1), "学员示范", account=setting.accounts["elder"])
    address = url("answer_needs", signup_id=entry.pk)
    assert visit("elder").get(address).status_code == 200
    for key in ("worker", "tenant", "visitor"):
        assert visit(key).get(address).status_code == 404, key
