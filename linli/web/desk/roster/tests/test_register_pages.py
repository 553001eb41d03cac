"""The register at the desk: who sees what on its pages, and what can be done there."""

from datetime import date

import pytest

from linli.core.audit.models import Entry
from linli.core.people import actions
from linli.core.people.models import Merge, NotSamePerson, Person, RightsRequest
from linli.core.people.queries import (
    has_consent,
    households_at,
    living_at,
    person_called,
    ties_of,
)
from linli.core.people.tests.conftest import AT, ON, an_id, as_themself
from linli.lib.identity.ids import new_id

BORN = date(1954, 5, 6)
ID = an_id(BORN, serial=12)


@pytest.fixture
def person(resident, dwelling):
    return resident("王秀英", id_number=ID, phone="13812345678", home=dwelling())


def text(response) -> str:
    return response.content.decode()


def test_a_worker_finds_people_by_name_sound_and_whole_number(sign_in, url, person, dwelling):
    client = sign_in("worker")
    for typed in ("王秀英", "wxy", ID, "13812345678"):
        page = text(client.post(url("search"), {"q": typed}))
        assert "王秀英" in page, typed
        assert "138****5678" in page
        shown = page.replace(f'value="{typed}"', "")  # what was typed stays in its field
        assert ID not in shown
        assert "13812345678" not in shown
    assert "没有找到" in text(client.post(url("search"), {"q": "1381234"}))
    page = text(client.post(url("search"), {"q": "1-1-101"}))
    assert url("place", dwelling().pk) in page


def test_what_was_searched_stands_in_no_address(sign_in, url, person):
    client = sign_in("worker")
    assert "王秀英" not in text(client.get(url("search"), {"q": "王秀英"}))
    response = client.post(url("search"), {"q": ID})
    assert "Location" not in response
    assert f"={ID}" not in text(response)
    assert response["Cache-Control"] == "no-store"


def test_a_search_by_htmx_gets_the_list_alone(sign_in, url, person):
    page = text(sign_in("worker").post(url("search"), {"q": "wxy"}, headers={"HX-Request": "true"}))
    assert "王秀英" in page
    assert "<html" not in page


def test_the_front_of_the_register_counts_and_leads_to_homes(sign_in, url, person, community):
    page = text(sign_in("director").get(url("search")))
    assert "翠湖一期" in page
    assert "王秀英" not in page


def test_numbers_open_on_a_purpose_and_the_look_is_in_the_book(sign_in, url, person):
    client = sign_in("worker")
    page = text(client.get(url("person", person.pk)))
    assert "138****5678" in page
    assert "13812345678" not in page
    assert "1954" not in page
    refused = client.post(url("open", person.pk), {"purpose": "看"})
    assert refused.status_code == 422
    assert "13812345678" not in text(refused)
    opened = client.post(url("open", person.pk), {"purpose": "核对选民登记"})
    assert "13812345678" in text(opened)
    assert ID in text(opened)
    assert opened["Cache-Control"] == "no-store"
    assert Entry.objects.get(action="people.open").about == person.pk
    assert "核对选民登记" in text(client.get(url("person", person.pk)))
    assert client.get(url("open", person.pk)).status_code == 405


def test_posts_that_have_no_business_with_the_register_find_no_page(
    sign_in, url, person, next_door, community
):
    for post in ("supervisor", "mediator", "property_manager", "representative"):
        assert sign_in(post).get(url("person", person.pk)).status_code == 404
    outsider = sign_in("director", place=next_door)
    assert outsider.get(url("person", person.pk)).status_code == 404
    assert outsider.get(url("person", person.pk, code=next_door.code)).status_code == 404


def test_who_has_not_signed_in_is_led_to_the_way_in(client, url, person):
    assert client.get(url("person", person.pk)).status_code == 302


def register_form(**changed):
    return {
        "name": "李建国",
        "id_number": an_id(BORN, serial=31),
        "phone": "",
        "address": "1-1-102",
        "kind": "usual_resident",
        "since": "2026-01-01",
        "once": str(new_id()),
        **changed,
    }


