"""Election day, the evening and what follows, each step on the pages, for the stories.

Takes an election up where `electing.prepare_election` leaves it. Papers that are handed out one
like the other thirty times over are handed out by the act.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import time_machine
from django.utils import timezone
from playwright.sync_api import Page, expect

from linli.governance.elections.models import Round
from linli.mechanisms.ballot.actions import evening
from linli.mechanisms.ballot.models import Poll, Station
from tests.stories.electing import Course, press, submit
from tests.stories.telling import Device

HALL, BOX = "一号站 社区活动室", "流动票箱"
SERVES = {"first": "worker", "second": "mediator", "witness": "supervisor"}
ISSUED = {HALL: 17, BOX: 10}
TALLY = tuple[tuple[str, ...], int]


def at_hour(day: date, hour: int) -> Any:
    """Lives through a day from this hour on, the server with us."""
    here = timezone.get_default_timezone()
    return time_machine.travel(datetime.combine(day, time(hour), here).astimezone(), tick=True)


def latest(course: Course) -> Round:
    """The round that is prepared, voted on or counted now."""
    rounds = Round.objects.filter(community=course.setting.community, election=course.election)
    return rounds.select_related("poll").order_by("-number")[0]


def poll_of(course: Course) -> Poll:
    return latest(course).poll


def station(course: Course, name: str) -> Station:
    return Station.objects.select_related("poll__electorate", "community").get(
        community=course.setting.community, poll=poll_of(course), name=name
    )


def stations(course: Course) -> str:
    return course.house.at(f"desk/polls/{poll_of(course).pk}/stations/")


def at_station(course: Course, name: str, page: str = "") -> str:
    return course.house.at(f"desk/stations/{station(course, name).pk}/{page}")


def unfold(page: Page, within: str) -> None:
    """Opens the part of the page that a form is folded away in."""
    if not page.locator(within).is_visible():
        page.locator("details", has=page.locator(within)).locator("summary").first.click()


def names(course: Course, *places: int) -> tuple[str, ...]:
    return tuple(course.neighbours[place].name for place in places)


def make_ballots(course: Course, *boxes: str, seats: str) -> None:
    """The elder makes the paper from the posted list, sets the stations up, names who counts and
    who watches, and has the papers printed."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("stations/"))
        page.check("[name=form][value=choose]")
        press(page, "form[action$='/stations/paper/'] button")
        page.goto(course.portal("ballot/"))
        course.picture(page, f"31-specimen-{seats}")
        for name in boxes:
            page.goto(stations(course))
            unfold(page, "form[action$='/stations/add/']")
            page.fill("[name=name]", name)
            if name == BOX:
                page.check("[name=mobile]")
            press(page, "form[action$='/stations/add/'] button[type=submit]")
        for name in boxes:
            page.goto(at_station(course, name))
            for part, key in SERVES.items():
                page.select_option(f"[name={part}]", str(course.setting.accounts[key].pk))
            press(page, "form[action$='/tellers/'] button[type=submit]")
        course.picture(page, f"32-station-{seats}")
        for name in boxes:
            _print(course, page, name)
        course.picture(page, f"33-election-day-{seats}")


def _print(course: Course, page: Page, name: str) -> None:
    page.goto(course.desk("stations/"))
    form = "form[action$='/ballots/']"
    unfold(page, form)
    page.select_option(f"{form} [name=station]", str(station(course, name).pk))
    page.fill(f"{form} [name=number]", "20")
    press(page, f"{form} button[type=submit]")


