"""The pages as those meet them who use them; and nobody else meets anything."""

import io
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document
from PIL import Image

from linli.core.audit.models import Entry
from linli.core.clocks.queries.due import due, hands_of
from linli.core.files.queries import file_for
from linli.core.pages.paper import can_draw
from linli.lib.identity.ids import new_closed_id
from linli.safety.mediation import actions
from linli.safety.mediation.actions import Happened
from linli.safety.mediation.disclosed import compose
from linli.safety.mediation.facts import rows as facts
from linli.safety.mediation.kinds import KINDS
from linli.safety.mediation.models import Mediation
from linli.safety.mediation.queries import counts
from linli.safety.mediation.queries.counts import Total, total_of
from linli.safety.mediation.queries.course import exhibits_of
from linli.safety.mediation.tests.conftest import FACTS, fresh

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"[A-Za-z0-9_-]{43,}={0,2}")
"""What a page has anew each time: the token of its forms."""
WORDS = ("漏水", "王秀兰", "刘洋")


def text_of(response, status=200):
    assert response.status_code == status, response.status_code
    return response.content.decode()


def ours(setting):
    return Mediation.objects.filter(community=setting.community)


def test_a_resident_asks_on_the_phone_and_the_other_side_answers(visit, url, setting):
    browser, mediator, other = visit("tenant"), visit("mediator"), visit("elder")
    assert "不收费" in text_of(visit().get(url("about")))
    form = {"kind": "neighbour", "other_name": "楼上 301", "facts": FACTS, "once": new_closed_id()}
    response = browser.post(url("ask"), form)
    case = ours(setting).get()
    assert response.url == url("own", subject=case.pk)
    assert browser.post(url("ask"), form).url == response.url  # pressed twice
    assert FACTS in text_of(browser.get(response.url))
    assert "邻里" in text_of(browser.get(url("mine")))
    page = text_of(mediator.get(url("cases") + "?show=new"))
    assert url("new_case", subject=case.pk) in page
    assert not any(word in page for word in WORDS)
    page = text_of(mediator.get(url("new_case", subject=case.pk)))
    assert "刘洋" in page
    assert FACTS not in page
    take = url("give", subject=case.pk, step="take")
    assert mediator.post(take, {"seen": 1}).status_code == 409
    assert mediator.post(take, {"seen": 1, "apart": "on"}).url == url("case", case_id=case.pk)
    assert FACTS in text_of(mediator.get(url("case", case_id=case.pk)))
    above = next(side for side in case.parties.filter(community=case.community_id, order=2))
    who = url("party_who", case_id=case.pk, party_id=above.pk)
    page = text_of(mediator.post(who, {"q": "王秀兰"}))
    person = setting.accounts["elder"].person_id
    assert str(person) in page
    seen = fresh(case).version
    assert mediator.post(who, {"q": "王秀兰", "person": person, "seen": seen}).status_code == 302
    page = text_of(other.get(url("own", subject=case.pk)))
    assert "参加不参加由您决定" in page
    assert FACTS not in page
    step = url("own_step", subject=case.pk, step="willing")
    text_of(other.get(step))
    seen = fresh(case).version
    assert other.post(step, {"seen": seen, "accepts_mediator": "on"}).status_code == 302
    assert fresh(case).sides[1].willing
    assert other.post(url("own_step", subject=case.pk, step="withdraw")).status_code == 404
    refuse = url("own_step", subject=case.pk, step="refuse")
    assert other.post(refuse, {"seen": seen + 1}).status_code == 302
    assert fresh(case).state == "refused"
    assert "诉" in text_of(browser.get(url("own", subject=case.pk)))


def test_the_window_writes_down_what_it_cannot_open_again(visit, url, setting):
    worker = visit("worker")
    form = {
        "source": "application", "channel": "phone", "kind": "noise", "applicant_name": "刘洋",
        "other_name": "王秀兰", "facts": FACTS, "once": new_closed_id(),
    }  # fmt: skip
    text_of(worker.get(url("register")))
    assert worker.post(url("register"), {**form, "facts": ""}).status_code == 422
    assert worker.post(url("register"), form).url == url("registered")
    assert "请选择" in text_of(worker.get(url("register")))
    assert worker.post(url("register"), {**form, "kind": ""}).status_code == 422
    page = text_of(worker.get(url("registered")))
    assert "3 个工作日内" in page
    assert not any(word in page for word in WORDS)
    case = ours(setting).get()
    for name in ("case", "papers"):
        assert worker.get(url(name, case_id=case.pk)).status_code == 404
    assert worker.get(url("cases")).status_code == 404