def test_somebody_new_is_registered_with_a_home_in_one_go(sign_in, url, community, dwelling):
    client = sign_in("worker")
    form = register_form(phone="13900001111", contact="signed")
    response = client.post(url("register"), form)
    person = Person.objects.get(community=community)
    assert response["Location"] == url("person", person.pk)
    assert (person.name, person.phone, person.sex) == ("李建国", "+8613900001111", "male")
    assert [tie.person for tie in living_at(dwelling(door="102"), ON)] == [person]
    again = client.post(url("register"), form)
    assert again["Location"] == url("person", person.pk)
    assert Person.objects.filter(community=community).count() == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"address": "9-9-999"}, "本社区没有这套住房"),
        ({"id_number": "110101195405060019"}, "最后一位对不上"),
        ({"phone": "13900001111"}, "要本人同意才能记录"),
        ({"phone": "139", "contact": "signed"}, "电话"),
    ],
)
def test_what_is_wrong_is_said_on_the_form_and_nothing_is_kept(
    sign_in, url, community, changed, said
):
    response = sign_in("worker").post(url("register"), register_form(**changed))
    assert response.status_code == 422
    assert said in text(response)
    assert "李建国" in text(response)
    assert not Person.objects.filter(community=community).exists()


def test_a_known_number_is_told_with_the_way_on(sign_in, url, person):
    response = sign_in("worker").post(url("register"), register_form(id_number=ID))
    assert response.status_code == 422
    assert "已经有人用这个证件号码" in text(response)


def test_every_step_of_a_person_has_its_page(sign_in, url, person):
    client = sign_in("director")
    page = text(client.get(url("person", person.pk)))
    for what in (
        "correct", "move-in", "move-out", "consent", "withdraw", "agent", "end-agent", "death",
        "forget",
    ):  # fmt: skip
        assert url("step", person.pk, what) in page
        assert client.get(url("step", person.pk, what)).status_code == 200
    assert client.get(url("step", person.pk, "promote")).status_code == 404


def test_a_worker_is_not_offered_what_keepers_do(sign_in, url, person):
    client = sign_in("worker")
    assert url("step", person.pk, "forget") not in text(client.get(url("person", person.pk)))
    assert client.get(url("step", person.pk, "forget")).status_code == 404


def test_correcting_leaves_numbers_alone_unless_they_are_typed(sign_in, url, person):
    client = sign_in("worker")
    page = text(client.get(url("step", person.pk, "correct")))
    assert "13812345678" not in page
    assert ID not in page
    client.post(url("step", person.pk, "correct"), {"name": "王秀瑛", "sex": "female"})
    changed = Person.objects.get(community=person.community, pk=person.pk)
    assert (changed.name, changed.phone, changed.id_number) == ("王秀瑛", "+8613812345678", ID)
    client.post(
        url("step", person.pk, "correct"), {"name": "王秀瑛", "sex": "female", "clear": ["phone"]}
    )
    changed.refresh_from_db()
    assert changed.phone == ""


def test_moving_in_and_out_from_the_page(sign_in, url, person, dwelling):
    client = sign_in("worker")
    done = client.post(
        url("step", person.pk, "move-in"),
        {"dwelling": "2号楼2单元202", "kind": "owner", "since": "2026-03-01"},
    )
    assert done.status_code == 302
    tie = ties_of(person).get(kind="owner")
    assert tie.dwelling == dwelling("2号楼", "2单元", "202")
    early = client.post(
        url("step", person.pk, "move-out"), {"tie": str(tie.pk), "until": "2026-03-01"}
    )
    assert early.status_code == 422
    assert "要晚于开始日期" in text(early)
    client.post(url("step", person.pk, "move-out"), {"tie": str(tie.pk), "until": "2026-05-01"})
    tie.refresh_from_db()
    assert tie.until == date(2026, 5, 1)


def test_consent_and_mandate_from_the_page(sign_in, url, person, resident):
    client = sign_in("worker")
    client.post(url("step", person.pk, "consent"), {"purpose": "service_needs", "how": "spoken"})
    assert has_consent(person, "service_needs")
    resident("王小明", id_number=an_id(date(1980, 1, 1), serial=33))
    given = {"kind": "mandate", "scope": "services", "since": "2026-01-01", "paper": "授权委托书"}
    wrong = client.post(url("step", person.pk, "agent"), {**given, "agent": "查无此人"})
    assert wrong.status_code == 422
    assert (
        client.post(url("step", person.pk, "agent"), {**given, "agent": "王小明"}).status_code
        == 302
    )
    page = text(client.get(url("person", person.pk)))
    assert "王小明" in page
    assert "授权委托书" in page