def look_at_papers(course: Course) -> None:
    """A roster is hung up, and the ballots as they are printed bear no number."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("stations/"))
        form = "form[action$='/duty/']"
        unfold(page, form)
        page.select_option(f"{form} [name=station]", str(station(course, HALL).pk))
        page.select_option(f"{form} [name=account]", str(course.setting.accounts["worker"].pk))
        page.select_option(f"{form} [name=task]", "roll")
        page.fill(f"{form} [name=begins]", "08:00")
        page.fill(f"{form} [name=ends]", "17:00")
        press(page, f"{form} button[type=submit]")
        page.goto(course.desk("stations/roster/"))
        course.picture(page, "34-roster")
        page.goto(course.desk("stations/"))
        page.locator("main td a[href*='/ballots/']").first.click()
        sheet = page.locator(".ballot-sheet").first
        sheet.wait_for()
        assert page.locator(".ballot-sheet").count() == 20
        assert (
            sheet.locator(".stub-serial").inner_text()
            not in sheet.locator(
                ".ballot-title, .ballot-office, .ballot-notes, .ballot-foot"
            ).all_inner_texts()
        )
        course.picture(page, "35-ballots")


def refuse_candidate_as_teller(course: Course) -> None:
    """Who stands, or stands near to one who does, cannot count."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(at_station(course, HALL))
        keys = {**SERVES, "second": "representative"}
        for part, key in keys.items():
            page.select_option(f"[name={part}]", str(course.setting.accounts[key].pk))
        press(page, "form[action$='/tellers/'] button[type=submit]")
        page.locator("main .finding-unmet, main .notice").first.wait_for()
        course.picture(page, "36-candidate-refused")


def open_polls(course: Course, *boxes: str) -> None:
    """On the morning the elder opens the polls, the worker the stations."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk())
        press(page, ".step-card a.btn-primary")
        course.picture(page, "37-before-opening")
        press(page, "form[action$='/stations/open/'] button")
        course.picture(page, "38-open")
    with course.house.visit(course.look, "worker") as page:
        for name in boxes:
            page.goto(at_station(course, name))
            press(page, "form[action$='/do/open/'] button")


def hand_out(course: Course) -> None:
    """The first paper goes to the tenant's proxy for the tenant, after their own; who had one
    gets no second; the others come one by one."""
    holder, tenant = course.neighbours[21], course.person("tenant")
    with course.house.visit(course.look, "worker") as page:
        page.goto(at_station(course, HALL))
        _find(page, course.line(holder).number)
        course.picture(page, "39-found")
        press(page, "#found .found-elector > .card-body > form button")
        _find(page, holder.name)
        press(page, "#found .found-principal form button")
        _find(page, course.line(holder).number)
        assert page.locator("#found form").count() == 0, "both papers have been had"
        course.picture(page, "40-had-both")
        _find(page, course.line(tenant).number)
        assert page.locator("#found form").count() == 0, "the proxy had it"
        _hand_out_rest(course)
        page.goto(at_station(course, HALL))
        course.picture(page, "41-handed-out")


def _find(page: Page, who: Any) -> None:
    page.fill("[name=who]", str(who))
    page.locator(".find-elector button").click()
    page.locator("#found .found-name").first.wait_for()


def _hand_out_rest(course: Course) -> None:
    numbers = {HALL: ISSUED[HALL] - 2, BOX: ISSUED[BOX]}
    ours = iter([*course.neighbours[:20], *course.neighbours[25:29], course.person("elder"),
                 course.person("representative"), course.neighbours[20]])  # fmt: skip
    for name, number in numbers.items():
        for _each in range(number):
            evening.hand_out(
                station(course, name), elector=course.line(next(ours)), **course.by("worker")
            )


def close_polls(course: Course, *boxes: str) -> None:
    """In the evening the boxes are sealed and the elder ends the vote."""
    with course.house.visit(course.look, "worker") as page:
        for name in boxes:
            page.goto(at_station(course, name))
            press(page, "form[action$='/do/seal/'] button")
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk())
        press(page, ".step-card a.btn-primary")
        press(page, "form[action$='/stations/close/'] button")
        course.picture(page, "42-closed")


def plain(look: Device) -> Device:
    """The same device, without scripts."""
    return replace(look, scripts=False)


def open_box(course: Course, name: str, *, returned: int, unreturned: int) -> bool:
    """The first teller writes down what lay in the box. Says whether it balances."""
    with course.house.visit(course.look, SERVES["first"]) as page:
        page.goto(at_station(course, name, "check/"))
        unfold(page, "form[action$='/box/']")
        page.fill("[name=returned]", str(returned))
        page.fill("[name=unreturned]", str(unreturned))
        press(page, "form[action$='/box/'] button")
        course.picture(page, f"43-box-{unreturned}")
        # Entries and other boxes may still be missing; the sum of the papers has a finding of its
        # own, the one that shows an addition.
        return page.locator("main .finding-met", has_text=" + ").count() == 1


def enter(course: Course, name: str, part: str, sheet: Iterable[TALLY]) -> None:
    """A teller enters every kind of paper with its number, in the form without scripts."""
    look = plain(course.look)
    with course.house.visit(look, SERVES[part]) as page:
        page.goto(at_station(course, name, "check/"))
        page.locator(f"main a[href*='/desk/count/{station(course, name).pk}/']").first.click()
        for chosen, number in sheet:
            page.locator(".count-record").wait_for()
            if chosen == ("void",):
                page.locator(".count-void summary").click()
                page.locator("[name=void]:not([value=''])").first.check()
            for each in () if chosen == ("void",) else chosen:
                page.locator(".count-key", has_text=each).click()
            page.fill("[name=number]", str(number))
            press(page, ".count-record")
        course.house.picture(page, course.look, f"election-44-sheet-{part}")
        press(page, "[name=do][value=hand_in]")


def confirm(course: Course, name: str) -> None:
    """The witness holds both entries against each other and confirms."""
    with course.house.visit(course.look, SERVES["witness"]) as page:
        page.goto(at_station(course, name, "check/"))
        course.picture(page, "45-compared")
        press(page, "form[action$='/confirm/'] button")
        course.picture(page, "46-confirmed")


def watch_wall(course: Course, *seen: str) -> None:
    """Everybody reads the count on the wall."""
    with course.house.visit(course.look) as page:
        page.goto(course.house.at(f"polls/{poll_of(course).pk}/count/"))
        for each in seen:
            expect(page.locator("main")).to_contain_text(each)
        course.picture(page, f"47-wall-{len(seen)}")


def declare(course: Course, name: str) -> None:
    """The elder looks at every step and declares it on the spot."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk())
        press(page, ".step-card a.btn-primary")
        if page.locator("a[href$='/outcome/declare/']").count():
            press(page, "a[href$='/outcome/declare/']")
        course.picture(page, f"48-declare-{name}")
        submit(page)
        course.picture(page, f"49-outcome-{name}")


