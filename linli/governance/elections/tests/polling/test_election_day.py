"""Election day prepared: the paper, the stations, who serves, the ballots printed, the opening."""

import re
from datetime import time, timedelta

import pytest
from django.urls import reverse

from linli.core.audit.models import Entry
from linli.governance.elections.actions import polling, printing
from linli.governance.elections.models import Assistance, Candidate, Duty, Kinship, Printing, Round
from linli.governance.elections.queries import polling as queries
from linli.governance.elections.tests.polling.election_day import SERVES
from linli.lib.law import Refused
from linli.mechanisms.ballot.actions import evening

pytestmark = pytest.mark.django_db


def refused(rule, act, *given, **named):
    with pytest.raises(Refused) as caught:
        act(*given, **named)
    assert caught.value.finding.rule == rule


def address(day, name, **more):
    kwargs = {"community_code": day.setting.community.code, "election_id": day.election.pk, **more}
    return reverse(f"elections:{name}", kwargs=kwargs)


def make_kin(day, person):
    """`person` and the first candidate are near relatives."""
    candidate = Candidate.objects.filter(community=day.setting.community).first().person
    one, other = sorted((person, candidate), key=lambda each: each.pk)
    Kinship.objects.create(
        community=day.setting.community,
        election=day.election,
        one=one,
        other=other,
        relation="sibling",
        declared_on=day.election.day,
    )


# The paper


def test_the_paper_says_what_the_posted_list_says(day):
    round_ = day.prepare()
    questions = list(round_.poll.questions.prefetch_related("options"))
    assert [(q.title, q.seats, q.write_ins) for q in questions] == [
        ("主任", 1, 1),
        ("副主任", 1, 1),
        ("委员", 3, 3),
    ]
    assert [o.title for o in questions[2].options.all()] == ["高远", "白露", "江月", "石磊"]
    tied = Candidate.objects.filter(community=day.setting.community, option__isnull=True)
    assert not tied.exists()


def test_who_has_withdrawn_is_not_on_the_paper_and_it_can_be_made_anew(day):
    day.prepare()
    gone = Candidate.objects.get(community=day.setting.community, name="石磊")
    gone.withdrew_on = day.election.day
    gone.save()
    round_ = day.prepare("approve")
    titles = [o.title for q in round_.poll.questions.all() for o in q.options.all()]
    assert "石磊" not in titles
    assert {q.form for q in round_.poll.questions.all()} == {"approve"}
    assert Round.objects.filter(community=day.setting.community).count() == 1


def test_a_paper_of_which_some_were_printed_is_not_changed(ready):
    printing.print_ballots(
        ready.round, station=ready.station("一号站"), number=5, by=ready.committee, at=ready.at
    )
    refused("elections.paper_still_open", ready.prepare)


def test_the_paper_waits_for_the_posted_list(day):
    day.election.state = "listed"
    day.election.save()
    refused("elections.list_is_posted", day.prepare)


# Who serves


def test_a_candidate_neither_hands_out_nor_counts(ready):
    candidate = Candidate.objects.filter(community=ready.setting.community).first()
    account = ready.account("worker")
    account.person = candidate.person
    account.save()
    named = {part: ready.account(key) for part, key in SERVES.items()}
    refused(
        "elections.serves_impartially",
        evening.name_tellers,
        ready.station("一号站"),
        named=named,
        by=ready.committee,
        at=ready.at,
    )
    hours = {"begins": time(8), "ends": time(12), "by": ready.committee, "at": ready.at}
    station = ready.station("一号站")
    for who in ({"account": account}, {"name": candidate.name}):
        refused(
            "elections.serves_impartially",
            polling.put_on_duty,
            station,
            task="roll",
            **who,
            **hours,
        )


def test_near_kin_of_a_candidate_is_barred_and_the_polls_do_not_open_with_them(ready):
    account = ready.account("supervisor")
    make_kin(ready, account.person)
    refused("elections.staff_impartial", ready.open)
    assert not queries.may_serve(ready.election, account)


def test_the_roster_takes_each_once_and_hangs_at_the_station(ready, visit):
    given = {
        "station": ready.station("一号站").pk,
        "name": "陈立",
        "task": "lead",
        "begins": "07:30",
        "ends": "12:00",
    }
    browser = visit("representative")
    assert browser.post(address(ready, "add_duty"), given).status_code == 302
    assert browser.post(address(ready, "add_duty"), given).status_code == 409
    wrong = browser.post(address(ready, "add_duty"), {**given, "ends": "07:00"})
    assert wrong.status_code == 422
    assert "结束的时间要晚于开始的时间" in wrong.text
    page = browser.get(address(ready, "roster")).text
    assert "陈立" in page
    assert "07:30–12:00" in page
    duty = Duty.objects.get(community=ready.setting.community)
    browser.post(address(ready, "drop_duty", duty_id=duty.pk))
    assert not Duty.objects.filter(community=ready.setting.community).exists()


# Ballots


def test_serials_run_on_and_stand_on_the_stub_alone(ready, visit):
    browser = visit("representative")
    station = ready.station("一号站")
    for _run in range(2):
        browser.post(address(ready, "take_run"), {"station": station.pk, "number": 3})
    runs = list(Printing.objects.filter(community=ready.setting.community))
    assert [(run.first, run.last) for run in runs] == [(1, 3), (4, 6)]
    page = browser.get(address(ready, "ballots", run_id=runs[1].pk)).text
    sheets = re.findall(r'<section class="ballot-sheet.*?</section>', page, re.DOTALL)
    assert len(sheets) == 3
    for sheet, serial in zip(sheets, ("00004", "00005", "00006"), strict=True):
        stub, _tear, paper = sheet.partition('<p class="tear">')
        assert serial in stub
        assert serial not in paper
        assert "林海" in paper
        assert "另选他人" in paper