def test_the_desk_walks_a_case_to_its_file(visit, url, talking, setting, at, on):
    case, mediator = talking(), visit("mediator")

    def post(step, **given):
        given = {"seen": fresh(case).version, **given}
        response = mediator.post(url("step", case_id=case.pk, step=step), given)
        assert response.status_code == 302, (step, response.content.decode())

    when = timezone.localtime(at - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    for step in ("session", "record", "extend", "police", "refuse", "exhibit", "mark", "note"):
        text_of(mediator.get(url("step", case_id=case.pk, step=step)))
    post("session", when=when, where="调解室")
    [record] = case.records.filter(community=case.community_id, kind="session")
    notes = url("session", case_id=case.pk, record_id=record.pk)
    given = {"present": "双方", "text": "各让一步", "result": "agreed", "seen": fresh(case).version}
    assert mediator.post(notes, given).status_code == 302
    above = case.sides[1]
    agreed = {
        "oral": "no", "reached_on": on, "facts": FACTS, "issue": "谁修", "responsibility": "楼上",
        "content": "楼上修好", "manner": "自行", "limit": "十日", "who1": above.pk,
        "what1": "修好防水", "by1": on + timedelta(days=10),
    }  # fmt: skip
    half = {**agreed, "by1": "", "seen": fresh(case).version}
    response = mediator.post(url("step", case_id=case.pk, step="agree"), half)
    assert "三样都要填" in text_of(response, 422)
    post("agree", **agreed)
    page = text_of(mediator.get(url("case", case_id=case.pk)))
    assert "还差" in page
    signed = {f"side_{side.pk}": on for side in case.sides}
    post("sign", **signed, mediator_on=on, sealed_on=on)
    assert fresh(case).state == "in_force"
    page = text_of(mediator.get(url("papers", case_id=case.pk)))
    assert "没有签名或者按指印" in page
    response = mediator.get(url("whole", case_id=case.pk, form="docx"))
    assert "卷宗还不齐" in text_of(response, 409)
    for side in fresh(case).sides:
        party = url("party", case_id=case.pk, party_id=side.pk)
        form = {"role": side.role, "name": side.name, "address": "x", "identity_seen": "身份证"}
        assert mediator.post(party, {**form, "seen": fresh(case).version}).status_code == 302
    for paper in ("application", "rights", "record"):
        post("mark", paper=paper, signed_on=on)
    photo = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(photo, "JPEG")
    photo.seek(0)
    photo.name = "漏水.jpg"
    post("exhibit", kind="evidence", title="漏水照片", on=on, upload=photo)
    post("note", note="两家和好")
    post("close")
    page = text_of(mediator.get(url("case", case_id=case.pk)))
    assert "该有的都齐了" in page
    assert mediator.get(url("whole", case_id=case.pk, form="docx")).status_code == 200
    [(_row, file)] = exhibits_of(case)
    assert file_for(setting.actor("mediator", on), file.pk, lent="", at=at) == file
    for key in ("director", "worker", "elder"):
        assert file_for(setting.actor(key, on), file.pk, lent="", at=at) is None


def test_the_papers_say_what_the_record_says_in_their_order(
    visit, url, whole, actor, at, django_assert_max_num_queries
):
    case, mediator = whole(), visit("mediator")
    actions.write_record(
        case, happened=Happened("visit", at, text="已经修好", result="done"),
        by=actor("mediator"), at=at,
    )  # fmt: skip
    actions.write_note(case, note="两家和好", by=actor("mediator"), at=at)
    actions.close_file(case, by=actor("mediator"), at=at)
    response = mediator.get(url("whole", case_id=case.pk, form="docx"))
    document = Document(io.BytesIO(response.content))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[0] == "卷内目录"
    numbers = [text.partition(".")[0] for text in headings[1:]]
    assert numbers == ["1", "2", "3", "7", "8", "10", "12", "13"]
    told = "\n".join(p.text for p in document.paragraphs)
    for words in (FACTS, "楼上十日内修好防水", "按指印", "盖章", "一式 3 份", "已经修好"):
        assert words in told, words
    index = document.tables[1]
    assert [row.cells[0].text for row in index.rows][1:] == [str(n) for n in range(1, 14)]
    assert "PAGEREF paper8" in document.element.xml
    one = Document(io.BytesIO(mediator.get(
        url("paper_file", case_id=case.pk, paper="agreement", form="docx")).content))  # fmt: skip
    assert "人民调解委员会（盖章）" in "\n".join(p.text for p in one.paragraphs)
    assert "您的权利" in text_of(mediator.get(url("paper", case_id=case.pk, paper="rights")))
    if can_draw():
        response = mediator.get(url("whole", case_id=case.pk, form="pdf"))
        assert response.content[:5] == b"%PDF-"
    with django_assert_max_num_queries(40):
        mediator.get(url("case", case_id=case.pk))


def test_a_record_of_dissuading_can_go_to_the_police(visit, url, taken, actor, at):
    case, mediator = taken(kind="noise"), visit("mediator")
    happened = Happened("persuasion", at, "301 门口", "王秀兰", "请她晚十点后不唱", "continued")
    actions.write_record(case, happened=happened, by=actor("mediator"), at=at)
    page = text_of(mediator.get(url("persuasion", case_id=case.pk)))
    for words in ("没有停止", "第五百九十九条", "第八十八条", "晚十点后不唱"):
        assert words in page
    content = mediator.get(url("persuasion_file", case_id=case.pk, form="docx")).content
    document = Document(io.BytesIO(content))
    assert "没有停止" in "".join(c.text for t in document.tables for r in t.rows for c in r.cells)


def test_a_record_of_dissuading_is_offered_where_somebody_was_dissuaded(
    visit, url, taken, actor, at
):
    mediator, noise = visit("mediator"), taken(kind="noise")
    page = text_of(mediator.get(url("persuasion", case_id=noise.pk)))
    assert "还没有登记劝阻或者调解。" in page
    case = taken(kind="debt")
    address = url("persuasion", case_id=case.pk)
    assert mediator.get(address).status_code == 404
    assert address not in text_of(mediator.get(url("case", case_id=case.pk)))
    happened = Happened("persuasion", at, "门口", "刘洋", "请他不上门吵", "done")
    actions.write_record(case, happened=happened, by=actor("mediator"), at=at)
    assert address in text_of(mediator.get(url("case", case_id=case.pk)))
    assert "请他不上门吵" in text_of(mediator.get(address))


def test_a_case_shows_what_can_be_done_now_and_ends_apart(visit, url, taken, actor, at):
    case, mediator = taken(), visit("mediator")

    def page_and(step):
        page = text_of(mediator.get(url("case", case_id=case.pk)))
        address = re.escape(url("step", case_id=case.pk, step=step))
        return page, re.search(f'<a class="([^"]*)" href="{address}"', page)[1]

    assert page_and("begin")[1] == "btn"
    assert "btn-danger" in page_and("police")[1]
    for side in case.sides:
        willing = url("party_step", case_id=case.pk, party_id=side.pk, what="willing")
        assert willing in page_and("begin")[0]
        actions.tell_side(case, party=side, by=actor("mediator"), at=at)
        assert willing not in page_and("begin")[0]
        actions.tell_rights(case, party=side, by=actor("mediator"), at=at)
    page, begin = page_and("begin")
    assert "btn-primary" in begin
    endings = page.partition("<h2>终结</h2>")[2].partition("</section>")[0]
    for step in ("fail", "refuse", "withdraw", "decline", "to-police"):
        assert page.count(url("step", case_id=case.pk, step=step)) == 1
        assert url("step", case_id=case.pk, step=step) in endings


@pytest.mark.parametrize(
    "key", ["director", "worker", "supervisor", "representative", "street", "outsider", "second"]
)
def test_nobody_else_can_tell_that_there_is_a_case(key, visit, url, whole, second, setting, at, on):
    case, browser = whole(), visit(key)
    never, pages = new_closed_id(), ("case", "papers", "persuasion", "add_party")
    for name in pages:
        told = []
        for key_asked in (case.pk, never):
            with CaptureQueriesContext(connection) as asked:
                response = browser.get(url(name, case_id=key_asked))
            assert response.status_code == 404
            page = response.content.decode().replace(str(key_asked), "")
            told.append((len(asked), TOKEN.sub("", page)))
        assert told[0] == told[1]
    for name in ("own", "own_agreement"):
        assert browser.get(url(name, subject=case.pk)).status_code == 404
    actor, community = setting.actor(key, on), setting.community.pk
    shown = due(community, at + timedelta(days=99), hands=hands_of(actor, community, on)).clocks
    assert not [clock for clock in shown if clock.owner == case.pk]
    assert not Entry.objects.filter(subject=case.pk).exists()
    for name in ("counts", "committee", "screenings", "cases"):
        response = browser.get(url(name))
        assert not any(word in response.content.decode() for word in WORDS)


def test_a_party_reads_the_agreement_and_not_the_notes(visit, url, in_force):
    case, browser = in_force(), visit("elder")
    page = text_of(browser.get(url("own", subject=case.pk)))
    assert "楼上十日内修好防水" in page
    assert "一起向下面任一法院申请" in page
    assert "谈妥" not in page
    assert "争议的事项" in text_of(browser.get(url("own_agreement", subject=case.pk)))
    refuse = url("own_step", subject=case.pk, step="refuse")
    assert browser.get(refuse).status_code == 404
    assert browser.post(refuse, {"seen": case.version}).status_code == 409


def test_the_committee_a_round_and_an_offer_from_it(visit, url, setting, on):
    mediator = visit("mediator")
    chair = setting.accounts["mediator"].pk
    form = {"chosen_on": on, "members": 2, "women": 1, "chair": chair}
    assert "3 至 9" in text_of(mediator.post(url("enter_term"), form), 409)
    assert mediator.post(url("enter_term"), {**form, "members": 5}).status_code == 302
    assert "名单还没有报送" in text_of(mediator.get(url("committee")))
    assert mediator.post(url("screen"), {"on": on, "n_noise": 2}).status_code == 302
    page = text_of(mediator.get(url("screenings")))
    assert "噪声扰民 2" in page
    offer = page.partition(url("offer"))[2].partition('"')[0]
    form = {
        "kind": "noise", "applicant_name": "甲", "other_name": "乙", "facts": "x",
        "apart": "on", "once": new_closed_id(),
    }  # fmt: skip
    assert mediator.post(url("offer") + offer, form).status_code == 302
    case = ours(setting).get()
    assert (case.source, case.screening_id is None) == ("own_motion", False)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((), Total(None)),
        ((9,), Total(None)),
        ((10,), Total(10, or_more=True)),
        ((12, 9), Total(12, or_more=True)),
        ((12, 9, 1), Total(22)),
        ((5, 4), Total(None)),
        ((5, 5), Total(10)),
    ],
)
def test_a_total_never_tells_whether_a_hidden_kind_has_any(numbers, told):
    assert total_of(numbers, 10) == told


