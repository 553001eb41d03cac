"""The proposal box with and without an account, from paper, answered, seconded; and the ladder."""

from datetime import timedelta

import pytest

from linli.core.audit.actor import the_clock
from linli.core.audit.models import Entry
from linli.lib.law import Refused
from linli.lib.tellers import Tellers
from linli.partners.organisations import due_units, ladder
from linli.partners.organisations.actions import proposals as acts
from linli.partners.organisations.ladder import Part
from linli.partners.organisations.models import Proposal
from linli.partners.organisations.tests.units_house import at, house, read  # noqa: F401

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_an_anonymous_suggestion_is_followed_by_its_receipt(house):  # noqa: F811
    anyone, worker, tenant = house.browser(), house.browser("worker"), house.browser("tenant")
    sent = house.fill(anyone, house.url("propose"), words="三号楼张三说凉亭该装灯，13800138000")
    row = Proposal.objects.get(community=house.here)
    assert row.account is None
    assert row.receipt in sent.url
    own = read(anyone.get(sent.url))
    assert "13800138000" in own
    assert "答复" in own
    page = house.url("proposal", row.pk)
    assert anyone.get(page).status_code == 404
    show = house.url("show_proposal", row.pk)
    house.fill(worker, show, 422, title="张三要灯，打13800138000")
    house.fill(worker, show, title="凉亭装灯")
    assert "13800138000" not in read(anyone.get(page))
    house.fill(tenant, house.url("second_proposal", row.pk))
    assert "满十个" in read(anyone.get(page))
    reply = house.url("answer_proposal", row.pk)
    house.fill(worker, reply, 409, what="adopted", answer="好主意")
    house.fill(worker, reply, what="adopted", answer="好主意", way_on="物业，下月底以前")
    assert "下月底" in read(anyone.get(house.url("proposals") + "?state=adopted"))
    assert "下月底" in read(anyone.get(sent.url))
    assert anyone.get(house.url("withdraw_proposal", row.receipt)).status_code == 404
    found = anyone.get(house.url("find_proposal"), {"receipt": row.receipt.lower()})
    assert found.url == sent.url
    assert anyone.get(house.url("find_proposal"), {"receipt": "x"}).status_code == 422
    house.fill(worker, house.url("hide_proposal", row.pk))
    assert anyone.get(page).status_code == 404
    assert tenant.get(house.url("proposals_desk")).status_code == 404
    assert worker.get(house.url("proposals_desk")).status_code == 200


def test_everybody_reads_when_an_answer_is_due_and_that_it_is_late(house):  # noqa: F811
    past = house.at_moment - 60 * DAY
    row = acts.propose(house.here, words="凉亭装灯", **house.by("tenant", past))
    acts.show_proposal(row, title="凉亭装灯", **house.by("worker", past))
    fresh = acts.propose(house.here, words="多放长椅", **house.by("tenant"))
    acts.show_proposal(fresh, title="多放长椅", **house.by("worker"))
    anyone, page = house.browser(), house.url("proposal", row.pk)
    told = dict(anyone.get(house.url("proposals")).context["rows"])
    assert told[row].left < 0 < told[fresh].left
    shown = anyone.get(page)
    assert shown.context["deadline"].left < 0
    assert "超期" in read(shown)
    assert "超期" in read(anyone.get(house.url("proposals")))
    assert house.url("second_proposal", row.pk) in read(shown)  # the way on, signed in
    acts.answer_proposal(row, what="answered", answer="下月装", **house.by("worker"))
    assert anyone.get(page).context["deadline"] is None


def test_a_short_suggestion_is_not_typed_again_and_one_gap_is_told_once(house):  # noqa: F811
    tenant, worker = house.browser("tenant"), house.browser("worker")
    own = house.url("own_proposals")
    assert house.url("propose") in read(tenant.get(own))
    empty = house.fill(tenant, house.url("propose"), 422, words="  ")
    assert len(empty.context["form"].errors["words"]) == 1
    assert "建议里没有这个回执号" in read(tenant.get(house.url("find_proposal"), {"receipt": "x"}))
    titles = {}
    for words in ("凉亭装灯", "找张三，13800138000", "灯" * 61):
        row = acts.propose(house.here, words=words, **house.by("tenant"))
        show = house.url("show_proposal", row.pk)
        titles[words[:2]] = worker.get(show).context["form"]["title"].value()
    assert titles == {"凉亭": "凉亭装灯", "找张": "", "灯灯": ""}
    desk = house.url("proposal_desk", row.pk)
    assert "看过再公布" in read(worker.get(desk))
    house.fill(worker, show, title="多装灯")
    assert "看过再公布" not in read(worker.get(desk))
    assert "改公布的话" in read(worker.get(desk))


