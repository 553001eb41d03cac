"""A real browser before a real server: how the stories are told.

`LINLI_SHOTS=folder` keeps a picture of every page walked. Nothing here sleeps: each step waits
for the page it leads to.
"""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page

from linli.web.command.programs import find_chromium
from linli.web.demo.cast import CAST, PASSWORD, Setting, gather

# Playwright's own loop runs in this thread, where the tests also ask the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE, DESK = (390, 844), (1440, 900)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {
        **browser_type_launch_args,
        "executable_path": find_chromium(),
        "args": ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    }


@dataclass(frozen=True)
class Look:
    """How somebody comes: on what width, in which language, with or without scripts."""

    size: tuple[int, int] = PHONE
    language: str = "zh-CN"
    scripts: bool = True
    dark: bool = False

    @property
    def name(self) -> str:
        return "-".join(
            (
                str(self.size[0]),
                self.language[:2],
                "js" if self.scripts else "plain",
                *(["dark"] if self.dark else []),
            )
        )


@dataclass
class House:
    """The community with its people, behind an address a browser can open."""

    address: str
    setting: Setting
    browser: Browser
    shots: Path | None

    def at(self, path: str) -> str:
        """The address of a page of the community (or of the site, where it begins with /)."""
        if path.startswith("/"):
            return f"{self.address}{path}"
        return f"{self.address}/c/{self.setting.community.code}/{path}"

    @contextmanager
    def visit(self, look: Look, who: str = "") -> Any:
        """A browser of one's own; signed in as one of the cast where `who` names them."""
        context = self.browser.new_context(
            viewport={"width": look.size[0], "height": look.size[1]},
            locale=look.language,
            timezone_id="Asia/Shanghai",
            java_script_enabled=look.scripts,
            color_scheme="dark" if look.dark else "light",
        )
        context.set_default_timeout(90_000)
        page = context.new_page()
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        if who:
            role = next(role for role in CAST if role.key == who)
            page.goto(self.at("/sign-in/"))
            page.fill("[name=login]", role.phone)
            page.fill("[name=password]", PASSWORD)
            page.locator("main form button[type=submit]").first.click()
            page.wait_for_url(lambda url: "/sign-in/" not in url)
        try:
            yield page
        finally:
            context.close()
        assert not troubles, troubles

    def picture(self, page: Page, look: Look, name: str) -> None:
        """Keeps a picture where a folder for them is named."""
        if self.shots is not None:
            page.screenshot(path=self.shots / f"{name}-{look.name}.png", full_page=True)


@pytest.fixture
def house(transactional_db, live_server, browser):
    """The cast in its community; a fresh one for every story."""
    folder = os.environ.get("LINLI_SHOTS")
    shots = Path(folder) if folder else None
    if shots:
        shots.mkdir(parents=True, exist_ok=True)
    return House(live_server.url, gather(timezone.now()), browser, shots)


_axe = Axe()


def faults_of(page: Page) -> list[str]:
    """What axe finds wrong, each with where. Evaluated in the page, so that the page's own
    content security policy stays in force."""
    found = _axe.run(page)
    return [
        f"{fault['id']}: {node['target']}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
