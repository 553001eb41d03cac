"""The pages of estates: every one opens for whom it is meant, and for nobody else."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.core.places.models import Place
from linli.governance.property.actions import contracts, disputes, meetings, scopes
from linli.governance.property.models import Contract, Dispute, Estate, ScopeHousehold

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def read(response):
    return response.content.decode()


def send(client, address, **said):
    """Opens a form, fills it in, sends it; where it leads is read."""
    form = client.get(address).context["form"]
    hidden = {name: form[name].value() for name in ("once", "seen") if name in form.fields}
    return client.post(address, {**hidden, **said}, follow=True)


def test_an_estate_is_run_by_its_pages_alone(setting, url, visit, today):
    worker, anybody = visit("worker"), visit()
    assert anybody.get(url("desk")).status_code == 302
    assert visit("elder").get(url("desk")).status_code == 404
    page = send(
        worker, url("add"), name="东湖花园", place=setting.new.pk, regime="provider",
        since=today - 900 * DAY, land="40000", green="12000.5", buildings=23, on_sewer=20,
    )  # fmt: skip
    assert page.status_code == 200
    estate = page.context["estate"]
    assert estate.green == 1_200_050
    assert "到期没有公布" in read(page)
    page = send(
        worker, url("enter_contract", estate.pk), body=setting.bodies["property"].pk,
        kind="chosen", since=today - 300 * DAY, ends_on=today + 90 * DAY, fee="1.85",
    )  # fmt: skip
    contract = Contract.objects.get(community=setting.community)
    page = send(
        worker, url("seat_body", estate.pk), kind="owners_committee", name="业主委员会",
        since=today, term_ends=today + 900 * DAY,
        members="周一鸣，主任，业主，0990-777，公开\n吴二妹，委员，业主，0990-888",
    )  # fmt: skip
    shown = read(anybody.get(url("show", estate.pk)))
    assert "周一鸣" in shown
    assert "0990-777" in shown
    assert "0990-888" not in shown
    assert anybody.get(url("show_data", estate.pk)).json()["regime"] == "provider"
    refused = send(
        worker, url("give_notice", contract.pk), side="owners", notice_on=today,
        leaves_on=today + 59 * DAY, reason="业主大会决定",
    )  # fmt: skip
    assert refused.status_code == 409
    send(
        worker, url("give_notice", contract.pk), side="owners", notice_on=today,
        leaves_on=today + 60 * DAY, reason="业主大会决定",
    )  # fmt: skip
    page = worker.get(url("contract", contract.pk))
    for item in page.context["items"]:
        send(worker, url("take_over_item", item.pk), on=today, note="齐全")
    left = send(worker, url("finish_handover", contract.pk))
    assert "还没有人接管" in read(left)
    for name in ("alter", "change_regime", "begin_founding", "receive_resolution", "open_scope",
                 "plan_repair", "call_three"):  # fmt: skip
        assert worker.get(url(name, estate.pk)).status_code == 200, name
    for name in ("list", "options", "rights", "list_data"):
        assert anybody.get(url(name)).status_code == 200, name


def test_a_firm_enters_its_own_accounts_and_sees_no_other_estate(
    setting, estate, old_estate, sign, url, visit, today, worker
):
    contract = sign(estate)
    manager, elder = visit("manager"), visit("elder")
    assert manager.get(url("accounts", old_estate.pk)).status_code == 404
    assert manager.get(url("publish_income", old_estate.pk)).status_code == 404
    assert elder.get(url("accounts", estate.pk)).status_code == 404
    assert elder.get(url("publish_income", old_estate.pk)).status_code == 404
    assert elder.get(url("accounts", old_estate.pk)).status_code == 200
    span = {"since": today - 200 * DAY, "until": today - 20 * DAY}
    page = send(
        manager, url("publish_income", estate.pk), **span, **{"income-parking": "900.05",
        "cost-upkeep": "200", "use-to_owners": "700.05"},
    )  # fmt: skip
    assert page.status_code == 200
    assert "900.05" in read(page)
    torn = {"opening": "5", "paid_in": "0", "interest": "0", "used": "0", "closing": "6"}
    assert send(manager, url("publish_fund", estate.pk), **span, **torn).status_code == 409
    page = send(manager, url("publish_fund", estate.pk), **span, **{**torn, "closing": "5"})
    assert page.context["funds"]
    report = page.context["reports"][0].report
    assert manager.get(url("correct_income", estate.pk, report.pk)).status_code == 200
    assert manager.get(url("note_assembly", estate.pk)).status_code == 404
    assert manager.get(url("list_handover", contract.pk)).status_code == 404
    contracts.give_notice(
        contract, side="owners", notice_on=today, leaves_on=today + 60 * DAY, reason="另选",
        **worker,
    )  # fmt: skip
    long = send(manager, url("list_handover", contract.pk), kind="key", what="长" * 121)
    assert long.status_code == 422
    page = send(manager, url("list_handover", contract.pk), kind="key", what="东门钥匙\n\n水箱钥匙")
    assert {"东门钥匙", "水箱钥匙"} <= {row.what for row in page.context["items"]}
    assert elder.get(url("handover", contract.pk)).status_code == 404
    assert visit().get(url("accounts", estate.pk)).status_code == 302
    assert [row.pk for row in elder.get(url("own")).context["estates"]] == [old_estate.pk]


def test_a_household_reads_its_own_answer_and_nobody_elses(
    setting, old_estate, owners, url, visit, worker
):
    case = scopes.open_scope(
        old_estate,
        kind="lift",
        place=setting.stair,
        title="2单元加装电梯",
        about="外挂一台",
        **worker,
    )
    own = ScopeHousehold.objects.get(
        community=setting.community, case=case, owner__person=setting.accounts["elder"].person
    )
    elder, other, desk = visit("elder"), visit("representative"), visit("worker")
    page = send(elder, url("answer_scope", own.pk), answer="object")
    assert [row.answer for row in page.context["own"]] == ["object"]
    assert other.get(url("answer_scope", own.pk)).status_code == 404
    assert [row.answer for row in other.get(url("scope", case.pk)).context["own"]] == [""]
    assert visit().get(url("scope", case.pk)).context["own"] == []
    page = desk.get(url("scope_desk", case.pk))
    assert page.context["count"].heads_in == 1
    assert (page.context["figures"], page.context["enough"]) == (False, None)
    assert "不同意" not in read(page).split("</h2>")[1]
    assert own.unit.label not in {row.unit.label for row in page.context["waiting"]}
    assert desk.get(url("enter_answer", own.pk)).status_code == 404
    for name in ("note_talk", "advance_scope"):
        assert desk.get(url(name, case.pk)).status_code == 200


def test_a_dispute_is_told_taken_on_and_answered(setting, estate, url, visit):
    elder, worker, director = visit("elder"), visit("worker"), visit("director")
    send(elder, url("tell_dispute"), estate=estate.pk, kind="fees", words="收费不对")
    row = Dispute.objects.get(community=setting.community)
    assert worker.get(url("dispute", row.pk)).status_code == 404
    worker.post(url("take_dispute", row.pk))
    assert "收费不对" in read(worker.get(url("dispute", row.pk)))
    assert director.get(url("dispute", row.pk)).status_code == 404
    assert visit("representative").get(url("own_dispute", row.pk)).status_code == 404
    send(worker, url("refer_dispute", row.pk), route="mediation", to_whom="人民调解委员会")
    send(worker, url("answer_dispute", row.pk), words="双方谈好了")
    assert "双方谈好了" in read(elder.get(url("own_dispute", row.pk)))
    assert elder.get(url("rights")).context["told"]
    assert worker.get(url("disputes")).status_code == 200


def test_the_meeting_of_the_three_is_for_the_estates_own_people(
    setting, estate, sign, url, visit, worker, at, today
):
    sign(estate)
    row = meetings.call_three_parties(
        estate, venue="议事厅", starts_at=at + timedelta(minutes=1), agenda=["修路灯"], **worker
    )
    desk = visit("worker")
    later = {**worker, "at": at + timedelta(hours=25)}
    meetings.hold_three_parties(row, **later)
    page = send(
        desk, url("agree_point", row.pk), what="修好路灯", side="provider", due_on=today + 9 * DAY
    )
    assert page.context["points"]
    point = row.points.get()
    assert visit("manager").get(url("deliver_point", point.pk)).status_code == 200
    owners_point = meetings.agree_point(
        row, what="选出代表", side="owners", due_on=today + 9 * DAY, **later
    )
    assert visit("manager").get(url("deliver_point", owners_point.pk)).status_code == 404
    told = {each.what: tells for each, _state, tells in
            visit("manager").get(url("meeting", row.pk)).context["points"]}  # fmt: skip
    assert told == {"修好路灯": True, "选出代表": False}
    assert visit("elder").get(url("meeting", row.pk)).status_code == 404
    assert desk.get(url("meeting_of", row.gathering_id)).status_code == 302
    assert desk.get(url("estate_desk", estate.pk)).status_code == 200
    assert contracts.ENDING
    assert disputes.ANSWERED


def test_lists_ask_no_more_where_there_are_more_estates(setting, estate, sign, url, visit, today):
    def asked(client, name):
        with CaptureQueriesContext(connection) as queries:
            client.get(url(name))
        return len(queries)

    sign(estate)
    looks = [(visit(), "list"), (visit(), "list_data"), (visit("worker"), "desk")]
    for client, name in looks:
        client.get(url(name))
    few = [asked(*look) for look in looks]
    for place in Place.objects.filter(
        community=setting.community, kind__in=("building", "entrance")
    )[:4]:
        sign(
            Estate.objects.create(
                community=setting.community, name=f"{place.pk}", place=place,
                since=today - 800 * DAY,
            )
        )  # fmt: skip
    assert Estate.objects.filter(community=setting.community).count() >= 4
    assert [asked(*look) for look in looks] == few
