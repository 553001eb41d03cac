"""A notice about help: the office's paper, two hands, four facts, seven days, and gone."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from linli.core.access.models import Account
from linli.core.audit.actor import NOBODY
from linli.core.clocks.tests.cast import at, make_community, make_holder
from linli.lib.law import Refused
from linli.mechanisms.publication import actions as publication
from linli.mechanisms.publication.actions import state_of
from linli.mechanisms.publication.due import run
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries import public, public_notice
from linli.service.catalogue.actions import assistance as actions
from linli.service.catalogue.actions.assistance import Asked, Household
from linli.service.catalogue.models import AssistanceNotice
from linli.service.catalogue.postings import ASSISTANCE_NOTICE
from linli.service.catalogue.rules.assistance import (
    household_counts,
    office_asked,
    only_a_name,
    shown_name,
)

FORBIDDEN = {
    "illness": "尿毒症",
    "identity": "11010519491231002X",
    "door": "3-2-501",
    "phone": "13812341234",
}


def test_a_name_is_masked_once_and_stays_so():
    assert shown_name("张 三丰", masked=True) == "张*丰"
    assert shown_name("张*丰", masked=True) == "张*丰"
    assert shown_name("张三", masked=False) == "张三"


def test_a_name_is_a_name_and_nothing_beside_it():
    for name in ("张三丰", "张*丰", "阿依古丽·买买提", "John O'Neill", "欧阳 娜娜"):
        assert only_a_name(name), name
    for name in ("张三2", "张三(尿毒症)", "张三残疾", "3-2-501", "张三，住三楼", ""):
        assert not only_a_name(name), name


def test_the_office_has_asked_on_a_paper_that_has_come():
    today = date(2026, 3, 2)
    assert office_asked("街道办", "民字3号", today, today)
    for wrong in (("", "民字3号", today), ("街道办", " ", today), ("街道办", "民字3号", None)):
        assert not office_asked(*wrong, today)
    assert not office_asked("街道办", "民字3号", date(2026, 3, 3), today)
    assert household_counts(1, 1)
    assert not household_counts(0, 100)
    assert not household_counts(1, 0)


def test_the_template_has_no_field_for_anything_else():
    columns = ASSISTANCE_NOTICE.fields[2].columns
    assert [field.key for field in ASSISTANCE_NOTICE.fields] == [
        "scheme",
        "decided_by",
        "households",
    ]
    assert [column.key for column in columns] == ["name", "members", "amount"]
    assert ASSISTANCE_NOTICE.hidden_from_search


@pytest.fixture
def community(db):
    return make_community("110101001001", "翠湖社区")


@pytest.fixture
def worker(community):
    return make_holder(community, "worker", "王丽")


@pytest.fixture
def director(community):
    return make_holder(community, "director", "陈建国")


def _asked(**more):
    households = [Household("张三丰", 3, 120000), Household("欧阳娜娜", 2, 86000)]
    given = {
        "office": "湖滨街道办事处",
        "paper": "湖街民〔2026〕3号",
        "received_on": date(2026, 3, 1),
        "scheme": "minimum_living",
        "households": households,
    }
    return Asked(**{**given, **more})


@pytest.fixture
def draft(community, worker):
    return actions.draft_assistance_notice(community, asked=_asked(), by=worker, at=at(3, 2))


def _rule(call, *args, **more):
    with pytest.raises(Refused) as caught:
        call(*args, **more)
    return caught.value.finding.rule


def _release(draft, by, moment=None):
    seen = state_of(draft.posting)
    return actions.release_assistance_notice(draft, seen=seen, by=by, at=moment or at(3, 2))


@pytest.mark.django_db
def test_one_drafts_another_releases_and_on_the_eighth_day_it_is_gone(
    draft, community, worker, director
):
    posting = draft.posting
    assert [row["name"] for row in posting.fields["households"]] == ["张*丰", "欧**娜"]
    assert _rule(_release, draft, worker) == "publication.seen_by_two"
    _release(draft, director)
    posting = Posting.objects.get(community=community, pk=posting.pk)
    assert posting.objections_until == posting.comes_down_at == at(3, 10, 0)
    (line,) = public(community.pk, at(3, 9, 23, 59)).lines
    assert line.heading == "社会救助公示"
    # The server slept over the hour: nobody has noted anything, and it is gone all the same.
    assert public(community.pk, at(3, 10, 0)).lines == []
    assert public_notice(community.pk, posting.pk, at(3, 10, 0)).face is None
    assert run(at(3, 12))["expired"] == 1
    # Thirty days later not even the committee knows whom it was about.
    assert run(at(4, 11, 13))["forgotten"] == 1
    posting = Posting.objects.get(community=community, pk=posting.pk)
    assert (posting.fields, posting.snapshot) == ({}, {})
    assert AssistanceNotice.objects.filter(community=community).count() == 1


@pytest.mark.django_db
def test_a_period_that_ends_on_a_holiday_shows_no_name_for_longer(community, worker, director):
    moment = at(9, 26)  # the seventh day after is 3 October
    asked = _asked(received_on=date(2026, 9, 25))
    draft = actions.draft_assistance_notice(community, asked=asked, by=worker, at=moment)
    _release(draft, director, moment)
    assert Posting.objects.get(community=community).comes_down_at == at(10, 4, 0)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", sorted(FORBIDDEN))
def test_nothing_private_comes_in_by_any_text(kind, community, worker):
    value = FORBIDDEN[kind]
    for asked in (
        _asked(office=f"街道办 {value}"),
        _asked(households=[Household(f"张三丰 {value}", 3, 120000)]),
    ):
        with pytest.raises(Refused) as caught:
            actions.draft_assistance_notice(community, asked=asked, by=worker, at=at(3, 2))
        assert caught.value.finding.rule in (
            "publication.without_private_numbers",
            "publication.without_health",
            "catalogue.only_a_name",
        )
        assert value not in str(caught.value.finding.numbers)
    assert not AssistanceNotice.objects.filter(community=community).exists()


@pytest.mark.django_db
def test_an_objection_goes_to_the_office_that_decides_before_it_is_answered(
    draft, community, worker, director
):
    _release(draft, director)
    posting = Posting.objects.get(community=community)
    objected = publication.Objected("他家不是三口人。")
    made = publication.object_to(posting, objected=objected, by=NOBODY, at=at(3, 3))
    answer = {"outcome": "not_upheld", "answer": "街道复核：三口人属实。", "by": worker}
    assert _rule(publication.answer_objection, made, at=at(3, 4), **answer) == (
        "publication.passed_on_first"
    )
    office = "湖滨街道办事处"
    publication.pass_objection_on(made, office=office, by=worker, at=at(3, 4))
    publication.answer_objection(made, at=at(3, 6), **answer)
    assert made.state == "answered"


@pytest.mark.django_db
def test_the_desk_types_the_paper_and_another_releases_it(client, community, worker, director):
    def url(name, *more):
        return reverse(f"catalogue:{name}", args=[community.code, *more])

    def sign_in(actor):
        account = Account.objects.get(pk=actor.account)
        client.force_login(account, backend="linli.core.access.sign_in.AccountBackend")

    sign_in(worker)
    typed = {
        "office": "湖滨街道办事处",
        "paper": "湖街民〔2026〕3号",
        "received_on": "2026-03-01",
        "scheme": "minimum_living",
        "name_1": "张三丰",
        "members_1": "3",
        "amount_1": "1200",
        "illness": "尿毒症",
    }
    with time_machine.travel(at(3, 2), tick=False):
        half = client.post(url("new_assistance_notice"), {**typed, "name_2": "李四"})
        assert half.status_code == 422
        page = client.post(url("new_assistance_notice"), typed)["Location"]
        for form in ("page", "sheet", "hall", "large", "text", "script", "feed"):
            told = client.get(f"{page}?as={form}").content.decode()
            assert "尿毒症" not in told, form
            assert "张三丰" not in told, form
            assert ("张*丰" in told) is (form in ("page", "sheet", "large")), form
        (row,) = AssistanceNotice.objects.filter(community=community)
        sent = {"seen": state_of(row.posting)}
        assert client.post(url("release_assistance", row.posting_id), sent).status_code == 409
        sign_in(director)
        client.post(url("send_back_assistance", row.posting_id), {"reason": "金额核对一下"})
        sign_in(worker)
        assert "金额核对一下" in client.get(page).content.decode()
        again = {**typed, "name_1": "张*丰", "amount_1": "1250"}
        assert client.post(url("rewrite_assistance", row.posting_id), again).status_code == 302
        sign_in(director)
        row = AssistanceNotice.objects.get(community=community)
        sent = {"seen": state_of(row.posting)}
        assert client.post(url("release_assistance", row.posting_id), sent).status_code == 302
        register = client.get(url("assistance_notices")).content.decode()
        assert "湖街民〔2026〕3号" in register
        assert "张*" not in register
    outsider = make_holder(make_community("110101001002", "望江社区"), "director", "外人")
    sign_in(outsider)
    assert client.get(url("assistance_notices")).status_code == 404
