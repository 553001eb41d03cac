"""The decisions of the look hold: contrast, and one dark for both ways into it."""

import re
from itertools import product
from pathlib import Path

import pytest

CSS = Path(__file__).parent.parent / "static" / "linli"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")


def block(selector: str) -> dict[str, str]:
    start = TOKENS.index(selector + " {") + len(selector) + 2
    return dict(re.findall(r"(--[\w-]+):\s*([^;]+);", TOKENS[start : TOKENS.index("}", start)]))


LIGHT = block(":root")
DARK = block('html[data-bs-theme="dark"]')


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


TEXTS = ("ink", "ink-soft", "ink-faint", "bamboo", "bamboo-deep", "seal", "amber")
GROUNDS = ("paper", "surface", "sunken")
ON_TINT = [
    ("bamboo-deep", "bamboo-tint"),
    ("seal", "seal-tint"),
    ("amber", "amber-tint"),
    ("ink-soft", "bamboo-tint"),
    ("ink-soft", "seal-tint"),
    ("ink", "amber-tint"),
    ("on-fill", "bamboo-fill"),
    ("on-fill", "seal-fill"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), [*product(TEXTS, GROUNDS), *ON_TINT])
def test_text_can_be_read(theme, text, ground):
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    assert contrast(theme[f"--{text}"], theme[f"--{ground}"]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["line-strong", "focus", *(f"series-{n}" for n in range(1, 7))])
def test_edges_of_inputs_focus_and_series_can_be_seen(theme, mark):
    """WCAG 2.2, 1.4.11: at least 3 to 1."""
    assert contrast(theme[f"--{mark}"], theme["--surface"]) >= 3
    assert contrast(theme[f"--{mark}"], theme["--paper"]) >= 3


def test_dark_by_choice_and_by_device_are_the_same():
    assert block('  html[data-bs-theme="auto"]') == DARK


def test_every_colour_of_the_light_has_its_dark():
    colours = {name for name, value in LIGHT.items() if value.startswith("#")} - {"--mark-paper"}
    assert colours <= set(DARK)


def test_every_variable_used_is_decided_or_given_a_fallback():
    decided = set(re.findall(r"(--[\w-]+):", "".join(p.read_text() for p in CSS.glob("*.css"))))
    used = set()
    for path in [*CSS.glob("*.css"), *CSS.glob("*.js")]:
        used |= set(re.findall(r"var\((--[\w-]+)\)", path.read_text()))
        used |= set(re.findall(r'token\("(--[\w-]+)"\)', path.read_text()))
    assert used <= decided


def test_old_browsers_find_plain_values():
    """Phones of years ago read no colour functions, no nesting, no layers."""
    for path in CSS.glob("*.css"):
        source = path.read_text()
        for new in ("color-mix(", "oklch(", "light-dark(", "@layer", "@container"):
            assert new not in source, f"{path.name}: {new}"


def test_motion_can_be_refused_and_focus_is_never_taken_away():
    ground = (CSS / "ground.css").read_text()
    assert "prefers-reduced-motion" in ground
    assert ":focus-visible" in ground
