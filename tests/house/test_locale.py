"""English is complete, and says the same as the Chinese."""

import re
import shutil

import pytest

from linli.web.command.locale import ENGLISH, extract, find_gaps, read_catalogue

pytestmark = pytest.mark.skipif(
    shutil.which("xgettext") is None, reason="xgettext is missing: install gettext"
)
_NAMED = re.compile(r"%\(\w+\)[sd]|(?<!\{)\{\w*[^{}]*\}(?!\})")
_UNNAMED = re.compile(r"(?<!%)%[sd]|\{\}")


@pytest.fixture(scope="module")
def source():
    return extract()


@pytest.fixture(scope="module")
def english():
    assert ENGLISH.exists(), f"{ENGLISH.name} of English is missing"
    return read_catalogue(ENGLISH)


def test_every_text_has_its_english(source, english):
    gaps = find_gaps(english, source)
    assert not gaps["missing"], gaps["missing"]
    assert not gaps["fuzzy"], gaps["fuzzy"]


def test_no_english_is_left_over(source, english):
    assert not find_gaps(english, source)["superfluous"]


def test_the_english_fills_in_the_same_values(english):
    wrong = []
    for entry in english:
        for text in entry.msgstr_plural.values() or [entry.msgstr]:
            if text and set(_NAMED.findall(text)) != set(_NAMED.findall(entry.msgid)):
                wrong.append(f"{entry.msgid} → {text}")
    assert not wrong, "\n".join(wrong)


def test_every_value_in_a_text_has_a_name(source):
    unnamed = [entry.msgid for entry in source if _UNNAMED.search(entry.msgid)]
    assert not unnamed, unnamed


def test_the_source_language_is_chinese(source):
    # Two words or more in Latin letters were probably written in English by mistake.
    wrong = [
        entry.msgid
        for entry in source
        if not re.search(r"[\u4e00-\u9fff]", entry.msgid)
        and len(re.findall(r"[A-Za-z]{2,}", _NAMED.sub("", entry.msgid))) > 1
    ]
    assert not wrong, wrong
