"""What people do on a page, found by its structure and never by its words, which are in two
languages."""

import re
from typing import Any

from playwright.sync_api import Page

RECEIPT = re.compile(r"[0-9A-HJKMNP-Y]{4}-[0-9A-HJKMNP-Y]{4}-[0-9A-HJKMNP-Y]{4}")


def send(page: Page, button: str) -> None:
    """Presses a button and waits for the page it leads to."""
    with page.expect_navigation():
        page.locator(button).first.click()


def enlarge(page: Page) -> None:
    """Large type, by the switch that stands on every page."""
    send(page, ".portal-tools > .switches button[name=size]")
    assert page.locator("html").get_attribute("data-size") == "large"


def receipt_on(page: Page) -> str:
    """The receipt number in large print."""
    text = page.locator(".receipt").first.inner_text()
    found = RECEIPT.search(text)
    assert found, text
    return found.group()


def open_step(page: Page, name: str) -> None:
    """Opens a step of a matter: in place where scripts run, else on a page of its own."""
    page.locator(f"#moves a[href$='/{name}/']").click()
    page.locator(f"form[action$='/{name}/']").wait_for()


def take_step(page: Page, name: str, **given: Any) -> None:
    """Opens a step, fills its fields and takes it."""
    open_step(page, name)
    for field, value in given.items():
        fill(page, field, value)
    send(page, f"form[action$='/{name}/'] button[type=submit]")


def fill(page: Page, field: str, value: Any) -> None:
    """Fills a field by its name: text, a choice of a list, or one of several buttons."""
    target = page.locator(f"[name='{field}']:not([type=hidden])").first
    kind = target.evaluate("each => each.tagName === 'SELECT' ? 'select' : each.type")
    if kind == "select":
        target.select_option(value)
    elif kind in ("radio", "checkbox"):
        page.locator(f"[name='{field}'][value='{value}']").check()
    else:
        target.fill(value)


def state_of(page: Page) -> str:
    """The state a page shows at its head, as the word it bears."""
    return page.locator(".page-actions .status").first.inner_text().strip()


def words_in(page: Page, selector: str = "main") -> str:
    """The text one reads there."""
    return page.locator(selector).first.inner_text()
