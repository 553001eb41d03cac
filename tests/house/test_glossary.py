"""One word for one thing, in English as in Chinese."""

import re
import tomllib
from pathlib import Path

import pytest

from linli.web.command.locale import ENGLISH, read_catalogue

_TERMS = tomllib.loads((Path(__file__).parent / "glossary.toml").read_text(encoding="utf-8"))
# Longest first, so that a term inside another is not taken for itself.
_IN_TEXT = re.compile("|".join(sorted(map(re.escape, _TERMS), key=len, reverse=True)))


@pytest.fixture(scope="module")
def pairs():
    assert ENGLISH.exists(), "the English catalogue is missing"
    return [
        (entry.msgid, text)
        for entry in read_catalogue(ENGLISH)
        for text in (entry.msgstr_plural.values() or [entry.msgstr])
        if text
    ]


def _flat(text: str) -> str:
    return text.lower().replace("’", "'")


def test_the_english_uses_the_words_of_the_glossary(pairs):
    wrong = []
    for chinese, english in pairs:
        for term in set(_IN_TEXT.findall(chinese)):
            words = _TERMS[term]["en"]
            # A Chinese example quoted in the English stays as it is.
            if words and not any(word in _flat(english) for word in (term, *words)):
                wrong.append(f"{term} is {' or '.join(words)}: {chinese} → {english}")
    assert not wrong, "\n".join(wrong)


def test_the_english_avoids_the_words_the_glossary_rules_out(pairs):
    wrong = []
    for chinese, english in pairs:
        terms = set(_IN_TEXT.findall(chinese))
        allowed = {word for term in terms for word in _TERMS[term]["en"]}
        for term in terms:
            for word in set(_TERMS[term].get("never", [])) - allowed:
                if re.search(rf"\b{word}", _flat(english)):
                    wrong.append(f"{term} is not “{word}”: {chinese} → {english}")
    assert not wrong, "\n".join(wrong)


def test_every_term_of_the_glossary_occurs(pairs):
    found = {term for chinese, _ in pairs for term in _IN_TEXT.findall(chinese)}
    assert sorted(set(_TERMS) - found) == []
