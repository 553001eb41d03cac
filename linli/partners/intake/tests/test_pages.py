"""The pages of this room as the cast meets them, and who is turned away."""

import json

import pytest

from linli.partners.intake import actions
from linli.partners.intake.models import Item, Letter, Request

pytestmark = pytest.mark.django_db


def read(response):
    return response.content.decode()


def form_of(page, **said):
    """What a browser sends: what the form begins with, and what was typed."""
    start = {name: page.initial.get(name, field.initial) for name, field in page.fields.items()}
    filled = {
        name: value() if callable(value) else value
        for name, value in start.items()
        if value is not None
    }
    return {**filled, **said}


def test_everybody_reads_what_the_committee_does_and_does_not_do(visit, url, item):
    page = read(visit().get(url("list")))
    assert "社会救助的走访和申请" in page
    assert "不审批" in page
    assert "协税护税" in page
    assert "待核对" in page
    assert "¥6,000.00" in page
    data = json.loads(visit().get(url("list_data")).content)
    assert data["items"][0]["amount_fen"] == 600_000
    assert data["items"][0]["lacks"] == []
    assert len(data["never"]) == 6
    assert {line["status"] for line in data["never"]} == {"to_verify"}


def test_a_line_without_money_stands_flagged_before_everybody(
    visit, url, setting, actor, at, today
):
    actions.take_over(setting.community, code="fire", since=today, by=actor("director"), at=at)
    assert "经费没有落实" in read(visit().get(url("list")))
    data = json.loads(visit().get(url("list_data")).content)
    assert data["items"][0]["lacks"] == ["intake.money_line"]


def test_the_worker_records_and_the_director_refuses_with_the_letter(
    visit, url, bureau, setting, today
):
    worker, director = visit("worker"), visit("director")
    form = worker.get(url("new")).context["form"]
    said = {"body": bureau.pk, "kind": "app", "title": "安装打卡应用", "money": ""}
    response = worker.post(url("new"), form_of(form, **said), follow=True)
    assert "等主任决定" in read(response)
    request = Request.objects.get(community=setting.community)
    move = url("move", request_id=request.pk, move="refuse")
    assert worker.get(move).status_code == 409
    page = director.get(move)
    assert page.context["form"].initial["ground"] == "no_basis"
    sent = form_of(page.context["form"], ground="no_basis", words="谢谢理解。")
    response = director.post(move, sent, follow=True)
    assert "可以粘贴的文字" in read(response)
    letter = Letter.objects.get(community=setting.community)
    assert "谢谢理解。" in read(worker.get(url("letter", letter_id=letter.pk)))
    assert "发出前请核对规定" in read(worker.get(url("letter", letter_id=letter.pk)))
    english = read(worker.get(f"{url('letter', letter_id=letter.pk)}?in=en"))
    assert "The rules we stand on" in english
    pdf = worker.get(url("letter_pdf", letter_id=letter.pk))
    assert pdf.status_code in (200, 404)
    if pdf.status_code == 200:
        assert pdf.content.startswith(b"%PDF")
        assert pdf["Cache-Control"] == "no-store"


def test_what_was_refused_meanwhile_is_told_and_nothing_is_done_twice(visit, url, ask, actor, at):
    request, director = ask(), visit("director")
    move = url("move", request_id=request.pk, move="refuse")
    form = director.get(move).context["form"]
    actions.refuse(request, ground="no_basis", by=actor("director"), at=at)
    response = director.post(move, form_of(form, ground="no_basis"))
    assert response.status_code == 409
    assert "已于" in read(response)
    assert Letter.objects.filter(community=request.community_id).count() == 1


def test_every_step_has_its_page(visit, url, ask, item, actor, at):
    director = visit("director")
    pages = {"approve", "send_back", "refuse", "match", "withdraw"}
    waiting = ask()
    for move in pages:
        assert director.get(url("move", request_id=waiting.pk, move=move)).status_code == 200
    actions.send_back(waiting, reason="补", by=actor("director"), at=at)
    assert (
        visit("worker").get(url("move", request_id=waiting.pk, move="supplement")).status_code
        == 200
    )
    taken = ask(item)
    assert director.get(url("move", request_id=taken.pk, move="finish")).status_code == 200
    for show in ("waiting", "accepted", "overdue", "returned", "settled", "all", "nonsense"):
        assert director.get(f"{url('queue')}?show={show}").status_code == 200
    assert director.get(url("show", request_id=waiting.pk)).status_code == 200


def test_the_office_sends_its_basis_after_all_and_it_is_approved(visit, url, ask, actor, at, today):
    request = ask()
    actions.send_back(request, reason="补", by=actor("director"), at=at)
    move = url("move", request_id=request.pk, move="supplement")
    worker, director = visit("worker"), visit("director")
    sent = form_of(
        worker.get(move).context["form"],
        paper="关于排查的通知",
        paper_number="示民发〔2026〕9号",
        paper_date=today.isoformat(),
        money="amount",
        yuan="300.50",
        payer="区民政局",
    )
    assert worker.post(move, sent).status_code == 302
    request.refresh_from_db()
    assert (request.state, request.fen) == ("waiting", 30_050)
    approve = url("move", request_id=request.pk, move="approve")
    assert director.post(approve, form_of(director.get(approve).context["form"])).status_code == 302
    request.refresh_from_db()
    assert request.state == "accepted"