def test_a_record_is_cleared_only_when_nothing_ties_it(sign_in, url, person):
    client = sign_in("director")
    assert client.post(url("step", person.pk, "forget")).status_code == 422
    (tie,) = ties_of(person)
    client.post(url("step", person.pk, "move-out"), {"tie": str(tie.pk), "until": "2026-05-01"})
    assert client.post(url("step", person.pk, "forget")).status_code == 302
    page = text(client.get(url("person", person.pk)))
    assert "内容已经清除" in page
    assert "王秀英" not in page


def test_a_home_shows_its_people_by_day_and_makes_a_household(sign_in, url, person, dwelling):
    client, home = sign_in("worker"), dwelling()
    page = text(client.get(url("place", home.pk)))
    assert "王秀英" in page
    assert "13812345678" not in page
    assert "王秀英" not in text(client.get(url("place", home.pk), {"on": "2019-01-01"}))
    assert client.get(url("place", home.pk), {"on": "2019-99-99"}).status_code == 200
    client.post(
        url("home_step", home.pk, "household"),
        {"members": [str(person.pk)], "since": "2026-01-01", "number": "001"},
    )
    (household,) = households_at(home, ON)
    client.post(
        url("home_step", home.pk, "representative"),
        {"household": str(household.pk), "person": str(person.pk)},
    )
    household.refresh_from_db()
    assert household.representative == person
    assert "户的代表" in text(client.get(url("place", home.pk)))
    form = text(client.get(url("register"), {"home": str(home.pk)}))
    assert f'value="{home.full_name}"' in form
    assert client.get(url("register"), {"home": "x"}).status_code == 200
    wider = text(client.get(url("place", home.parent.parent.pk)))
    assert "1单元" in wider


def test_doubles_are_merged_told_apart_and_taken_back(sign_in, url, resident):
    client = sign_in("registrar")
    one = resident("王秀英", birth_date=BORN)
    other = resident("王秀瑛", birth_date=BORN)
    assert "可能重复" in text(client.get(url("person", one.pk)))
    assert "王秀瑛" in text(client.get(url("doubles", one.pk)))
    client.post(url("decide", one.pk, other.pk, "apart"))
    assert NotSamePerson.objects.filter(community=one.community).exists()
    refused = client.post(url("decide", one.pk, other.pk, "merge"))
    assert refused.status_code == 409
    client.post(url("decide", one.pk, other.pk, "unapart"))
    client.post(url("decide", one.pk, other.pk, "merge"))
    merge = Merge.objects.get(community=one.community)
    assert "王秀瑛" in text(client.get(url("doubles", one.pk)))
    client.post(url("undo_merge", merge.pk))
    merge.refresh_from_db()
    assert merge.undone_at
    assert sign_in("worker").get(url("doubles", one.pk)).status_code == 404


def test_requests_wait_in_a_list_and_are_answered_with_reasons(sign_in, url, person):
    asked = actions.ask(person, by=as_themself(person), at=AT, kind="correct", words="名字错了")
    client = sign_in("registrar")
    assert url("respond", asked.pk) in text(client.get(url("requests")))
    assert "名字错了" in text(client.get(url("respond", asked.pk)))
    bare = client.post(url("respond", asked.pk), {"granted": "no", "answer": ""})
    assert bare.status_code == 422
    client.post(url("respond", asked.pk), {"granted": "no", "answer": "与证件一致"})
    assert RightsRequest.objects.get(community=person.community).outcome == "refused"
    assert sign_in("worker").get(url("requests")).status_code == 404


def test_the_person_is_found_again_after_a_merge_by_the_old_address(sign_in, url, resident):
    one, other = resident("王秀英"), resident("王秀瑛", id_number=ID)
    client = sign_in("registrar")
    client.post(url("decide", one.pk, other.pk, "merge"))
    assert person_called(one.community, ID) == one
    assert "王秀英" in text(client.get(url("person", other.pk)))
