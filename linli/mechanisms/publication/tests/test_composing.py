"""A notice a worker writes by hand: only the listed fields, every form before it is posted."""

import re

import pytest
import time_machine
from django.urls import reverse

from linli.core.access.models import Account
from linli.core.clocks.tests.cast import at
from linli.core.people.models import Consent
from linli.lib.law import Refused
from linli.mechanisms.publication import actions, registry
from linli.mechanisms.publication.declaration import PublicField, Template
from linli.mechanisms.publication.due import run
from linli.mechanisms.publication.forms import FieldsForm
from linli.mechanisms.publication.models import NamedPerson, Posting
from linli.mechanisms.publication.postings import NAMED, NOTICE, THANK_YOU
from linli.mechanisms.publication.queries import public_notice
from linli.mechanisms.publication.tests.notices import AFFAIRS, ROLL

pytestmark = pytest.mark.django_db

WORDS = {"title": "三号楼停水", "body": "换水管，请提前存水。", "when": "3月5日 9:00—12:00"}
DISCLOSED = Template(
    "tests.disclosed",
    category=AFFAIRS,
    title="居务公开",
    heading="title",
    fields=(PublicField("title", "标题"), PublicField("spent", "支出", kind="money")),
    period_days=15,
    minimum_days=15,
    cites=("rcl2025.34",),
    by_hand=True,
)


@pytest.fixture(autouse=True)
def disclosed(monkeypatch):
    monkeypatch.setitem(registry.templates(), DISCLOSED.name, DISCLOSED)


def _rule(call, *args, **more):
    with pytest.raises(Refused) as caught:
        call(*args, **more)
    return caught.value.finding.rule


def _write(community, by, template=NOTICE, fields=WORDS, days=3, **more):
    given = {"template": template, "fields": fields, "days": days, "by": by, "at": at(3, 2)}
    return actions.write_notice(community, **given, **more)


def test_a_notice_without_names_is_written_seen_and_posted_by_one(community, worker):
    draft = _write(community, worker)
    assert public_notice(community.pk, draft.pk, at(3, 2)) is None
    seen = actions.state_of(draft)
    notice = actions.release_notice(draft, seen=seen, by=worker, at=at(3, 2))
    assert notice.comes_down_at == at(3, 6, 0)
    again = {"seen": seen, "by": worker, "at": at(3, 2)}
    assert _rule(actions.release_notice, notice, **again) == "publication.unchanged"


def test_nothing_is_posted_but_what_was_seen(community, worker, director):
    draft = _write(community, worker)
    seen = actions.state_of(draft)
    more = {"fields": {**WORDS, "when": "3月6日"}, "days": 3, "by": worker, "at": at(3, 2)}
    actions.rewrite_notice(Posting.objects.get(community=community, pk=draft.pk), **more)
    given = {"seen": seen, "by": director, "at": at(3, 2)}
    assert _rule(actions.release_notice, draft, **given) == "publication.unchanged"


def test_a_disclosure_of_fourteen_days_is_refused_with_the_article(community, worker):
    draft = _write(community, worker, DISCLOSED, {"title": "办公经费", "spent": 120000}, days=14)
    with pytest.raises(Refused) as caught:
        actions.release_notice(draft, seen=actions.state_of(draft), by=worker, at=at(3, 2))
    assert caught.value.finding.rule == "publication.long_enough"
    assert caught.value.finding.cites == ("rcl2025.34",)
    assert caught.value.finding.numbers == {"days": 14, "minimum": 15}


