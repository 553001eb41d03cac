"""A real browser before a house that runs: one server, one database, for all stories of a run.

Stories keep apart by what they raise, not by emptying the tables between them. Set LINLI_SHOTS
to a folder to keep what the pages looked like.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from linli.web.command.programs import find_chromium

# Playwright's loop runs in the thread of the test, where the stories also ask the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

BACKEND = "linli.core.access.sign_in.AccountBackend"
HEIGHTS = {390: 844, 1440: 900}
LOCALES = {"zh": "zh-CN", "en": "en-US"}
# Slower than any page is on a busy machine, faster than anybody's patience with a broken story.
PATIENCE = 90_000


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("Chromium is not installed; CHROMIUM may name one")
    return {
        **browser_type_launch_args,
        "executable_path": str(chromium),
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory):
    """One database for the whole run, which no single story empties. The server answers in
    threads of its own: on SQLite they need a file to meet on."""
    from django.db import connections
    from django.test.utils import setup_databases, teardown_databases

    described = connections.databases["default"]
    if described["ENGINE"] == "linli.web.settings.sqlite":
        file = tmp_path_factory.mktemp("house") / "stories.sqlite3"
        described.setdefault("TEST", {})["NAME"] = str(file)
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
        yield
        teardown_databases(made, verbosity=0)


@dataclass(frozen=True)
class House:
    """The running site and the cast that lives in it."""

    url: str
    setting: Any

    @property
    def community(self) -> str:
        """Where the community's pages begin."""
        return f"{self.url}/c/{self.setting.community.code}/"


@pytest.fixture(scope="session")
def house(django_db_setup, django_db_blocker):
    """Founded once: the cast, some weeks of answered matters, and a server."""
    from pytest_django.live_server_helper import LiveServer

    from tests.stories.founding import found

    with django_db_blocker.unblock():
        setting = found()
        server = LiveServer("localhost")
        yield House(server.url, setting)
        server.stop()


@dataclass(frozen=True)
class Device:
    """With what one looks: width in px, language, whether scripts run, light or dark."""

    width: int = 1440
    language: str = "zh"
    scripts: bool = True
    theme: str = "light"

    def __str__(self) -> str:
        parts = [str(self.width), self.language, "" if self.scripts else "no scripts"]
        return " ".join(filter(None, [*parts, "dark" if self.theme == "dark" else ""]))


@dataclass
class People:
    """The cast, each before a browser of their own, all on the same kind of device."""

    house: House
    browser: Browser
    device: Device
    trouble: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)
    _pages: dict[str, Page] = field(default_factory=dict)

    def page(self, key: str) -> Page:
        """The page before `key` (`visitor` has not signed in); the same one all through."""
        if key not in self._pages:
            self._pages[key] = self._sit_down(key)
        return self._pages[key]

    def _sit_down(self, key: str) -> Page:
        device = self.device
        context = self.browser.new_context(
            viewport={"width": device.width, "height": HEIGHTS[device.width]},
            locale=LOCALES[device.language],
            timezone_id="Asia/Shanghai",
            java_script_enabled=device.scripts,
            color_scheme=device.theme,
            reduced_motion="reduce",
            has_touch=device.width < 768,
        )
        self._contexts.append(context)
        if key != "visitor":
            context.add_cookies([session_of(self.house, key)])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.trouble.append(f"{key}: {error}"))
        page.on("console", lambda line: self._listen(key, line))
        page.on(
            "response",
            lambda answer: answer.status >= 500 and self.trouble.append(f"{key}: {answer.url}"),
        )
        return page

    def _listen(self, key: str, line: Any) -> None:
        # A refused page (404, 409) is a console error to Chromium; a broken policy is one to us.
        if line.type == "error" and "the server responded with a status of 4" not in line.text:
            self.trouble.append(f"{key}: {line.text}")

    def leave(self) -> None:
        """Everybody closes their browser."""
        for context in self._contexts:
            context.close()


def session_of(house: House, key: str) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(house.setting.accounts[key], BACKEND)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": house.url}


@pytest.fixture
def people(house, browser, request):
    """The cast before their devices; a script's error or a broken policy fails the story."""
    found = People(house, browser, getattr(request, "param", Device()))
    yield found
    found.leave()
    assert not found.trouble, "\n".join(found.trouble)


@pytest.fixture
def shoot(people):
    """Keeps what a page looks like, where LINLI_SHOTS names a folder."""
    folder = os.environ.get("LINLI_SHOTS")

    def keep(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            file = f"{name}-{people.device}".replace(" ", "-")
            page.screenshot(path=f"{folder}/{file}.png", full_page=True)

    return keep
