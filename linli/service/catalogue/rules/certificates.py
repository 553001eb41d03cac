"""Whether a certificate may be issued, what it may say, and by whom it is sealed.

A committee certifies only what a statute asks of it, or what a keep-list in force names. The
country's list of what is not issued stands above a local keep-list and below a statute. A
request is judged by the lists of the day on which it was made.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from linli.lib.law import Finding

KEPT, NOT_ISSUED = "kept", "not_issued"
STATUTE, STATE_COUNCIL, LOCAL = "statute", "state_council", "local"
ABOVE_THE_BAN = (STATUTE, STATE_COUNCIL)
"""What a list of certificates not to be issued does not stand against."""

FIELDS = {
    "姓名": "name",
    "住址": "address",
    "与住房的关系": "tie",
    "起始日期": "since",
    "户号": "household",
}
"""What a template may take from the roster, as it is written between braces. Nothing else of a
person can get into a certificate by itself: no number, no telephone, no birth date."""

AGREES, DISAGREES, NOT_KNOWN = "agrees", "disagrees", "not_known"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: `since` and `last_day` are both days on which it holds."""

    listed: str
    title: str
    document: str
    basis: str
    since: date
    last_day: date | None = None
    number: int = 0

    def stands_on(self, on: date) -> bool:
        """Whether the line is in force on that day."""
        return self.since <= on and (self.last_day is None or on <= self.last_day)


def may_be_issued(title: str, entries: Sequence[Entry], asked_on: date) -> Finding:
    """Whether the committee issues the certificate `title`, by the lists of the day it was asked
    for. `entries` are the lines of all lists about this one certificate.

    No statutory basis and not on the keep-list: not issued. On both lists, a statute or a list
    the State Council approved decides; a local keep-list yields to the country's.
    """
    standing = [entry for entry in entries if entry.stands_on(asked_on)]
    kept = _best([entry for entry in standing if entry.listed == KEPT])
    ban = next((entry for entry in standing if entry.listed == NOT_ISSUED), None)
    numbers: dict[str, str | date | int | None] = {"title": title, "asked_on": asked_on}
    if kept is not None and (ban is None or kept.basis in ABOVE_THE_BAN):
        numbers |= {"document": kept.document, "since": kept.since}
        return Finding(True, "catalogue.may_be_issued", numbers=numbers)
    if ban is not None:
        numbers |= {"document": ban.document, "number": ban.number}
        rule = "catalogue.not_issued_here" if kept is None else "catalogue.local_list_yields"
        if kept is not None:
            numbers["local_document"] = kept.document
        return Finding(False, rule, cites=("rcl2025.43",), numbers=numbers)
    others = [entry for entry in entries if entry.listed == KEPT]
    if coming := [entry for entry in others if entry.since > asked_on]:
        first = min(coming, key=lambda entry: entry.since)
        numbers |= {"document": first.document, "since": first.since}
        return Finding(False, "catalogue.list_begun", numbers=numbers)
    if others:
        last = max(others, key=lambda entry: entry.last_day or entry.since)
        numbers |= {"document": last.document, "last_day": last.last_day}
        return Finding(False, "catalogue.list_not_ended", numbers=numbers)
    return Finding(False, "catalogue.has_a_basis", cites=("rcl2025.43",), numbers=numbers)


def _best(entries: Sequence[Entry]) -> Entry | None:
    order = (STATUTE, STATE_COUNCIL, LOCAL)
    ranked = sorted(entries, key=lambda entry: order.index(entry.basis))
    return ranked[0] if ranked else None


def same_thing(one: str, other: str) -> bool:
    """Whether two titles name one certificate: 亲属关系 and “亲属关系证明” do."""
    return plain_title(one) == plain_title(other)


def plain_title(title: str) -> str:
    """A title without width, spaces, marks and the word 证明."""
    return normal(title).removesuffix("证明") or normal(title)


def apart(since: date, last_day: date | None, others: Iterable[Entry], title: str) -> Finding:
    """That a new line of a list shares no day with an earlier one of the same title."""
    clash = next(
        (
            other
            for other in others
            if same_thing(other.title, title)
            and (other.last_day is None or since <= other.last_day)
            and (last_day is None or other.since <= last_day)
        ),
        None,
    )
    numbers = {"title": title, "document": clash.document if clash else ""}
    return Finding(clash is None, "catalogue.listed_once", numbers=numbers)


def placeholders(template: str) -> tuple[str, ...]:
    """What a template takes from the roster, in the order of FIELDS; unknown ones are not here."""
    found = set(_PLACEHOLDER.findall(_braces(template)))
    return tuple(key for word, key in FIELDS.items() if word in found)