def test_who_is_thanked_by_name_has_agreed_and_two_people_post_it(
    community, worker, director, agreeing
):
    fields = {"names": "王秀兰", "deed": "扶起了摔倒的邻居。"}
    draft = _write(community, worker, THANK_YOU, fields, days=10)
    given = {"seen": actions.state_of(draft), "at": at(3, 2)}
    assert _rule(actions.release_notice, draft, by=worker, **given) == "publication.seen_by_two"
    assert _rule(actions.release_notice, draft, by=director, **given) == (
        "publication.agreed_by_all"
    )
    person = agreeing(NAMED)
    actions.rewrite_notice(
        draft, fields=fields, days=10, persons=[person.pk], by=worker, at=at(3, 2)
    )
    given["seen"] = actions.state_of(draft)
    notice = actions.release_notice(draft, by=director, **given)
    assert notice.is_up(at(3, 3))
    more = {"fields": fields, "reason": "改字", "by": worker, "at": at(3, 3)}
    assert _rule(actions.correct_notice, notice, **more) == "publication.corrected_by_two"
    # The consent is taken back: it is down when time next looks.
    Consent.objects.filter(community=community, person=person).update(withdrawn_at=at(3, 4))
    assert run(at(3, 4)) == {"expired": 0, "unconsented": 1}
    notice = Posting.objects.get(community=community, pk=notice.pk)
    assert (notice.state, notice.ended_for) == ("taken_down", "consent")
    assert not NamedPerson.objects.filter(community=community).exists()
    # And a year later nothing is left of it but number, days and digest.
    assert run(at(3, 4, year=2027))["forgotten"] == 1
    notice = Posting.objects.get(community=community, pk=notice.pk)
    assert (notice.fields, notice.snapshot, notice.number) == ({}, {}, "2026-0001")
    assert notice.versions.get().fields == {}


def test_a_draft_is_given_back_with_what_is_to_be_put_right(community, worker, director):
    draft = _write(community, worker)
    given = {"by": director, "at": at(3, 2)}
    assert _rule(actions.send_back_notice, draft, reason=" ", **given) == "publication.reasoned"
    actions.send_back_notice(draft, reason="时间写清楚", **given)
    assert Posting.objects.get(community=community, pk=draft.pk).sent_back == "时间写清楚"
    actions.rewrite_notice(draft, fields=WORDS, days=3, by=worker, at=at(3, 2))
    assert draft.sent_back == ""
    actions.discard_notice(draft, by=worker, at=at(3, 2))
    assert not Posting.objects.filter(community=community).exists()


def test_a_form_has_the_listed_fields_and_no_others():
    typed = {"field_rows": "巡逻队 | 12\n保洁队\t5\n", "field_illness": "尿毒症"}
    form = FieldsForm(typed, template=ROLL)
    assert form.is_valid(), form.errors
    assert form.values() == {
        "rows": [{"team": "巡逻队", "hours": 12}, {"team": "保洁队", "hours": 5}]
    }
    again = FieldsForm(initial=form.values(), template=ROLL)
    assert again.initial["field_rows"] == "巡逻队 | 12\n保洁队 | 5"
    for wrong in ("巡逻队 | 很多", "甲 | 1 | 多出来"):
        assert "field_rows" in FieldsForm({"field_rows": wrong}, template=ROLL).errors
    money = FieldsForm({"field_title": "甲", "field_spent": "12.50"}, template=DISCLOSED)
    assert money.is_valid()
    assert money.values()["spent"] == 1250


def test_the_desk_writes_sees_every_form_and_posts(client, community, worker):
    def url(name, *more):
        return reverse(f"publication:{name}", args=[community.code, *more])

    account = Account.objects.get(pk=worker.account)
    client.force_login(account, backend="linli.core.access.sign_in.AccountBackend")
    with time_machine.travel(at(3, 2), tick=False):
        assert url("write", NOTICE.name) in client.get(url("choose")).content.decode()
        assert client.get(url("write", "tests.aid")).status_code == 404
        private = {"field_title": "停水", "field_body": "问 13812341234", "days": 3}
        refused = client.post(url("write", NOTICE.name), private)
        assert refused.status_code == 409
        assert "问 13812341234" in refused.content.decode()
        assert "这几项里有能认出或联系到个人的内容" in refused.content.decode()
        sent = {f"field_{key}": value for key, value in WORDS.items()} | {"days": 3}
        draft_url = client.post(url("write", NOTICE.name), sent)["Location"]
        for form in ("page", "sheet", "hall", "large", "text", "script", "feed"):
            page = client.get(f"{draft_url}?as={form}").content.decode()
            assert "三号楼停水" in page, form
        seen = re.search(r'name="seen" value="([0-9a-f]+)"', page)[1]
        posting = Posting.objects.get(community=community)
        assert posting.get_state_display() == "草稿"
        assert client.post(url("release", posting.pk), {"seen": seen}).status_code == 302
        assert "三号楼停水" in client.get(url("notices")).content.decode()
        right = {**sent, "field_when": "3月6日", "reason": "日期写错了"}
        assert client.post(url("correct", posting.pk), right).status_code == 302
        page = client.get(url("notice", posting.pk)).content.decode()
        assert "日期写错了" in page
        assert "3月5日 9:00" not in page
