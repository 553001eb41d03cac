"""A staircase without a signal: forty doors are walked with the network off, two people say
something different at one of them, nothing is lost, and the director decides."""

from datetime import date
from typing import Any

import pytest
import rules
from django.utils import timezone

from tests.stories.telling import PATIENCE, Device, session_of

pytestmark = pytest.mark.story

DOORS = 40
KIND = "stories.visits"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "locale": "zh-CN"}


@pytest.fixture(scope="module")
def walked(house, django_db_blocker):
    """A sort of round of the story's own, with forty doors and last time's answers."""
    from linli.core.audit.actor import holds
    from linli.core.places.queries import dwellings_under
    from linli.mechanisms.rounds import actions, declaration
    from linli.mechanisms.rounds.declaration import NUMBER, YES_NO, Question, RoundKind, StopGiven

    rules.add_perm("stories.visit", holds("director", "worker"))
    declaration.register_round(
        RoundKind(
            KIND,
            "看望",
            may_see="stories.visit",
            may_carry="stories.visit",
            arrived=lambda stop, answers, by, at: None,
            questions=(Question("well", "一切都好", YES_NO), Question("heads", "住几个人", NUMBER)),
        )
    )
    with django_db_blocker.unblock():
        setting = house.setting
        at = timezone.now()
        doors = list(dwellings_under(setting.community).order_by("position")[:DOORS])
        assert len(doors) == DOORS
        last = {"well": "yes", "heads": "2"}
        yield actions.plan(
            setting.community,
            kind=KIND,
            day=timezone.localdate(at),
            title="秋季看望",
            stops=[StopGiven(place=door.pk, last=last, last_on=date(2026, 3, 2)) for door in doors],
            carriers=[setting.accounts[key].pk for key in ("worker", "director")],
            by=setting.actor("director", timezone.localdate(at)),
            at=at,
        )
    del declaration._KINDS[KIND]
    rules.remove_perm("stories.visit")


@pytest.fixture
def phone(house, browser):
    """Somebody's phone: a page whose network can be cut off; a script's error fails the story."""
    contexts, trouble = [], []

    def taken(key: str) -> Any:
        context = browser.new_context(timezone_id="Asia/Shanghai", **PHONE)
        contexts.append(context)
        context.add_cookies([session_of(house, key)])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: trouble.append(f"{key}: {error}"))
        return page

    yield taken
    for context in contexts:
        context.close()
    assert not trouble, "\n".join(trouble)


def take_along(page: Any, house: Any, round_: Any) -> None:
    page.goto(house.at(f"rounds/{round_.pk}/"))
    page.get_by_role("link", name="带到手机上").click()
    page.get_by_role("button", name="带到这台手机上").click()
    page.wait_for_url("**/rounds/walk/#*")
    page.wait_for_selector("html[data-offline-ready]")


def open_door(page: Any, number: int) -> None:
    page.locator(".walk-row").nth(number).click()
    page.wait_for_selector("[data-fields]")


def unsent(page: Any, count: int) -> None:
    page.wait_for_selector(f"[data-device][data-unsent='{count}']", state="attached")


def say_no_change(page: Any) -> None:
    page.locator("[data-do=no-change]").click()
    page.locator("[data-do=confirm]").click()


def change_heads(page: Any, heads: str) -> None:
    page.locator("[name=heads]").fill(heads)
    page.locator("[data-view] form button[type=submit]").click()


def stops(round_: Any) -> Any:
    from linli.mechanisms.rounds.models import Stop

    return Stop.objects.filter(community=round_.community_id, round=round_)


def test_forty_doors_without_a_network(house, walked, phone):
    from linli.mechanisms.rounds.models import Answer, Conflict

    worker, director = phone("worker"), phone("director")
    take_along(worker, house, walked)
    house.picture(worker, Device(390), "rounds-doors")
    worker.context.set_offline(True)
    open_door(worker, 0)
    house.picture(worker, Device(390), "rounds-door")
    change_heads(worker, "3")
    for number in range(1, DOORS):
        worker.wait_for_selector(f"[data-view] h1:has-text('{name_of(walked, number + 1)}')")
        if number == DOORS // 2:
            worker.reload()
            unsent(worker, number)
        if number % 8 == 5:
            change_heads(worker, str(number))
        else:
            say_no_change(worker)
    worker.wait_for_selector("[data-stairs]")
    unsent(worker, DOORS)
    assert "没有网络" in worker.locator("[data-device]").inner_text()
    house.picture(worker, Device(390), "rounds-unsent")

    # Meanwhile another phone, with a network, says something else at the first door.
    take_along(director, house, walked)
    open_door(director, 0)
    with director.expect_response("**/rounds/entries.json"):
        change_heads(director, "4")
    assert stops(walked).exclude(outcome="open").count() == 1

    # Nothing is lost by closing the page without a network; with it everything goes by itself.
    worker.reload()
    unsent(worker, DOORS)
    worker.context.set_offline(False)
    unsent(worker, 0)
    assert stops(walked).filter(outcome="open").count() == 0
    assert Answer.objects.filter(
        community=walked.community_id, stop__round=walked, key="heads", version__gt=0
    ).count() == DOORS  # fmt: skip
    conflict = Conflict.objects.get(community=walked.community_id, round=walked)
    assert {conflict.kept_value, conflict.other_value} == {"3", "4"}

    director.goto(house.at(f"desk/rounds/{walked.pk}/waiting/"))
    house.picture(director, Device(390), "rounds-waiting")
    director.get_by_role("button", name="后到的对").click()
    director.get_by_text("定下了").wait_for()
    assert Answer.objects.get(
        community=walked.community_id, stop=conflict.stop_id, key="heads"
    ).value == "3"  # fmt: skip

    # Handed in, the phone holds nothing of anybody.
    worker.locator("[data-do=hand-in]").click()
    worker.wait_for_selector("[data-view] [data-if=none]:not([hidden])")
    assert worker.evaluate("window.linliRounds.kept().then(found => found.length)") == 0


def test_a_session_that_ended_keeps_what_was_entered_and_signing_out_takes_the_doors_off(
    house, walked, phone
):
    page = phone("director")
    take_along(page, house, walked)
    page.context.clear_cookies()
    open_door(page, 5)
    change_heads(page, "7")
    page.wait_for_selector("[data-device] [data-if='signed-out']:not([hidden])", state="attached")
    unsent(page, 1)
    page.context.add_cookies([session_of(house, "director")])
    page.goto(house.at("rounds/"))
    unsent(page, 0)
    assert stops(walked).get(number=6).outcome == "answered"

    page.goto(house.at("desk/rounds/"))
    page.locator(".account > summary").click()
    page.locator("form[data-signs-out] button").first.click()
    page.wait_for_url(lambda url: "desk/rounds" not in url)
    page.goto(house.at("rounds/walk/"))
    page.wait_for_selector("[data-view] [data-if=none]:not([hidden])")


def name_of(round_: Any, number: int) -> str:
    from linli.mechanisms.rounds.words import door_words

    return door_words(stops(round_).select_related("place").get(number=number))
