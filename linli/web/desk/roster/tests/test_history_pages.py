"""Pairs decided over the whole register, a person's life, the staircase, and changes told of."""

from datetime import date

import pytest

from linli.core.jobs.models import Job
from linli.core.jobs.running import run_job
from linli.core.people import actions
from linli.core.people.models import Declaration, Merge, NotSamePerson, Resemblance
from linli.core.people.queries import resembling_in
from linli.core.people.tests.conftest import AT, an_id, as_themself, post_of

BORN = date(1954, 5, 6)


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def pair(resident, community):
    one, other = resident("王秀英", birth_date=BORN), resident("王秀瑛", birth_date=BORN)
    actions.note_resemblances(
        community, by=post_of("registrar", community), at=AT, pairs=resembling_in(community)
    )
    return Resemblance.objects.get(community=community), one, other


def test_a_pair_is_shown_with_its_reasons_and_decided(sign_in, url, pair):
    row, _one, _other = pair
    client = sign_in("registrar")
    page = text(client.get(url("pairs")))
    assert "姓名同音" in page
    assert "同一天出生" in page
    assert 'data-press="1"' in page
    client.post(url("decide_pair", row.pk, "keep-second"))
    merge = Merge.objects.get(community=row.community)
    assert merge.kept_id == row.second_id
    assert "没有等着决定的" in text(client.get(url("pairs")))
    assert url("undo_merge", merge.pk) in text(client.get(url("pairs")))
    gone = client.post(url("decide_pair", row.pk, "apart"), follow=True)
    assert "已经有人处理过了" in text(gone)
    assert sign_in("worker").get(url("pairs")).status_code == 404


def test_two_people_are_remembered_and_the_cursor_stays(sign_in, url, pair):
    row, _one, _other = pair
    client = sign_in("registrar")
    cursor = f"{row.sureness + 1}.{row.pk}"
    back = client.post(url("decide_pair", row.pk, "apart"), {"after": cursor})
    assert back["Location"].endswith(f"?after={cursor}")
    assert NotSamePerson.objects.filter(community=row.community).exists()
    assert client.post(url("decide_pair", row.pk, "apart"), {"after": "<x>"})["Location"] == url(
        "pairs"
    )
    assert client.get(url("pairs"), {"after": "x"}).status_code == 200


def test_two_numbers_are_merged_only_with_the_paper_seen(sign_in, url, resident, community):
    for born in (BORN, date(1954, 5, 8)):
        resident("王秀英", id_number=an_id(born, serial=12))
    actions.note_resemblances(
        community, by=post_of("registrar", community), at=AT, pairs=resembling_in(community)
    )
    row, client = Resemblance.objects.get(community=community), sign_in("registrar")
    page = text(client.get(url("pairs")))
    assert "证件号只在出生日期处差一位" in page
    assert client.post(url("decide_pair", row.pk, "keep-first")).status_code == 409
    client.post(url("decide_pair", row.pk, "keep-first"), {"number_was_wrong": "on"})
    assert Merge.objects.get(community=community).kept_id == row.first_id


def test_looking_again_is_a_job_that_tells_how_many(sign_in, url, resident, community):
    resident("王秀英", birth_date=BORN), resident("王秀瑛", birth_date=BORN)
    sign_in("registrar").post(url("pairs_look"))
    job = Job.objects.get(community=community, kind="roster.find_doubles")
    run_job.call(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.result["count"]) == ("done", 1)


def test_a_life_is_told_and_stood_on_a_day(sign_in, url, resident, dwelling):
    person = resident("王秀英", home=dwelling(), kind="hukou_here")
    client = sign_in("worker")
    page = text(client.get(url("history", person.pk), {"on": "2026-11-23"}))
    assert "户籍在这里，没有登记住在本社区" in page
    assert "登记到名册" in page
    assert "没有登记。" in text(client.get(url("history", person.pk), {"on": "2019-01-01"}))
    kept = text(client.get(url("kept", person.pk)))
    assert "还没有开始计时" in kept
    assert "离开满一年后清除" in kept


def test_a_staircase_is_walked_room_by_room_without_a_number(
    sign_in, url, resident, dwelling, django_assert_max_num_queries
):
    resident("王秀英", home=dwelling(door="101"), phone="13812345678", needs=["home_visit"],
             id_number=an_id(BORN, serial=12))  # fmt: skip
    client = sign_in("worker")
    with django_assert_max_num_queries(24):
        page = text(client.get(url("stairs", dwelling().parent.pk)))
    assert "王秀英" in page
    assert "上门办理" in page
    assert "没有登记" in page
    for number in ("13812345678", "138****", "1101011954", "5678"):
        assert number not in page
    assert client.get(url("stairs", dwelling().pk)).status_code == 404


def test_a_worker_records_a_change_at_the_door(sign_in, url, resident, dwelling, community):
    person = resident("王秀英", home=dwelling())
    client = sign_in("worker")
    about = f"?about={person.pk}"
    page = text(client.get(url("declare") + about))
    for kind, _word in Declaration.KINDS:
        assert url("record", kind) in page
        assert client.get(url("record", kind) + about).status_code == 200, kind
    assert client.get(url("record", "died")).status_code == 404
    wrong = client.post(url("record", "died") + about, {"on": "2020-05-01", "paper": ""})
    assert wrong.status_code == 422
    client.post(url("record", "died") + about, {"on": "2020-05-01", "paper": "死亡证明"})
    person.refresh_from_db()
    assert person.died_on == date(2020, 5, 1)
    home = f"?home={dwelling(door='102').pk}"
    form = {"name": "赵六", "dwelling": "1-1-102", "tie": "tenant", "on": "2026-11-01",
            "paper": "租房合同", "id_number": an_id(BORN, serial=31)}  # fmt: skip
    done = client.post(url("record", "moved_in") + home, form)
    assert done.status_code == 302
    assert "赵六" in text(client.get(done["Location"]))


def test_what_a_resident_told_waits_until_it_is_decided(sign_in, url, resident, dwelling):
    person = resident("王秀英", home=dwelling())
    told = actions.declare(
        person, by=as_themself(person), at=AT, kind="name", about=person, said={"name": "王秀瑛"}
    )
    client = sign_in("worker")
    assert url("decide_declaration", told.pk) in text(client.get(url("declarations")))
    assert "王秀瑛" in text(client.get(url("decide_declaration", told.pk)))
    bare = client.post(url("decide_declaration", told.pk), {"what": "refuse", "reason": ""})
    assert bare.status_code == 422
    client.post(url("decide_declaration", told.pk), {"paper": "户口簿"})
    person.refresh_from_db()
    assert person.name == "王秀瑛"
    assert "已核对，已登记" in text(client.get(url("decide_declaration", told.pk)))
    assert sign_in("representative").get(url("declarations")).status_code == 404
