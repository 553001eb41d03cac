"""How the stories are told: the house, the devices people come with, and their browsers.

`LINLI_SHOTS=folder` keeps a picture of every page walked. Nothing here sleeps: each step waits
for the page it leads to.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from linli.core.access.tests.browsers import mark_for
from linli.core.access.views.proving import COOKIE
from linli.web.demo.cast import Setting
from tests.stories.barriers import barriers_on

BACKEND = "linli.core.access.sign_in.AccountBackend"
HEIGHTS = {390: 844, 1440: 900}
LOCALES = {"zh": "zh-CN", "en": "en-GB"}
# Slower than any page is on a busy machine, faster than anybody's patience with a broken story.
PATIENCE = 90_000


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


TWO = [Device(390, scripts=False), Device(1440, "en")]
"""The devices every practice is told on: a phone without scripts, in Chinese; a desk, in English.
The first round is told on more."""


@dataclass(frozen=True)
class House:
    """The running site, the cast that lives in it, and the browser they sit down before."""

    url: str
    setting: Setting
    browser: Browser

    @property
    def community(self) -> str:
        """Where the community's pages begin."""
        return self.at("")

    def at(self, path: str) -> str:
        """The address of a page of the community (or of the site, where it begins with /)."""
        if path.startswith("/"):
            return f"{self.url}{path}"
        return f"{self.url}/c/{self.setting.community.code}/{path}"

    def sit_down(
        self, device: Device, who: str, trouble: list[str], *, known: bool = True
    ) -> BrowserContext:
        """A browser of one's own, signed in as one of the cast where `who` names them. `known`:
        one they have proved themselves with before. A script's error, a broken policy or a page
        that fails is told in `trouble`."""
        context = self.browser.new_context(
            viewport={"width": device.width, "height": HEIGHTS[device.width]},
            locale=LOCALES[device.language],
            timezone_id="Asia/Shanghai",
            java_script_enabled=device.scripts,
            color_scheme="dark" if device.theme == "dark" else "light",
            reduced_motion="reduce",
            has_touch=device.width < 768,
        )
        context.set_default_timeout(PATIENCE)
        if who:
            context.add_cookies([session_of(self, who)])
            if known:
                mark = mark_for(self.setting.accounts[who])
                context.add_cookies([{"name": COOKIE, "value": mark, "url": self.url}])
        name = who or "visitor"
        context.on("weberror", lambda error: trouble.append(f"{name}: {error.error}"))
        context.on(
            "console",
            # A refused page (404, 409) is a console error to Chromium, and none to us.
            lambda line: (
                trouble.append(f"{name}: {line.text}")
                if line.type == "error"
                and "the server responded with a status of 4" not in line.text
                else None
            ),
        )
        context.on(
            "response",
            lambda answer: (
                trouble.append(f"{name}: {answer.url}") if answer.status >= 500 else None
            ),
        )
        return context

    @contextmanager
    def visit(self, device: Device, who: str = "", *, known: bool = True) -> Iterator[Page]:
        """One visit, by one of the cast or by who has not signed in."""
        trouble: list[str] = []
        context = self.sit_down(device, who, trouble, known=known)
        try:
            yield context.new_page()
        finally:
            context.close()
        assert not trouble, "\n".join(trouble)

    def picture(self, page: Page, device: Device, name: str) -> None:
        """Keeps what a page looks like, where a folder for pictures is named."""
        if folder := os.environ.get("LINLI_SHOTS"):
            Path(folder).mkdir(parents=True, exist_ok=True)
            file = f"{name}-{device}".replace(" ", "-")
            page.screenshot(path=f"{folder}/{file}.png", full_page=True)

    def speak(self, device: Device) -> None:
        """Who has signed in reads in the language of their account, on whatever device."""
        for account in self.setting.accounts.values():
            account.language = "en" if device.language == "en" else "zh-hans"
            account.save(update_fields=["language"])


@dataclass
class People:
    """The cast, each before one browser all through, all on the same kind of device."""

    house: House
    device: Device
    trouble: list[str] = field(default_factory=list)
    _pages: dict[str, Page] = field(default_factory=dict)

    def page(self, key: str) -> Page:
        """The page before `key` (`visitor` has not signed in); the same one all through."""
        if key not in self._pages:
            who = "" if key == "visitor" else key
            self._pages[key] = self.house.sit_down(self.device, who, self.trouble).new_page()
        return self._pages[key]

    def leave(self) -> None:
        """Everybody closes their browser."""
        for page in self._pages.values():
            page.context.close()


def session_of(house: House, key: str) -> Any:
    """The cookie of somebody who has signed in."""
    client = Client()
    client.force_login(house.setting.accounts[key], BACKEND)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value, "url": house.url}


def faults_of(page: Page) -> list[str]:
    """What axe finds wrong, each with where."""
    return [
        f"{fault['id']}: {node['target']}" for fault in barriers_on(page) for node in fault["nodes"]
    ]