def test_a_span_gives_no_hidden_month_back_and_a_part_no_rest(setting, on, monkeypatch):
    cells = {
        (1, 3): (12, 30, 24),  # six of thirty ended without agreement
        (4, 6): (5, 0, 0),
        (7, 9): (14, 40, 20),
    }

    def counted(_community, since, until):
        months = [m for m in (1, 2, 3) if since.month <= m <= until.month]
        rows = [list(cells.values())[m - 1] for m in months]
        return {key: tuple(map(sum, zip(*rows, strict=True))) for key, _title in KINDS}

    monkeypatch.setattr(counts, "_in_full", counted)
    month = counts.counts_by_kind(setting.community, date(2026, 1, 1), date(2026, 1, 31))[0]
    assert (month.came, month.ended, month.agreed) == (12, 30, None)
    span = counts.counts_over_months(setting.community, date(2026, 1, 1), date(2026, 3, 31))[0]
    # 31 came: beside the twelve and the fourteen the five of February would be had back.
    assert (span.came, span.ended) == (Total(26, or_more=True), Total(70, or_more=True))
    # With March's twenty, 44 would tell that six of January's thirty did not agree.
    assert span.agreed == Total(20, or_more=True)


def test_counts_hide_what_is_few_and_facts_tell_whole_months(visit, url, registered, setting, on):
    for _number in range(3):
        registered()
    page = text_of(visit("director").get(url("counts")))
    assert page.count("不满 10 件") == 2 * (2 + 3 * len(KINDS)) + 1  # also where there is none
    assert not re.search(r"<td>\d", page)
    assert visit("worker").get(url("counts")).status_code == 404
    # Without a registered committee as well: three are not "none", and none looks like three.
    bare = list(compose(setting.community, on, on))
    chair = setting.accounts["mediator"].pk
    form = {"chosen_on": on, "members": 5, "women": 1, "chair": chair}
    assert visit("mediator").post(url("enter_term"), form).status_code == 302
    told = list(compose(setting.community, on, on))
    assert {row.cells[name] for row in told for name in ("came", "ended", "agreed")} == {
        "不满 10 件"
    }
    assert [row.key for row in told] == [key for key, _title in KINDS]
    assert bare == told == list(compose(setting.community, date(2020, 1, 1), date(2020, 3, 31)))
    end = (on.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    told = {fact.kind: fact for fact in facts(setting.community, on.replace(day=1), end)}
    assert told == {}  # one to nine are a count of a few people
    for _number in range(7):
        registered()
    told = {fact.kind: fact for fact in facts(setting.community, on.replace(day=1), end)}
    assert told["mediation.reported"].part == 10
    assert all(fact.on == end and fact.record is None for fact in told.values())
    assert list(facts(setting.community, on.replace(day=1), end - timedelta(days=1))) == []
