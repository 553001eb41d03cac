"""The pages of organisations and their grants, as the cast meets them."""

from datetime import timedelta

import pytest

from linli.core.audit.models import Entry
from linli.partners.organisations.actions import social_grants as acts
from linli.partners.organisations.models.social import Merit, SocialOrganisation
from linli.partners.organisations.models.social_grants import GrantApplication, GrantRound
from linli.partners.organisations.tests.social.conftest import CHOIR

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


def test_a_choir_comes_on_record_through_its_pages(visit, url, setting, today):
    tenant, worker, director, anybody = (
        visit("tenant"), visit("worker"), visit("director"), visit(),
    )  # fmt: skip
    assert "50" in read(anybody.get(url("social_guide")))
    assert anybody.get(url("social_propose")).status_code == 302
    form = tenant.get(url("social_propose")).context["form"]
    said = {**CHOIR, "nature": "group", "once": form["once"].value(), "phone": ""}
    turned = tenant.post(url("social_propose"), {**said, "contact_public": "on"})
    assert turned.status_code == 422
    page = tenant.post(url("social_propose"), said, follow=True)
    row = SocialOrganisation.objects.get(community=setting.community)
    assert page.redirect_chain[-1][0] == url("social_case", row_id=row.pk)
    assert "还缺负责人" in read(page)
    case = url("social_case", row_id=row.pk)
    assert visit("outsider").get(case).status_code == 404
    assert anybody.get(url("social", row_id=row.pk)).status_code == 404
    move = lambda name: url("social_move", row_id=row.pk, move=name)  # noqa: E731
    assert tenant.post(move("hand_in"), {"seen": 1}).status_code == 409
    fresh = tenant.get(url("social_write", row_id=row.pk)).context["form"]["once"].value()
    given = {**said, "phone": "19900000077", "seen": 1, "once": fresh}
    assert tenant.post(url("social_write", row_id=row.pk), given).status_code == 302
    assert tenant.post(move("hand_in"), {"seen": 2}).status_code == 302
    seen = Entry.objects.filter(action="organisations.open_social")
    assert not seen.exists()
    assert "王秀英" in read(worker.get(case))
    assert seen.get().account == setting.accounts["worker"].pk
    assert "东湖社区合唱队" in read(worker.get(url("social_desk")))
    assert tenant.get(url("social_desk")).status_code == 404
    assert director.get(move("file")).status_code == 200
    filed = director.post(move("file"), {"seen": 3, "filed_with": "street"}, follow=True)
    assert f"备{today.year}-001" in read(filed)
    receipt = read(tenant.get(url("social_receipt", row_id=row.pk)))
    assert f"备{today.year}-001" in receipt
    shown = read(anybody.get(url("social", row_id=row.pk)))
    assert "王秀英" not in shown
    assert "没有公开" in shown
    listed = anybody.get(url("social_list_data")).json()["groups"]
    assert [(each["name"], each["members"]) for each in listed] == [("东湖社区合唱队", "24")]
    other = {"category": "charity"}
    assert "东湖社区合唱队" not in read(anybody.get(url("social_list"), other))


def test_what_it_did_its_story_and_its_change_are_written_on_pages(visit, url, file, setting, at):
    row = file(when=at - timedelta(days=800))
    tenant, worker, anybody = visit("tenant"), visit("worker"), visit()
    part = lambda name, **more: url(name, row_id=row.pk, **more)  # noqa: E731
    case = read(tenant.get(part("social_case")))
    assert str(at.year - 1) in case
    deed = {"on": at.date(), "what": "重阳演出", "people": 7, "once": row.pk}
    assert tenant.post(part("social_deed"), deed).status_code == 302
    assert tenant.get(part("social_merit")).status_code == 404
    summary = {
        "words": "唱了四十次", "times": 40, "people": 900, "members": 25, "received_fen": "0",
        "spent_fen": "12.50", "once": setting.community.pk,
    }  # fmt: skip
    year = part("social_summary", year=at.year - 1)
    assert tenant.post(year, summary).status_code == 302
    form = worker.get(part("social_merit")).context["form"]
    merit = {
        "title": "一起唱", "words": "三十位老人一起唱。", "agreed_on": at.date(),
        "once": form["once"].value(),
    }  # fmt: skip
    assert worker.post(part("social_merit"), merit).status_code == 302
    shown = read(anybody.get(part("social")))
    assert all(each in shown for each in ("重阳演出", "&lt;10", "一起唱", "900"))
    down = url("social_merit_down", merit_id=Merit.objects.get(community=setting.community).pk)
    assert visit("outsider").get(down).status_code == 404
    assert tenant.post(down).status_code == 302
    assert "三十位老人" not in read(anybody.get(part("social")))
    form = worker.get(part("social_write")).context["form"]
    change = {
        **CHOIR, "nature": "group", "members": 31, "reason": "新来了几位",
        "seen": form["seen"].value(), "once": form["once"].value(),
    }  # fmt: skip
    assert worker.post(part("social_write"), change).status_code == 302
    row.refresh_from_db()
    assert row.members == 31