def vote_again(course: Course, day: date) -> None:
    """One seat is left: the elder calls a further vote among those the law lets stand."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("outcome/"))
        press(page, "a[href$='/outcome/again/']")
        page.fill("[name=day]", day.isoformat())
        course.picture(page, "50-again")
        submit(page)
        page.goto(course.portal())
        course.picture(page, "51-public-again")


def hand_out_again(course: Course, number: int) -> None:
    """So many come a second time."""
    for person in course.neighbours[:number]:
        evening.hand_out(station(course, HALL), elector=course.line(person), **course.by("worker"))


def report_and_print(course: Course) -> None:
    """The result goes to the street office, on paper with the certificates; slips are made for
    those of the elected who have no account."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("outcome/"))
        press(page, "form[action$='/report/'] button")
        for part in ("sheet", "certificates"):
            page.goto(course.desk(f"outcome/{part}/"))
            course.picture(page, f"52-{part}")
        page.goto(course.desk("outcome/"))
        press(page, "form[action$='/invite/'] button")
        course.picture(page, "53-slips")


def hand_over(course: Course) -> None:
    """The elder writes down what the former side gives, the new director takes it, the street
    office was there."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("handover/"))
        course.picture(page, "54-handover")
        page.locator("form[action$='/strike/'] button").last.click()
        page.wait_for_selector("main table")
        for address in _links(page, "a[href$='/give/']"):
            page.goto(f"{course.house.url}{address}")
            page.fill("[name=amount]", "1")
            submit(page)
    with course.house.visit(course.look, "representative") as page:
        page.goto(course.desk("handover/"))
        while page.locator("form[action$='/take/'] button").count():
            press(page, "form[action$='/take/'] button")
        course.picture(page, "55-taken")
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk("handover/complete/"))
        page.check("[name=watched]")
        submit(page)
        course.picture(page, "56-handed-over")


def _links(page: Page, selector: str) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(selector).all()]


def archive(course: Course) -> None:
    """What was left over is destroyed, the file is looked through and archived."""
    with course.house.visit(course.look, "elder") as page:
        page.goto(course.desk())
        press(page, ".step-card a.btn-primary")
        course.picture(page, "57-file")
        submit(page)
        course.picture(page, "58-archived")
