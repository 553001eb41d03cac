"""What a finding says to a person: apps register the sentences, pages say them.

A rule answers with numbers; the app that owns the rule keeps, in its `sentences.py`, what to say
when the rule is met, when it is not, and what the reader can do then. Placeholders are the names
of the finding's numbers.
"""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from linli.core.pages.bilingual import for_reader, is_in_both
from linli.core.pages.wording import in_chinese, tell_day, tell_moment
from linli.lib.law.finding import Finding


@dataclass(frozen=True)
class Sentence:
    """The words of one rule, each lazily translated, e.g. `met=_("到会 {present} 人，达到法定人数")`.

    `way_on` is said only when the rule is not met; `working` shows how the numbers were reached.
    Where a noun bends with its number give a `ngettext_lazy(…, …, "name")`.
    """

    met: Any
    unmet: Any
    way_on: Any = ""
    working: Any = ""


class Told(NamedTuple):
    """What to show for a finding; `way_on` is empty where the rule holds."""

    text: str
    way_on: str

    @property
    def whole(self) -> str:
        """Both, one after the other; Chinese needs no space between sentences."""
        between = "" if in_chinese() or not self.way_on else " "
        return f"{self.text}{between}{self.way_on}"


_FINDINGS: dict[str, Sentence] = {}


def register_findings(sentences: Mapping[str, Sentence]) -> None:
    """Called by each app's `sentences.py`. A rule has one sentence: a second, different one is
    a ValueError, because it would depend on the order of the apps which of the two is said."""
    for rule, words in sentences.items():
        if _FINDINGS.get(rule, words) != words:
            raise ValueError(f"two different sentences for the rule {rule!r}")
        _FINDINGS[rule] = words


def known_rules() -> frozenset[str]:
    """Every rule that has a sentence."""
    return frozenset(_FINDINGS)


def sentence(finding: Finding) -> Told:
    """The finding in the reader's language: what is so, and the way on where it is not met.

    A rule without a sentence, or a sentence naming a number the finding lacks, is a LookupError
    where `LINLI_STRICT` is set (tests); elsewhere a page shows the rule's name rather than fail.
    """
    words = _FINDINGS.get(finding.rule)
    if words is None:
        return Told(_fall_back(finding, "no sentence is registered"), "")
    text = _fill(words.met if finding.holds else words.unmet, finding)
    return Told(text, "" if finding.holds else _fill(words.way_on, finding))


def outline(rule: str) -> str:
    """What a rule asks, without a case: its sentence where it is met, with "…" for the numbers;
    the rule's name where it has none."""
    words = _FINDINGS.get(rule)
    if words is None:
        return rule
    met = words.met
    if not isinstance(met, str | Promise):
        # Bent by a number: as for many. What it is made of is what it is pickled as.
        made_of = met.__reduce__()[1]
        blanks = {name: _Blank(2) for name in (made_of[2], *_names_in(made_of[3]["plural"]))}
        return str(met.format(**blanks))
    return str(met).format(**{name: _Blank(2) for name in _names_in(str(met))})


def _names_in(words: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(words) if name}


class _Blank(int):
    """A number that is not known: prints as "…", and counts as many."""

    def __format__(self, spec: str) -> str:
        return "…"


def working(finding: Finding) -> str:
    """How the numbers were reached, or nothing where the rule has no working to show."""
    words = _FINDINGS.get(finding.rule)
    return _fill(words.working, finding) if words else ""


def say(value: Any) -> str:
    """A finding's number as a person writes it: grouped, dated by the language, never raw."""
    match value:
        case None:
            return "—"
        case bool():
            return _("是") if value else _("否")
        case datetime():
            return tell_moment(value)
        case date():
            return tell_day(value)
        case Fraction():
            return f"{say(value.numerator)}/{say(value.denominator)}"
        case int():
            # Thousands in both languages: the Chinese locale knows no separator of its own.
            return f"{value:,}"
        case _ if is_in_both(value):
            return for_reader(value)
        case tuple() | list():
            # Translators: between the items of a list
            return _("、").join(say(item) for item in value)
        case _:
            return str(value)


class _Said(int):
    """A number that prints grouped and still counts, so that plurals can be chosen by it."""

    def __format__(self, spec: str) -> str:
        return format(int(self), spec) if spec else say(int(self))


def _fill(words: Any, finding: Finding) -> str:
    if not words:
        return ""
    numbers = {
        name: _Said(value) if isinstance(value, int) and not isinstance(value, bool) else say(value)
        for name, value in finding.numbers.items()
    }
    try:
        return str(words.format(**numbers))
    except (KeyError, IndexError):
        missing = {name for _t, name, _s, _c in string.Formatter().parse(str(words)) if name}
        lacking = ", ".join(sorted(missing - set(numbers)))
        return _fall_back(finding, f"the sentence names {lacking}, which the finding lacks")


def _fall_back(finding: Finding, why: str) -> str:
    if getattr(settings, "LINLI_STRICT", False):
        raise LookupError(f"{finding.rule}: {why}")
    return finding.rule