def test_a_round_is_drafted_applied_for_reviewed_and_decided_on_pages(
    visit, url, file, setting, at, today, actor
):
    file(when=at - timedelta(days=5))
    worker, tenant, director, anybody = (
        visit("worker"), visit("tenant"), visit("director"), visit(),
    )  # fmt: skip
    keys = ("representative", "supervisor", "director")
    said = {
        "title": "秋季小额资助", "about": "小项目", "paid_from": "街道公益创投资金",
        "fen": "3000", "most_fen": "2000", "opens_on": today, "closes_on": today,
        "reviewers": [f"{setting.accounts[key].pk}/{key}" for key in keys],
        "criterion_1": "受益", "points_1": 60, "criterion_2": "节省", "points_2": 40,
        "once": worker.get(url("grant_draft")).context["form"]["once"].value(),
    }  # fmt: skip
    turned = worker.post(url("grant_draft"), said)
    assert turned.status_code == 409
    longer = {**said, "closes_on": today + timedelta(days=10)}
    assert worker.post(url("grant_draft"), longer).status_code == 302
    round_ = GrantRound.objects.get(community=setting.community)
    page = url("grant_round", round_id=round_.pk)
    assert anybody.get(page).status_code == 404
    publish = url("grant_move", round_id=round_.pk, move="publish")
    assert worker.post(publish, {"seen": 1}).status_code == 302
    assert "受益" in read(anybody.get(page))
    apply = url("grant_apply", round_id=round_.pk)
    assert visit("outsider").get(apply).status_code == 404
    form = tenant.get(apply).context["form"]
    project = {
        "social": form.fields["social"].choices[0][0], "title": "重阳演出", "plan": "演一场",
        "fen": "1500.50", "near": "no", "line_1": "音响", "fen_1": "1500.49",
        "once": form["once"].value(),
    }  # fmt: skip
    assert tenant.post(apply, project).status_code == 409
    assert tenant.post(apply, {**project, "fen_1": "1500.50"}).status_code == 302
    row = GrantApplication.objects.get(community=setting.community)
    mine = url("grant_project", row_id=row.pk)
    assert anybody.get(mine).status_code == 404
    assert "1,500.50" in read(tenant.get(mine))
    GrantRound.objects.filter(community=setting.community).update(
        opens_on=today - timedelta(days=20), closes_on=today - timedelta(days=2)
    )
    review = url("grant_move", round_id=round_.pk, move="review")
    assert worker.post(review, {"seen": 2}).status_code == 302
    score = url("grant_review", row_id=row.pk)
    assert tenant.get(score).status_code == 404
    for key in keys:
        assert visit(key).post(score, {"points_1": 50}).status_code == 422
        assert visit(key).post(score, {"points_1": 50, "points_2": 31}).status_code == 302
    decide = url("grant_decide", round_id=round_.pk)
    assert worker.get(decide).status_code == 404
    result = {
        "seen": 3, "meeting": "居民代表会议", "on": today, "present": 21, "fen_1": "1000",
        "reason_1": "受益的人多",
    }  # fmt: skip
    assert director.post(decide, result).status_code == 302
    told = anybody.get(url("grant_round_data", round_id=round_.pk)).json()["results"]
    assert told == [
        {
            "organisation": "东湖社区合唱队", "project": "重阳演出", "asked_fen": 150_050,
            "granted_fen": 100_000, "reason": "受益的人多", "mean": "81.00",
        }
    ]  # fmt: skip
    assert "受益的人多" in read(anybody.get(page))
    assert "1,500.50" in read(anybody.get(mine))
    assert [each["title"] for each in anybody.get(url("grant_rounds_data")).json()["rounds"]]


def test_the_papers_of_a_grant_are_written_on_its_page(
    visit, url, file, call, enter, actor, at, today
):
    round_ = call(reviewers=_three(actor))
    row = enter(round_, file())
    acts.begin_review(round_, by=actor("worker"), at=at)
    row.round = round_
    for key in ("representative", "supervisor", "director"):
        acts.review_application(row, aside=True, by=actor(key), at=at)
    verdict = {row.pk: acts.Verdict(100_000, "好")}
    met = acts.Met("居民代表会议", today, 21, verdict)
    acts.decide_round(round_, met=met, by=actor("director"), at=at)
    worker, tenant = visit("worker"), visit("tenant")
    take = lambda name: url("grant_step", row_id=row.pk, move=name)  # noqa: E731
    paper = {"agreement": "小资-01", "on": today, "what_1": "签协议", "fen_1": "1000", "seen": 2}
    assert tenant.post(take("agree"), paper).status_code == 403
    assert worker.post(take("agree"), paper).status_code == 302
    part = row.instalments.get()
    page = url("grant_project", row_id=row.pk)
    assert worker.post(url("grant_ask", part_id=part.pk)).status_code == 302
    paid = {"on": today, "number": "付-007"}
    assert worker.post(url("grant_paid", part_id=part.pk), paid).status_code == 302
    used = {"report": "演了一场", "spent_fen": "999.50", "served": 40, "seen": 3}
    assert tenant.post(take("report"), used).status_code == 302
    assert worker.post(take("evaluate"), {"evaluation": "做成了", "seen": 4}).status_code == 302
    back = {"returned_fen": "0.50", "on": today, "number": "收-3", "seen": 5}
    assert worker.post(take("close"), back).status_code == 302
    shown = read(visit().get(page))
    assert all(each in shown for each in ("付-007", "做成了", "收-3", "演了一场"))
    assert "重阳演出" in read(visit().get(url("social", row_id=row.social_id)))


def _three(actor):
    return [(actor(key).account, key) for key in ("representative", "supervisor", "director")]
