"""What is held about me: read, taken along, put right, withdrawn, asked about; by nobody else."""

import json
from datetime import date

import pytest
from django.urls import reverse

from linli.core.people import actions
from linli.core.people.models import Consent, Person, RightsRequest
from linli.core.people.presentation import open_person
from linli.core.people.queries import has_consent
from linli.core.people.tests.conftest import AT, an_id, post_of

ID = an_id(date(1954, 5, 6), serial=12)


@pytest.fixture
def person(resident, dwelling):
    return resident("王秀英", id_number=ID, phone="13812345678", home=dwelling())


def text(response) -> str:
    return response.content.decode()


def test_i_read_every_value_with_its_ground_and_who_looked(sign_in, person, community):
    open_person(person, post_of("worker", community), purpose="核对选民登记", at=AT)
    page = text(sign_in(person=person).get(reverse("me:held")))
    for word in (
        "王秀英", "13812345678", ID, "本人同意", "居民委员会履行法定职责所必需", "离开满一年后清除",
        "核对选民登记", "社区工作者", "翠湖社区 › 翠湖一期", "用电话联系我",
    ):  # fmt: skip
        assert word in page, word


def test_i_take_all_of_it_along(sign_in, person):
    response = sign_in(person=person).get(reverse("me:copy"))
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"] == "no-store"
    copy = json.loads(response.content)
    assert copy["person"]["id_number"] == ID
    assert copy["ties"]
    assert copy["looked_at"] is not None


def test_i_change_my_number_and_agree_by_it(sign_in, person):
    client = sign_in(person=person)
    assert "13812345678" in text(client.get(reverse("me:change")))
    client.post(reverse("me:change"), {"phone": "139-0000-1111", "needs": ["large_print"]})
    changed = Person.objects.get(community=person.community, pk=person.pk)
    assert (changed.phone, changed.needs) == ("+8613900001111", ["large_print"])
    assert has_consent(person, "service_needs")
    wrong = client.post(reverse("me:change"), {"phone": "139"})
    assert wrong.status_code == 422
    client.post(reverse("me:change"), {"phone": ""})
    changed.refresh_from_db()
    assert (changed.phone, changed.needs) == ("", [])


def test_i_take_a_consent_back_in_one_step(sign_in, person, resident):
    client = sign_in(person=person)
    consent = Consent.objects.get(community=person.community)
    assert client.get(reverse("me:withdraw", args=[consent.pk])).status_code == 405
    client.post(reverse("me:withdraw", args=[consent.pk]))
    assert Person.objects.get(community=person.community, pk=person.pk).phone == ""
    other = resident("李建国", phone="13900001111")
    theirs = Consent.objects.get(community=person.community, person=other)
    assert client.post(reverse("me:withdraw", args=[theirs.pk])).status_code == 404


def test_i_ask_and_read_the_answer(sign_in, person, community):
    client = sign_in(person=person)
    empty = client.post(reverse("me:ask"), {"kind": "correct", "words": ""})
    assert empty.status_code == 422
    client.post(reverse("me:ask"), {"kind": "correct", "words": "名字第二个字错了"})
    twice = client.post(reverse("me:ask"), {"kind": "correct", "words": "快一点"})
    assert twice.status_code == 422
    assert "正在办理" in text(twice)
    asked = RightsRequest.objects.get(community=community)
    registrar = post_of("registrar", community)
    actions.answer_request(asked, by=registrar, at=AT, granted=False, answer="与证件一致")
    page = text(client.get(reverse("me:held")))
    assert "名字第二个字错了" in page
    assert "与证件一致" in page


def test_a_guardian_reads_a_childs_record_and_nobody_elses(sign_in, person, resident, community):
    child, stranger = resident("李小明", birth_date=date(2018, 1, 1)), resident("赵六")
    actions.appoint_agent(
        child, by=post_of("worker", community), at=AT, agent=person, kind="guardian",
        scope="everything", since=date(2018, 1, 1), paper="户口簿",
    )  # fmt: skip
    client = sign_in(person=person)
    assert reverse("me:held_for", args=[child.pk]) in text(client.get(reverse("me:held")))
    assert "李小明" in text(client.get(reverse("me:held_for", args=[child.pk])))
    assert client.get(reverse("me:held_for", args=[stranger.pk])).status_code == 404
    other = sign_in(person=stranger)
    assert other.get(reverse("me:held_for", args=[child.pk])).status_code == 404


def test_an_account_without_a_record_is_told_how_to_get_one(sign_in):
    client = sign_in()
    response = client.get(reverse("me:held"))
    assert response.status_code == 200
    assert "没有关联居民登记" in text(response)
    for name in ("copy", "change", "ask"):
        assert client.get(reverse(f"me:{name}")).status_code == 404


def test_who_has_not_signed_in_is_led_to_the_way_in(client, db):
    for name in ("held", "copy", "change", "ask"):
        assert client.get(reverse(f"me:{name}")).status_code == 302


def test_a_record_that_was_cleared_is_nobodys(sign_in, resident, community):
    person = resident("王秀英")
    client = sign_in(person=person)
    actions.forget_person(person, by=post_of("director", community), at=AT)
    assert "没有关联居民登记" in text(client.get(reverse("me:held")))