def test_an_amount_without_its_payer_is_asked_for_again(visit, url, bureau):
    worker = visit("worker")
    form = worker.get(url("new")).context["form"]
    said = {"body": bureau.pk, "kind": "form", "title": "表", "money": "amount", "yuan": "5"}
    response = worker.post(url("new"), form_of(form, **said))
    assert response.status_code == 422
    assert "谁出这笔钱" in read(response)


def test_the_director_keeps_the_list_from_the_shipped_lines(visit, url, setting, bureau):
    director = visit("director")
    assert "可以列入的法定事项" in read(director.get(url("list_desk")))
    page = url("take_over", code="aid")
    sent = form_of(
        director.get(page).context["form"],
        body=bureau.pk, money="amount", yuan="6000", per="year", payer="区民政局",
    )  # fmt: skip
    assert director.post(page, sent).status_code == 302
    line = Item.objects.get(community=setting.community)
    assert (line.seed, line.flags, line.body) == ("aid", [], bureau)
    amend = url("amend_item", item_id=line.pk)
    changed = form_of(director.get(amend).context["form"], payer="示范区民政局", body=bureau.pk)
    assert director.post(amend, changed).status_code == 302
    line.refresh_from_db()
    assert line.payer == "示范区民政局"
    end = url("end_item", item_id=line.pk)
    assert director.get(end).status_code == 200
    assert director.get(url("add_item")).status_code == 200
    assert director.get(url("take_over", code="nothing")).status_code == 404


def test_minutes_by_hand_and_struck_out(visit, url, ask, item, bureau):
    worker, request = visit("worker"), ask(item)
    page = url("log_on", request_id=request.pk)
    sent = form_of(worker.get(page).context["form"], minutes=30)
    assert worker.post(page, sent).status_code == 302
    assert worker.post(page, sent).status_code == 302  # the same form twice
    entry = request.minutes.get()
    anywhere = url("minutes")
    sent = form_of(
        worker.get(anywhere).context["form"],
        body=bureau.pk, kind="inspection", what="迎接检查", minutes=90,
    )  # fmt: skip
    assert worker.post(anywhere, sent).status_code == 302
    assert worker.post(url("strike", entry_id=entry.pk)).status_code == 302
    shown = read(worker.get(url("show", request_id=request.pk)))
    assert "已划掉" in shown


def test_the_burden_as_page_spreadsheet_and_data(visit, url, ask, item, actor, at, today, bureau):
    actions.log_minutes(
        item.community, body=bureau, minutes=75, on=today, what="表", by=actor("worker"), at=at
    )
    ask(item)
    ask(kind="plaque", title="挂牌")
    director = visit("director")
    page = director.get(url("burden"))
    assert page.status_code == 200
    assert "示范区民政局" in read(page)
    table = director.get(url("burden_csv")).content.decode("utf-8-sig").splitlines()
    assert table[0].split(",")[:4] == ["单位", "新要求", "清单内", "清单外"]
    assert table[-1].split(",") == ["合计", "2", "1", "1", "0", "1", "1", "0", "0", "1", "0", "75"]
    data = json.loads(director.get(url("burden_json")).content)
    assert data["total"]["minutes"] == 75
    assert data["rows"][0]["office"] == "示范区民政局"
    assert director.get(f"{url('burden')}?month=2020-01").status_code == 200
    assert director.get(f"{url('burden')}?month=nonsense").status_code == 200


def test_the_desk_is_for_who_works_here_and_the_burden_for_who_oversees(visit, url, ask, item):
    request = ask(item)
    for name, parts in (
        ("queue", {}), ("new", {}), ("list_desk", {}), ("minutes", {}),
        ("show", {"request_id": request.pk}),
    ):  # fmt: skip
        for key in ("elder", "tenant", "supervisor", "manager", "street", "outsider"):
            assert visit(key).get(url(name, **parts)).status_code == 404, (name, key)
        for key in ("worker", "director"):
            assert visit(key).get(url(name, **parts)).status_code == 200, (name, key)
    assert visit("worker").get(url("add_item")).status_code == 404
    for key, status in (("supervisor", 200), ("worker", 200), ("elder", 404), ("street", 404)):
        assert visit(key).get(url("burden")).status_code == status, key


def test_a_page_goes_on_where_it_ended(visit, url, ask):
    from linli.partners.intake.queries import requests as queries

    for number in range(queries.PAGE + 2):
        ask(title=f"第{number}张表")
    first = visit("worker").get(url("queue"))
    after = first.context["after"]
    assert len(first.context["rows"]) == queries.PAGE
    second = visit("worker").get(f"{url('queue')}?after={after}")
    assert len(second.context["rows"]) == 2
    assert visit("worker").get(f"{url('queue')}?after=nonsense").status_code == 200


def test_in_english_too(visit, url, item):
    client = visit("director")
    page = read(client.get(url("list"), headers={"accept-language": "en"}))
    assert "Visits and applications for social assistance" in page