def template_allowed(template: str) -> Finding:
    """A template takes from the roster only what is on the whitelist, and names its holder."""
    found = list(dict.fromkeys(_PLACEHOLDER.findall(_braces(template))))
    unknown = tuple(word for word in found if word not in FIELDS)
    return Finding(
        not unknown and "姓名" in found,
        "catalogue.template_allowed",
        cites=("pipl.6",),
        numbers={
            "unknown": unknown or ("—",),
            "allowed": tuple(FIELDS),
            "names_holder": "姓名" in found,
        },
    )


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its values; a placeholder that is not on the whitelist stays as it is."""
    return _PLACEHOLDER.sub(
        lambda found: values.get(FIELDS.get(found[1], ""), found[0]), _braces(template)
    )


def _braces(template: str) -> str:
    return template.replace("｛", "{").replace("｝", "}")


def compare(stated: str, known: Sequence[str]) -> str:
    """What was stated against what the roster knows, whatever the width, spaces and marks. The
    roster may know several (somebody owns and lives here): one of them is enough."""
    if not known:
        return NOT_KNOWN
    return AGREES if normal(stated) in {normal(each) for each in known} else DISAGREES


def normal(text: str) -> str:
    """A text without case, width, spaces and marks."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())


@dataclass(frozen=True, slots=True)
class Checked:
    """One statement of a certificate: what was stated, how the roster stands to it, and what was
    seen as proof of what the roster does not know."""

    field: str
    stated: str
    found: str
    proof: str = ""


def statements_given(checked: Sequence[Checked], titles: Mapping[str, str]) -> Finding:
    """Every field the template names was stated; nothing is certified with a gap in it."""
    gaps = tuple(titles[each.field] for each in checked if not each.stated.strip())
    return Finding(not gaps, "catalogue.statements_given", numbers={"fields": gaps or ("—",)})


def statements_true(checked: Sequence[Checked], titles: Mapping[str, str]) -> Finding:
    """Nothing is certified that the roster contradicts."""
    against = tuple(titles[each.field] for each in checked if each.found == DISAGREES)
    return Finding(not against, "catalogue.statements_true", numbers={"fields": against or ("—",)})


def statements_proved(checked: Sequence[Checked], titles: Mapping[str, str]) -> Finding:
    """What the roster does not know is certified only where it is said what was seen."""
    wanting = tuple(
        titles[each.field] for each in checked if each.found == NOT_KNOWN and not each.proof.strip()
    )
    return Finding(
        not wanting, "catalogue.statements_proved", numbers={"fields": wanting or ("—",)}
    )


def holder_known(known: bool) -> Finding:
    """There is still somebody on the roster whom it is about."""
    return Finding(known, "catalogue.holder_known")


def witnessed(asked: bool, witness: str) -> Finding:
    """Where the item asks for a witness, there is one."""
    return Finding(not asked or bool(witness.strip()), "catalogue.witnessed")


def not_for_oneself(holder: UUID | None, actor: UUID | None) -> Finding:
    """Nobody drafts or seals a certificate about themselves."""
    return Finding(holder is None or holder != actor, "catalogue.not_for_oneself")


def sealed_by_another(drafter: UUID | None, keeper: UUID | None) -> Finding:
    """Four eyes: whoever drafted it does not seal it."""
    return Finding(
        drafter is not None and keeper is not None and drafter != keeper,
        "catalogue.sealed_by_another",
    )


def unchanged(text: str, digest: str) -> Finding:
    """What is sealed is what was drafted and looked at, to the letter."""
    return Finding(fingerprint(text) == digest, "catalogue.text_unchanged")


def fingerprint(text: str) -> str:
    """By which it is seen that a text has not been changed since."""
    return hashlib.sha256(text.encode()).hexdigest()


def unused(certificates: int) -> Finding:
    """A line of a list on which a certificate stands is closed, never changed."""
    return Finding(
        certificates == 0, "catalogue.line_unused", numbers={"certificates": certificates}
    )


def ends_in_time(last_day: date, on: date, since: date) -> Finding:
    """A line ends today or later: what was judged by it is not judged otherwise afterwards."""
    return Finding(
        last_day >= max(on, since),
        "catalogue.ends_in_time",
        numbers={"last_day": last_day, "earliest": max(on, since)},
    )


def may_be_copied(holds: bool, reason: str) -> Finding:
    """The seal is set again only on a paper that holds, for a reason that can be told."""
    return Finding(
        holds and bool(reason.strip()),
        "catalogue.may_be_copied",
        numbers={"holds": holds, "reason_given": bool(reason.strip())},
    )


def copy_kept(kept: bool) -> Finding:
    """What the paper said is still kept, so that it can be written again."""
    return Finding(kept, "catalogue.copy_kept")


def handed_over_once(first: bool) -> Finding:
    """It was not fetched before."""
    return Finding(first, "catalogue.handed_over_once")


def number_of(year: int, serial: int) -> str:
    """As it is written on the paper: 〔2026〕12号."""
    return f"〔{year}〕{serial}号"


def valid_on(on: date, *, last_day: date | None, withdrawn: bool) -> bool:
    """Whether the paper holds on that day; the last day is one of them."""
    return not withdrawn and (last_day is None or on <= last_day)


def shown_name(name: str) -> str:
    """What the check page shows of the holder: enough to see that another name was put on the
    paper, and no more. 王秀兰 → 王**; John Smith → J***."""
    name = name.strip()
    if name[:1].isascii():
        return f"{name[:1]}***" if name else ""
    return name[:1] + "*" * (len(name) - 1)