def test_the_pdf_is_drawn_where_the_machine_can_and_the_page_prints_where_not(
    ready, visit, monkeypatch
):
    from linli.core.pages import paper
    from linli.governance.elections.views import ballots

    browser = visit("representative")
    station = ready.station("一号站")
    browser.post(address(ready, "take_run"), {"station": station.pk, "number": 2, "large": "on"})
    run = Printing.objects.get(community=ready.setting.community)
    if paper.can_draw():
        drawn = browser.get(address(ready, "ballots_pdf", run_id=run.pk))
        assert drawn.content.startswith(b"%PDF-")
        assert drawn.headers["Content-Disposition"].endswith('"ballots-00001-00002.pdf"')
    monkeypatch.setattr(ballots, "can_draw", lambda: False)
    page = browser.get(address(ready, "ballots", run_id=run.pk)).text
    assert "请用浏览器打印" in page
    assert "下载 PDF" not in page
    assert browser.get(address(ready, "ballots_pdf", run_id=run.pk)).status_code == 404


def test_the_specimen_is_no_ballot(ready, visit):
    page = visit().get(address(ready, "specimen"))
    assert "样张，不能用来投票" in page.text
    assert 'class="stub"' not in page.text
    assert page.headers["X-Robots-Tag"] == "noindex, noarchive"


def test_what_is_left_over_is_counted_once_the_box_is_sealed(ready):
    run = printing.print_ballots(
        ready.round, station=ready.station("一号站"), number=10, by=ready.committee, at=ready.at
    )
    ready.open("一号站")
    ready.hand_out("一号站", 1, 2, 3)
    run = queries.printing_here(run.community_id, run.pk)
    given = {"by": ready.committee, "at": ready.at}
    refused("elections.sealed_first", printing.destroy_leftovers, run, number=7, **given)
    ready.seal("一号站")
    run = queries.printing_here(run.community_id, run.pk)
    refused("elections.destroyed_of_run", printing.destroy_leftovers, run, number=11, **given)
    printing.destroy_leftovers(run, number=6, **given)
    assert not queries.ledger_of(ready.round).finding
    printing.destroy_leftovers(run, number=7, **given)
    assert queries.ledger_of(ready.round).finding


# Opening and closing


def test_the_polls_open_on_the_day_alone(ready):
    for days in (-1, 1):
        with pytest.raises(Refused) as caught:
            polling.open_polls(
                ready.again(), by=ready.committee, at=ready.at + timedelta(days=days)
            )
        assert caught.value.finding.rule == "elections.on_election_day"
    ready.open("一号站")
    assert ready.again().state == "polling"
    assert ready.round.poll.state == "open"
    told = Entry.objects.get(action="elections.open_polls")
    assert told.post == "representative" or told.post == "election_committee"


def test_without_paper_or_station_or_tellers_the_polls_stay_closed(day):
    refused("elections.ballots_prepared", day.open)
    day.prepare()
    refused("elections.stations_ready", day.open)
    evening.set_up_station(day.round.poll, name="一号站", by=day.committee, at=day.at)
    refused("elections.stations_ready", day.open)


def test_the_polls_close_when_the_last_box_is_sealed(ready):
    ready.set_up("二号站")
    ready.open("一号站", "二号站")
    evening.seal_box(ready.station("一号站"), by=ready.committee, at=ready.at)
    given = {"by": ready.committee, "at": ready.at}
    refused("elections.boxes_sealed", polling.close_polls, ready.again(), **given)
    ready.seal("二号站")
    assert ready.again().state == "counting"
    refused("flow.move_open", polling.close_polls, ready.again(), **given)


def test_the_day_s_page_shows_what_is_missing_and_the_one_button(ready, visit):
    page = visit("representative").get(address(ready, "stations")).text
    assert "开始投票" in page
    assert "还差 30 张" in page
    helper = visit("worker").get(address(ready, "stations")).text
    assert address(ready, "open_polls") not in helper


def test_a_further_round_has_its_own_paper_without_lines_for_others(ready):
    ready.open("一号站")
    ready.seal("一号站")
    election = ready.again()
    election.state = "nominated"
    election.save()
    first = Candidate.objects.filter(community=election.community_id, office__office="director")
    for candidate in first:
        Candidate.objects.create(
            community_id=election.community_id,
            election=election,
            round=2,
            office=candidate.office,
            person=candidate.person,
            name=candidate.name,
            position=candidate.position,
        )
    office = first[0].office
    round_ = polling.prepare_ballots(
        election, seats={office.pk: 1}, by=ready.committee, at=ready.at
    )
    assert round_.number == 2
    assert [(q.title, q.write_ins) for q in round_.poll.questions.all()] == [("主任", 0)]


# Help with voting


def test_help_with_voting_is_counted_by_station_and_names_nobody(ready, visit):
    worker, url = visit("worker"), address(ready, "add_assistance")
    station = ready.station("一号站")
    helped = {"station": station.pk, "way": "write", "number": 2}
    early = worker.post(url, helped)
    assert "现在不是投票或计票的时候" in early.content.decode()
    ready.election.state = "polling"
    ready.election.save()
    for number in (2, 3):  # said again, it is put right
        assert worker.post(url, {**helped, "number": number}).status_code == 302
    page = worker.get(address(ready, "stations")).content.decode()
    assert "只记几位，不记是谁" in page
    [row] = Assistance.objects.filter(community=ready.setting.community)
    assert (row.way, row.number) == ("write", 3)
    assert {field.name for field in Assistance._meta.fields} == {
        "id", "community", "station", "way", "number",
    }  # fmt: skip
    assert "请人代写" in visit().get(address(ready, "one")).content.decode()
