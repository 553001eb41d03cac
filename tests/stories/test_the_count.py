"""The evening of an election at the counting table: the network goes, the count goes on, and what
was entered arrives once. Two tellers on tablets, a witness, and residents before the wall."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.stories.telling import PATIENCE, session_of

pytestmark = pytest.mark.story

HERE = "一号站"
TABLET = {"width": 820, "height": 1180}
PAPERS = [("林海", "韩冰", "高远", "白露"), ("苏婉", "韩冰", "石磊"), ("林海", "罗成", "高远")]


@dataclass
class Evening:
    """The election of the story, its box opened, and the addresses of its pages."""

    day: Any
    url: str

    def at(self, path: str) -> str:
        return f"{self.url}/c/{self.day.setting.community.code}/{path}"

    @property
    def station(self) -> Any:
        return self.day.station(HERE)

    @property
    def sheets(self) -> list[tuple[str, int]]:
        """What the house has taken: part and number of papers."""
        from django.db.models import Sum

        from linli.mechanisms.ballot.models import Sheet

        rows = Sheet.objects.filter(
            community=self.day.setting.community, station=self.station
        ).annotate(papers=Sum("lines__number"))
        return sorted(rows.values_list("part", "papers"))


@pytest.fixture(scope="module")
def evening(house, django_db_blocker):
    """An election with a sealed box of twelve papers, opened and counted out."""
    from django.utils import timezone

    from linli.governance.elections.tests.polling.election_day import make_election
    from linli.mechanisms.ballot.actions import evening as acts

    with django_db_blocker.unblock():
        day = make_election(house.setting, timezone.now(), electors=20)
        day.prepare()
        day.set_up(HERE)
        day.open(HERE)
        day.hand_out(HERE, *range(1, 13))
        day.seal(HERE)
        acts.open_box(
            day.station(HERE), returned=12, unreturned=0, by=day.actor("worker"), at=day.at
        )
        yield Evening(day, house.url)


@pytest.fixture
def tablet(house, browser):
    """Somebody's tablet: the page and the context that can be cut off; a script's error fails."""
    contexts, trouble = [], []

    def taken(key: str, **more: Any) -> Any:
        given = {"viewport": TABLET, "locale": "zh-CN", "has_touch": True, **more}
        context = browser.new_context(timezone_id="Asia/Shanghai", **given)
        contexts.append(context)
        if key != "visitor":
            context.add_cookies([session_of(house, key)])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        return page

    yield taken
    for context in contexts:
        context.close()
    assert not trouble, "\n".join(trouble)


def mark(page: Any, names: tuple[str, ...], times: int = 1) -> None:
    """One kind of paper, so many times."""
    for name in names:
        page.locator(".count-key", has_text=name).click()
    for _more in range(times - 1):
        page.locator("[data-do=more]").click()
    page.locator(".count-record").click()


def papers(page: Any) -> str:
    return page.locator("[data-sum=papers]").inner_text()


def state(page: Any, wanted: str) -> None:
    page.wait_for_selector(f"[data-count][data-state={wanted}]")


def is_legible(wall: Any) -> None:
    """Read from ten metres: on a projected picture a metre and a half wide a character is at
    least four centimetres high."""
    for part in (".wall-name", ".wall-votes"):
        size = wall.locator(part).first.evaluate(
            "one => parseFloat(getComputedStyle(one).fontSize)"
        )
        assert size / 1440 * 150 >= 4, part


@pytest.fixture
def shoot_page(request):
    """Keeps what a page looks like, where LINLI_SHOTS names a folder."""
    import os
    from pathlib import Path

    folder = os.environ.get("LINLI_SHOTS")

    def keep(page: Any, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{folder}/count-{name}.png", full_page=True)

    return keep


def test_the_count_goes_on_without_a_network_and_arrives_once(evening, tablet, shoot_page):
    first = tablet("worker")
    address = evening.at(f"desk/count/{evening.station.pk}/")
    first.goto(address)
    first.wait_for_selector("[data-can-reload]:not([hidden])")
    mark(first, PAPERS[0], times=6)
    assert papers(first) == "6"

    # The network goes. The count goes on, also after the page was opened anew.
    first.wait_for_function("caches.keys().then(names => names.length > 0)")
    first.wait_for_function(
        "caches.open('linli-count-1').then(shelf => shelf.keys())"
        ".then(kept => kept.some(one => one.url.endsWith('/table.js'))"
        " && kept.some(one => one.url.includes('/desk/count/')))"
    )
    first.context.set_offline(True)
    first.wait_for_selector("[data-offline]:not([hidden])")
    mark(first, PAPERS[1], times=4)
    first.reload()
    assert papers(first) == "10"
    mark(first, PAPERS[2])
    mark(first, PAPERS[0])
    first.locator("[data-do=undo]").click()  # misread
    mark(first, PAPERS[2])
    assert papers(first) == "12"
    shoot_page(first, "offline")
    first.get_by_role("button", name="记完了，交出").click()
    state(first, "waiting")
    assert evening.sheets == []

    # It comes back. What was entered arrives, once, and the table says so.
    first.context.set_offline(False)
    state(first, "taken")
    assert evening.sheets == [("first", 12)]
    shoot_page(first, "taken")

    # The second teller works by keyboard, and the line breaks after the sheet was sent, so that
    # the answer is lost: it is sent again under the same key and counts once.
    # (A request that passes a service worker cannot be lost by a test; hers goes straight.)
    second = tablet(
        "mediator",
        viewport={"width": 1440, "height": 900},
        has_touch=False,
        service_workers="block",
    )
    second.goto(address)
    second.wait_for_selector("[data-live]:not([hidden])")
    for keys, times in (("1356", 6), ("238", 4), ("145", 2)):
        for key in keys:
            second.keyboard.press(key)
        for _more in range(times - 1):
            second.keyboard.press("+")
        second.keyboard.press("Enter")
    second.keyboard.press("8")
    second.keyboard.press("Enter")
    second.keyboard.press("Backspace")
    assert papers(second) == "12"
    lost = []

    def lose_the_answer(route: Any) -> None:
        if not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    second.context.route("**/entry.json", lose_the_answer)
    second.get_by_role("button", name="记完了，交出").click()
    state(second, "waiting")
    assert lost == [200]
    second.get_by_role("button", name="现在送").click()
    state(second, "taken")
    assert evening.sheets == [("first", 12), ("second", 12)]

    # The witness confirms; the wall, which has told nothing, tells the count.
    wall = tablet("visitor", viewport={"width": 1440, "height": 900})
    wall.goto(evening.at(f"polls/{evening.day.round.poll_id}/count/"))
    assert wall.get_by_text("林海").count() == 0
    witness = tablet("supervisor")
    witness.goto(evening.at(f"desk/stations/{evening.station.pk}/check/"))
    witness.get_by_role("button", name="确认这个站的计票").click()
    witness.wait_for_selector("text=已确认")
    wall.reload()
    assert wall.locator(".wall-line", has_text="林海").locator(".wall-votes").inner_text() == "8"
    assert wall.locator(".wall-line", has_text="韩冰").locator(".wall-votes").inner_text() == "10"
    shoot_page(wall, "wall")
    is_legible(wall)

    # The tellers' devices forget what they held of a station that is confirmed.
    first.goto(evening.at(f"desk/stations/{evening.station.pk}/check/"))
    kept = first.evaluate(
        "Object.keys(localStorage).filter(name => name.startsWith('linli-count'))"
    )
    assert kept == []
