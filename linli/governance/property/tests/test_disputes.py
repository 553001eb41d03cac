"""A dispute: who reads it, who has it, by when, and when it goes."""

from datetime import timedelta

import pytest

from linli.core.clocks.models import Clock
from linli.core.messages.models import Message
from linli.governance.property import due
from linli.governance.property.actions import disputes
from linli.governance.property.models import Dispute
from linli.governance.property.tests.test_acts import refused
from linli.governance.property.tests.test_pages import read, send

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def tell(estate, actor, at):
    def told(kind="fees", days_ago=0, words="收费不对"):
        return disputes.tell_dispute(
            estate, kind=kind, words=words, by=actor("elder"), at=at - days_ago * DAY
        )

    return told


def clocks_of(row):
    rows = Clock.objects.filter(community=row.community_id, owner=row.pk, settled_at__isnull=True)
    return {each.name: each for each in rows}


def test_it_is_found_where_one_looks_first_and_by_nobody_else(tell, estate, url, visit):
    row = tell()
    mine = read(visit("elder").get(url("own")))
    assert url("own_dispute", row.pk) in mine
    assert url("rights") in mine
    assert url("own_dispute", row.pk) not in read(visit("worker").get(url("own")))
    assert url("rights") in read(visit().get(url("show", estate.pk)))


def test_nobody_at_the_desk_reads_it_before_taking_it_on(tell, url, visit):
    row = tell()
    for name in ("own_dispute", "dispute", "refer_dispute", "pass_on_dispute"):
        assert visit("worker").get(url(name, row.pk)).status_code == 404, name
    assert "收费不对" in read(visit("elder").get(url("own_dispute", row.pk)))
    assert visit("manager").get(url("own_dispute", row.pk)).status_code == 404


def test_a_deadline_runs_from_telling_and_no_referral_moves_it(tell, worker, today, at):
    row = tell(days_ago=2)
    assert set(clocks_of(row)) == {"property_told"}
    row = disputes.take_dispute(row, **worker)
    assert clocks_of(row)["property_told"].holder_account_id == worker["by"].account
    row = disputes.refer_dispute(row, route="talk", to_whom="街道办事处", **worker)
    assert row.answer_by == today + 15 * DAY
    assert set(clocks_of(row)) == {"property_dispute"}
    later = {**worker, "at": at + 20 * DAY}
    row = disputes.refer_dispute(row, route="authority", to_whom="住建部门", **later)
    assert (row.answer_by, row.sent_on) == (today + 15 * DAY, today + 20 * DAY)
    cut = disputes.take_dispute(tell("cut_off", days_ago=3), **worker)
    before = clocks_of(cut)["property_dispute"]
    cut = disputes.refer_dispute(cut, route="authority", to_whom="供电部门", **worker)
    assert cut.answer_by == today - 2 * DAY
    assert clocks_of(cut)["property_dispute"].pk == before.pk


def test_it_is_passed_on_given_back_and_never_lost_with_who_leaves(
    setting, tell, actor, worker, url, visit, at, django_capture_on_commit_callbacks
):
    row, director = tell(), setting.accounts["director"]
    disputes.take_dispute(row, **worker)
    row.refresh_from_db()
    manager = setting.accounts["manager"]
    assert refused(lambda: disputes.pass_on_dispute(row, to=manager, **worker)) == "keeps_estates"
    desk, other = visit("worker"), visit("director")
    assert other.get(url("release_dispute", row.pk)).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        send(desk, url("pass_on_dispute", row.pk), to=director.pk)
    assert desk.get(url("dispute", row.pk)).status_code == 404
    assert "收费不对" in read(other.get(url("dispute", row.pk)))
    assert clocks_of(row)["property_told"].holder_account_id == director.pk
    told = Message.objects.filter(community=setting.community, account=setting.accounts["elder"])
    assert "property.dispute_changed_hands" in set(told.values_list("kind", flat=True))
    send(other, url("release_dispute", row.pk))
    row.refresh_from_db()
    assert row.handler_id is None
    assert [each.pk for each in desk.get(url("disputes")).context["rows"]] == [row.pk]
    disputes.take_dispute(row, **worker)
    due.run(at)
    row.refresh_from_db()
    assert row.handler_id == worker["by"].account
    account = setting.accounts["worker"]
    account.is_active = False
    account.save(update_fields=["is_active"])
    due.run(at)
    row.refresh_from_db()
    assert row.handler_id is None
    assert clocks_of(row)["property_told"].holder_post == "worker"


def test_what_is_open_is_listed_however_much_is_closed(setting, estate, tell, url, visit, at):
    Dispute.objects.bulk_create(
        Dispute(community=setting.community, estate=estate, kind="fees", told_at=at - 9 * DAY,
                closed_at=at, handler=setting.accounts["director"])
        for _n in range(201)
    )  # fmt: skip
    row = tell()
    page = visit("worker").get(url("disputes"))
    assert [each.pk for each in page.context["rows"]] == [row.pk]
    assert not page.context["closed"]
    assert visit("worker").get(url("desk")).context["disputes"] == 1
    assert len(visit("director").get(url("disputes")).context["closed"]) == 50


def test_its_words_go_though_the_account_went_first_or_nobody_answered(tell, worker, at):
    row = disputes.take_dispute(tell(), **worker)
    row = disputes.refer_dispute(row, route="talk", to_whom="街道办事处", **worker)
    Dispute.objects.filter(community=row.community_id, pk=row.pk).update(account=None)
    row.refresh_from_db()
    disputes.answer_dispute(row, words="谈好了", **worker)
    waits = tell()
    due.run(at + 365 * DAY)
    row.refresh_from_db()
    assert row.words == "收费不对"
    due.run(at + 367 * DAY)
    row.refresh_from_db()
    waits.refresh_from_db()
    assert (row.words, row.answer) == ("", "")
    assert waits.words == "收费不对"
    due.run(at + 732 * DAY)
    waits.refresh_from_db()
    assert (waits.words, waits.account_id) == ("", None)
    assert waits.closed_at is not None
    assert not clocks_of(waits)
