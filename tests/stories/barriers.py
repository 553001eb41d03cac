"""What axe finds in somebody's way on a page, evaluated in the page, so that the page's own
content security policy stays in force.

Most of axe's work is to tell text from what it stands on, for each piece of text of the page
(half of all work on a page, nearly all of it on a long list). What it says depends on how a piece
looks: its colour, size and weight, the grounds it stands on, and what moves it out of the flow.
So it is asked of two pieces of each look and not of the two-thousandth line of a list. Every other
rule is asked of the whole page.
"""

import json
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_OF_EACH_LOOK = """
(() => {
  const contrast = axe._audit.rules.find(each => each.id === 'color-contrast');
  const wanted = contrast.matches;
  let grounds, judged;

  const named = element => `${element.tagName}.${element.className}`;
  const groundOf = element => {
    if (!element) return '';
    if (grounds.has(element)) return grounds.get(element);
    const style = getComputedStyle(element);
    const own = [
      style.backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : style.backgroundColor,
      style.backgroundImage === 'none' ? '' : style.backgroundImage,
      style.opacity === '1' ? '' : style.opacity,
      style.filter === 'none' ? '' : style.filter,
      style.position === 'static' ? '' : style.position + named(element),
      style.float === 'none' ? '' : style.float,
    ].join('');
    const under = groundOf(element.parentElement);
    const found = own ? `${under}>${own}` : under;
    grounds.set(element, found);
    return found;
  };
  const lookOf = element => {
    const style = getComputedStyle(element);
    return [
      named(element), style.color, style.fontSize, style.fontWeight, style.textShadow,
      style.visibility, groundOf(element),
    ].join('|');
  };
  const hasText = element => ['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName)
    || [...element.childNodes].some(each => each.nodeType === Node.TEXT_NODE && each.data.trim());
  contrast.matches = (element, virtual, context) => {
    if (!hasText(element)) return false;
    const look = lookOf(element), before = judged.get(look) ?? 0;
    if (before > 1 || !wanted(element, virtual, context)) return false;
    judged.set(look, before + 1);
    return true;
  };
  window.barriers = async options => {
    [grounds, judged] = [new Map(), new Map()];
    const { violations } = await axe.run(document, options);
    return violations.map(({ id, impact, nodes }) => ({
      id, impact, nodes: nodes.map(({ target, html }) => ({ target, html: html.slice(0, 160) })),
    }));
  };
})();
"""


def barriers_on(page: Page, *only: str) -> list[dict[str, Any]]:
    """The rules broken, each with its weight (`impact`) and where (`nodes`: target, html).

    `only`: the names of the rules to ask, else all that axe has switched on.
    """
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(only)} if only else {})
    if not page.evaluate("typeof barriers === 'function'"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(_OF_EACH_LOOK)
    return page.evaluate(f"barriers({json.dumps(options)})")
