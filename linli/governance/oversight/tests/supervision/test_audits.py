"""The director's audit, and what waits for it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from linli.core.access.seats import seats_of
from linli.core.files.queries import files_of
from linli.governance.oversight.actions import audits as acts
from linli.governance.oversight.models import AuditItem, DirectorAudit
from linli.governance.oversight.queries import audits as queries
from linli.lib.law import Refused
from linli.mechanisms.publication.disclosed import source_of

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def commission(setting, members, by, at):
    """The street has the director audited."""

    def begin(key="supervisor", **more):
        seat = seats_of(setting.community, date(2026, 4, 8))[0]
        given = {
            "commissioned_by": "湖滨街道办事处", "commissioned_on": date(2026, 4, 1),
            "paper": "湖街办〔2026〕12 号", "auditor": "某会计师事务所",
            "begins": date(2026, 1, 5), "ends": date(2026, 4, 1),
        }  # fmt: skip
        return acts.commission_audit(
            setting.community, seat=seat, kind="departure", commission=acts.Commission(**given),
            items=["财务收支", "资产管理"], **by(key), **more,
        )  # fmt: skip

    return begin


def _found(audit):
    return {each.pk: "未发现问题" for each in queries.items_of(audit)}


def test_an_audit_runs_from_the_street_s_letter_to_everybody_s_page(
    setting, commission, by, visit, url
):
    audit, who = commission(), by("supervisor")
    assert visit().get(url("audit", audit.pk)).status_code == 404
    assert queries.without_departure_audit(setting.community, [audit.seat]) == {audit.seat}
    with pytest.raises(Refused, match="one_audit_at_a_time"):
        commission()
    short = dict(list(_found(audit).items())[:1])
    with pytest.raises(Refused, match="every_item_answered"):
        acts.report_audit(
            audit, reported_on=date(2026, 4, 8), summary="收支真实", found=short, **who
        )
    acts.report_audit(
        audit, reported_on=date(2026, 4, 8), summary="收支真实，账实相符。", found=_found(audit),
        report=SimpleUploadedFile("audit.pdf", PDF, "application/pdf"), **who,
    )  # fmt: skip
    audit.refresh_from_db()
    file = files_of(audit).get()
    assert visit().get(file.address).status_code == 302, "not open yet"
    acts.publish_audit(audit, **who)
    assert not queries.without_departure_audit(setting.community, [audit.seat])
    page = visit().get(url("audit", audit.pk)).content.decode()
    assert "收支真实，账实相符。" in page
    assert files_of(audit).get().visibility == "public"
    assert visit().get(url("audit_data", audit.pk)).json()["kind"] == "departure"
    audit.refresh_from_db()
    disclosed = source_of("audits")
    (row,) = disclosed.compose(setting.community, audit.published_on, audit.published_on)
    assert (row.cells["what"], row.cells["name"]) == ("离任审计", audit.name)
    with pytest.raises(Refused, match="audit_at_step"):
        acts.publish_audit(audit, **who)


def test_a_third_of_the_representatives_add_items(commission, by):
    audit, who = commission(), by("supervisor")
    asked = {"asked_by": "representatives", "base": 42, "base_source": "代表名册"}
    with pytest.raises(Refused, match="items_by_representatives"):
        acts.add_items(audit, signed=13, items=["活动室租金"], **asked, **who)
    acts.add_items(audit, signed=14, items=["活动室租金", " "], **asked, **who)
    items = AuditItem.objects.filter(community=audit.community_id, audit=audit)
    assert list(items.values_list("position", "asked_by"))[-1] == (3, "representatives")


def test_the_street_commissions_and_nobody_has_a_hand_in_their_own(
    setting, members, commission, by, at, visit, url
):
    audit = commission("street")
    assert audit.state == "commissioned"
    assert visit("street").get(url("audits_desk")).status_code == 200
    assert visit("street").get(url("supervision_desk")).status_code == 404
    for key in ("director", "outsider", "elder"):
        with pytest.raises(Refused, match="permitted"):
            acts.publish_audit(audit, **by(key))
    worker = setting.accounts["worker"]
    worker.person = members[0].person
    worker.save(update_fields=["person"])
    with pytest.raises(Refused, match="not_ones_own"):
        acts.report_audit(
            audit, reported_on=date(2026, 4, 8), summary="好", found=_found(audit), **by("worker")
        )


def test_the_steps_are_taken_at_the_desk(setting, members, visit, url):
    browser = visit("supervisor")
    assert "还没有公布" in browser.get(url("audits_desk")).content.decode()
    page = browser.get(url("commission_audit"))
    assert "湖滨街道" in page.content.decode()
    sent = {
        "seat": str(members[0].pk), "kind": "in_term", "commissioned_by": "湖滨街道办事处",
        "commissioned_on": "2026-04-01", "paper": "12 号", "auditor": "事务所",
        "begins": "2026-01-05", "ends": "2026-03-31", "items": "财务收支",
    }  # fmt: skip
    assert browser.post(url("commission_audit"), sent).status_code == 302
    audit = DirectorAudit.objects.get(community=setting.community)
    item = queries.items_of(audit).get()
    done = browser.post(url("report_audit", audit.pk), {
        "reported_on": "2026-04-08", "summary": "真实",
        f"found_{item.pk.hex}": "未发现问题",
    })  # fmt: skip
    assert done.status_code == 302
    assert browser.post(url("publish_audit", audit.pk)).status_code == 302
    audit.refresh_from_db()
    assert audit.state == "published"
    # An audit in term does not stand in for the one on leaving.
    assert queries.without_departure_audit(setting.community, [audit.seat])


def test_the_desk_asks_for_the_audit_only_of_a_director_who_leaves(setting, members):
    place = setting.community
    assert queries.audited_on_leaving(place, date(2026, 2, 26)) is None, "more than a year to go"
    assert not queries.audited_on_leaving(place, date(2026, 4, 8))
    assert queries.audited_on_leaving(place, date(2027, 2, 28)) is None
