"""Questions on a page: two clicks for the desk, rounded counts for others, and a list that each
person in it can read of."""

from datetime import date

import pytest

from linli.core.audit.models import Entry
from linli.core.people.models import Question
from linli.core.people.rules.counting import question_coarse, told_count

OLD = date(1940, 1, 1)


def text(response) -> str:
    return response.content.decode()


@pytest.mark.parametrize(
    ("counted", "told"), [(0, 0), (1, None), (9, None), (10, 10), (12, 10), (13, 15), (17, 15)]
)
def test_a_count_is_told_in_fives_and_never_below_ten(counted, told):
    assert told_count(counted) == told


def test_near_questions_cannot_be_taken_from_each_other():
    first = (date(2026, 3, 1),)
    assert question_coarse(80, None, False, first)
    assert question_coarse(60, 79, False, first)
    assert not question_coarse(81, None, False, first)
    assert not question_coarse(80, 85, False, first)
    assert not question_coarse(80, None, True, first)
    assert not question_coarse(80, None, False, (date(2026, 3, 2),))


@pytest.fixture
def people(resident, dwelling):
    return [
        resident("王秀英", home=dwelling(door="101"), birth_date=OLD),
        resident("李建国", home=dwelling(door="102"), birth_date=OLD),
        resident("李小明", home=dwelling(door="102"), birth_date=date(2000, 1, 1)),
    ]


def test_how_many_of_eighty_live_alone_today_and_on_the_first_of_march(
    sign_in, url, people, dwelling, community
):
    client = sign_in("worker")
    asked = {"age_from": "80", "alone": "dwelling", "place": str(dwelling().parent.pk),
             "on": "2026-11-23", "then": "2019-03-01"}  # fmt: skip
    page = text(client.get(url("questions"), asked))
    assert "80 岁及以上 · 独居" in page
    assert page.count("tally-number") == 2
    assert "王秀英" not in page
    client.post(url("questions_save"), {**asked, "name": "独居老人"})
    question = Question.objects.get(community=community)
    assert "alone=dwelling" in text(client.get(url("questions")))
    assert client.post(url("questions_save"), {**asked, "name": "独居老人"}).status_code == 409
    client.post(url("questions_drop", question.pk))
    assert not Question.objects.filter(community=community).exists()


def test_each_in_a_list_reads_that_they_were_in_it(sign_in, url, people):
    client = sign_in("worker")
    page = text(client.post(url("questions_list"), {"age_from": "80", "on": "2026-11-23"}))
    assert "王秀英" in page
    assert "李建国" in page
    assert "李小明" not in page
    entries = Entry.objects.filter(action="people.list")
    assert {entry.about for entry in entries} == {people[0].pk, people[1].pk}
    assert entries[0].note["purpose"] == "80 岁及以上"
    assert client.get(url("questions_list")).status_code == 405


def test_who_only_counts_sees_no_names_and_no_small_counts(sign_in, url, people):
    for post in ("representative", "supervisor"):
        client = sign_in(post)
        page = text(client.get(url("questions"), {"age_from": "80", "on": "2026-11-01"}))
        assert "少于 10" in page
        assert "王秀英" not in page
        assert "看是哪些人" not in page
        fine = client.get(url("questions"), {"age_from": "81", "on": "2026-11-01"})
        assert fine.status_code == 422
        assert "五岁一档" in text(fine)
        assert client.post(url("questions_list"), {"age_from": "80"}).status_code == 404
    assert sign_in("mediator").get(url("questions")).status_code == 404


def test_the_navigation_says_where_one_is_once(sign_in, url):
    client = sign_in("worker")
    for page, title in (("questions", "有多少人"), ("search", "居民名册"), ("imports", "居民名册")):
        nav = client.get(url(page)).context["nav"]
        assert [str(item.title) for item in nav if item.current] == [title]