def test_the_book_says_who_neither_of_what_was_said_nor_of_who_thinks_so_too(house):  # noqa: F811
    row = acts.propose(house.here, words="多放两张长椅", **house.by("tenant"))
    acts.show_proposal(row, title="多放两张长椅", **house.by("worker"))
    acts.second_proposal(row, **house.by("elder"))
    for name in ("organisations.propose", "organisations.second_proposal"):
        assert Entry.objects.get(action=name).account is None
    with pytest.raises(Refused):
        acts.second_proposal(row, **house.by("elder"))
    with pytest.raises(Refused):
        acts.second_proposal(row, **house.by("tenant"))


def test_from_the_box_of_paper_and_taken_back_by_its_owner(house):  # noqa: F811
    worker, tenant = house.browser("worker"), house.browser("tenant")
    sent = house.fill(worker, house.url("enter_proposal"), words="路口画斑马线", via="box")
    row = Proposal.objects.get(community=house.here)
    assert (row.via, row.account) == ("box", None)
    assert row.receipt in read(worker.get(sent.url))
    sent = house.fill(tenant, house.url("propose"), words="算了再想想")
    own = Proposal.objects.get(community=house.here, account__isnull=False)
    assert "算了再想想" in read(tenant.get(house.url("own_proposals")))
    house.fill(tenant, house.url("withdraw_proposal", own.receipt))
    own.refresh_from_db()
    assert (own.state, own.words) == ("withdrawn", "")


def test_long_after_the_answer_the_words_are_gone_and_the_answer_stays(house):  # noqa: F811
    row = acts.propose(house.here, words="多放两张长椅", **house.by("tenant"))
    acts.answer_proposal(row, what="answered", answer="下次议事会说", **house.by("worker"))
    assert due_units.run_units(house.at_moment + 364 * DAY)["forgotten"] == 0
    assert due_units.run_units(house.at_moment + 365 * DAY)["forgotten"] == 1
    row.refresh_from_db()
    assert (row.words, row.account, row.answer) == ("", None, "下次议事会说")


def test_the_ladder_has_doors_and_hides_small_numbers_of_people(house, monkeypatch):  # noqa: F811
    acts.propose(house.here, words="多放两张长椅", **house.by("tenant"))
    told = (
        Part("doing", "做过志愿者的人", 9, people=True),
        Part("deciding", "到会的人", 10, people=True),
    )
    monkeypatch.setattr(
        ladder, "_PARTS", Tellers(*ladder._PARTS._tellers[:1], lambda _here, _year: told)
    )
    response = house.browser().get(house.url("taking_part"))
    rungs = response.context["rungs"]
    assert [len(rungs), dict(rungs[3]["parts"]), dict(rungs[2]["parts"])] == [
        5, {"做过志愿者的人": None}, {"到会的人": 10},
    ]  # fmt: skip
    assert "&lt;10" in read(response)
    assert house.url("propose") in read(response)
    last = house.browser().get(house.url("taking_part"), {"year": house.today.year - 1})
    assert dict(last.context["rungs"][1]["parts"]) == {"建议箱里的建议": 0}


def test_the_desk_cannot_take_a_suggestion_back_in_anybodys_name(house):  # noqa: F811
    worker = house.browser("worker")
    sent = house.fill(worker, house.url("enter_proposal"), words="凉亭装灯", via="box")
    row = Proposal.objects.get(community=house.here)
    once = read(worker.get(sent.url))
    assert row.receipt in once  # for whoever stands there
    assert row.receipt not in read(worker.get(sent.url))
    for key in ("worker", "director"):
        with pytest.raises(Refused):
            acts.withdraw_proposal(row, **house.by(key))
    row.refresh_from_db()
    assert row.words == "凉亭装灯"
    bearer = house.by("worker")
    bearer["by"] = bearer["by"].bearing(row.pk)
    acts.withdraw_proposal(row, **bearer)


def test_nobody_thinks_so_too_a_second_time_after_all_is_forgotten(house):  # noqa: F811
    row = acts.propose(house.here, words="多放两张长椅", **house.by("tenant"))
    acts.show_proposal(row, title="多放两张长椅", **house.by("worker"))
    acts.second_proposal(row, **house.by("elder"))
    row.refresh_from_db()
    acts.answer_proposal(row, what="answered", answer="放好了", **house.by("worker"))
    acts.forget_proposal(row, by=the_clock(), at=house.at_moment)
    row.refresh_from_db()
    with pytest.raises(Refused, match=r"organisations.proposal_over"):
        acts.second_proposal(row, **house.by("elder"))
    row.refresh_from_db()
    assert row.seconders == 1
