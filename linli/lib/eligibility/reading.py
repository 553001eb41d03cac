"""Reads questions, papers and schemes from their files, and refuses what does not fit, by line.

A file that is wrong is not loaded at all: better no navigator than one that advises by a condition
nobody wrote.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from linli.lib.eligibility.clauses import (
    Against,
    AllOf,
    Among,
    AnyOf,
    Clause,
    Compare,
    EveryPerson,
    NotSo,
    Op,
    Scheme,
    Shape,
    SomePerson,
    Switch,
)
from linli.lib.eligibility.facts import (
    HOUSEHOLD,
    KINDS,
    NUMBERS,
    PERSON,
    Derived,
    Fact,
    Option,
    Vocabulary,
    Words,
)
from linli.lib.eligibility.papers import Paper
from linli.lib.law.citations import cite

_OPS = tuple(Op)
_SHAPES = (*_OPS, "is", "among", "switch", "all", "any", "no", "some_person", "every_person")
_CLAUSE = {
    "key", "says", "says_en", "fact", "times", "others", "size", "cites", "paper", "source",
    "source_en", "from", "to", *_SHAPES,
}  # fmt: skip
_TOP = {
    "number", "guide", "order", "whom", "situations", "title", "title_en", "about", "about_en",
    "decides", "decides_en", "apply_at", "apply_at_en", "refused", "refused_en", "needs", "papers",
    "limits", "cites", "refused_cites", "aid_first", "notes", "notes_en", "clause",
}  # fmt: skip
_NEEDED = (
    "number", "guide", "order", "whom", "situations", "title", "about", "decides", "apply_at",
    "refused",
    "needs", "papers", "cites", "clause",
)  # fmt: skip
_KEY = re.compile(r"[a-z][a-z0-9_]*")


class Flawed(ValueError):
    """A file that cannot be taken, with the line where it goes wrong."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file}:{line}: {why}")
        self.line = line


@dataclass(frozen=True)
class Known:
    """What a scheme may speak of."""

    vocabulary: Vocabulary
    papers: Mapping[str, Paper]
    situations: frozenset[str]
    unit_of: Callable[[str], str | None]
    """The unit of a rule of the packs; None for a rule that no pack knows."""
    may_be_missing: frozenset[str] = frozenset()
    """Limits that are left out where no pack knows them."""


class _Text:
    """A file as tables, that still knows its lines."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self._lines = file, text.splitlines()
        try:
            self.table: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as why:
            found = re.search(r"line (\d+)", str(why))
            line = int(found[1]) if found else len(self._lines)
            raise Flawed(file, line, str(why)) from why

    def line(self, field: str = "", table: str = "", number: int = 0) -> int:
        """Where the field of the table's entry of that number stands; else where the entry does."""
        start, end = 0, len(self._lines)
        if table:
            heads = [at for at, line in enumerate(self._lines) if line.strip() == f"[[{table}]]"]
            start = heads[number] if number < len(heads) else 0
        for at in range(start + bool(table), end):
            if self._lines[at].startswith("["):
                break
            if field and re.match(rf"{re.escape(field)}\s*=", self._lines[at]):
                return at + 1
        return start + 1

    def flawed(self, why: str, field: str = "", table: str = "", number: int = 0) -> Flawed:
        return Flawed(self.file, self.line(field, table, number), why)


def read_vocabulary(file: str, text: str) -> Vocabulary:
    """The questions [[fact]], in the order of asking, and what is reckoned from them
    [[derived]]."""
    read = _Text(file, text)
    facts: dict[str, Fact] = {}
    for number, entry in enumerate(read.table.get("fact", ())):
        fact = _fact(read, number, entry)
        if fact.key in facts:
            raise read.flawed(f"{fact.key} is asked twice", "key", "fact", number)
        facts[fact.key] = fact
    derived: dict[str, Derived] = {}
    for number, entry in enumerate(read.table.get("derived", ())):
        for part in ("of", "less", "per"):
            fact_of = facts.get(entry.get(part, ""))
            if part in entry and (fact_of is None or fact_of.kind not in NUMBERS):
                raise read.flawed(f"unknown number {entry[part]!r}", part, "derived", number)
        try:
            words = Words(entry.pop("short"), entry.pop("short_en"))
            one = Derived(**entry, short=words)
        except (KeyError, TypeError) as why:
            raise read.flawed(f"missing or unknown: {why}", "", "derived", number) from why
        derived[one.key] = one
    return Vocabulary(facts, derived)


def _fact(read: _Text, number: int, entry: dict[str, Any]) -> Fact:
    for name, allowed in (("kind", KINDS), ("scope", (PERSON, HOUSEHOLD))):
        if entry.get(name) not in allowed:
            raise read.flawed(f"{name} is one of {', '.join(allowed)}", name, "fact", number)
    if entry["kind"] in NUMBERS and not isinstance(entry.get("most"), int):
        raise read.flawed("a number needs `most`", "key", "fact", number)
    try:
        return Fact(
            key=entry["key"],
            kind=entry["kind"],
            scope=entry["scope"],
            asks=Words(entry["asks"], entry["asks_en"]),
            short=Words(entry["short"], entry["short_en"]),
            help=Words(entry.get("help", ""), entry.get("help_en", "")),
            options=tuple(Option(key, Words(zh, en)) for key, zh, en in entry.get("options", ())),
            most=entry.get("most", 0),
        )
    except (KeyError, ValueError) as why:
        raise read.flawed(f"missing: {why}", "key", "fact", number) from why


def read_papers(file: str, text: str) -> dict[str, Paper]:
    """The kinds of evidence [[paper]], in the order in which they are told."""
    read = _Text(file, text)
    found: dict[str, Paper] = {}
    for number, entry in enumerate(read.table.get("paper", ())):
        try:
            found[entry["key"]] = Paper(
                entry["key"],
                Words(entry["title"], entry["title_en"]),
                entry["found"],
                Words(entry.get("note", ""), entry.get("note_en", "")),
            )
        except KeyError as why:
            raise read.flawed(f"missing: {why}", "key", "paper", number) from why
    return found


def read_scheme(file: str, text: str, known: Known) -> Scheme:
    """One scheme, named after its file. Raises Flawed for an unknown question, rule, paper,
    situation, article or field, for a text in one language only, for a number without source, and
    for conditions that lead in a circle or that nothing asks for."""
    read = _Text(file, text)
    table = read.table
    if unknown := sorted(table.keys() - _TOP):
        raise read.flawed(f"unknown field {unknown[0]!r}", unknown[0])
    for name in _NEEDED:
        if name not in table:
            raise read.flawed(f"missing: {name}")
    if table["whom"] not in (PERSON, HOUSEHOLD):
        raise read.flawed("whom: person or household", "whom")
    _among(read, "situations", table["situations"], known.situations, "situation")
    _among(read, "papers", table["papers"], known.papers, "paper")
    limits = [
        rule
        for rule in table.get("limits", ())
        if known.unit_of(rule) is not None or rule not in known.may_be_missing
    ]
    for rule in limits:
        if known.unit_of(rule) is None:
            raise read.flawed(f"unknown rule {rule!r}", "limits")
    for name in ("cites", "refused_cites"):
        _cited(read, table.get(name, ()), name)
    clauses: dict[str, Clause] = {}
    for number, entry in enumerate(table["clause"]):
        clause = _clause(read, number, entry, known)
        if clause.key in clauses:
            raise read.flawed(f"{clause.key} stands twice", "key", "clause", number)
        clauses[clause.key] = clause
    _hang_together(read, table["needs"], clauses)
    return Scheme(
        number=table["number"],
        key=file.removesuffix(".toml"),
        guide=table["guide"],
        order=table["order"],
        whom=table["whom"],
        situations=tuple(table["situations"]),
        **{
            name: _words(read, table, name)
            for name in ("title", "about", "decides", "apply_at", "refused")
        },
        clauses=clauses,
        needs=tuple(table["needs"]),
        papers=tuple(table["papers"]),
        limits=tuple(limits),
        cites=tuple(table["cites"]),
        refused_cites=tuple(table.get("refused_cites", ())),
        aid_first=table.get("aid_first", False),
        notes=tuple(
            Words(*pair)
            for pair in zip(table.get("notes", ()), table.get("notes_en", ()), strict=True)
        ),
    )


def _clause(read: _Text, number: int, entry: dict[str, Any], known: Known) -> Clause:
    def flawed(why: str, field: str = "key") -> Flawed:
        return read.flawed(why, field, "clause", number)

    if unknown := sorted(entry.keys() - _CLAUSE):
        raise flawed(f"unknown field {unknown[0]!r}", unknown[0])
    if not _KEY.fullmatch(str(entry.get("key", ""))):
        raise flawed("a condition needs a key")
    for name in ("says", "says_en"):
        if not entry.get(name):
            raise flawed(f"missing: {name}", name)
    if entry.get("paper", "") and entry["paper"] not in known.papers:
        raise flawed(f"unknown paper {entry['paper']!r}", "paper")
    for name in ("from", "to"):
        if name in entry and type(entry[name]) is not date:
            raise flawed(f"{name} is a day", name)
    _cited(read, entry.get("cites", ()), "cites", "clause", number)
    shapes = [name for name in _SHAPES if name in entry]
    if len(shapes) != 1:
        raise flawed(f"one of {', '.join(_SHAPES)}")
    return Clause(
        key=entry["key"],
        says=Words(entry["says"], entry["says_en"]),
        shape=_shape(shapes[0], entry, known, flawed),
        cites=tuple(entry.get("cites", ())),
        paper=entry.get("paper", ""),
        in_force_from=entry.get("from"),
        in_force_to=entry.get("to"),
    )


def _shape(name: str, entry: dict[str, Any], known: Known, flawed: Callable[..., Flawed]) -> Shape:
    given = entry[name]
    if name in ("all", "any"):
        return AllOf(tuple(given)) if name == "all" else AnyOf(tuple(given))
    if name == "no":
        return NotSo(given)
    if name == "switch":
        if known.unit_of(given) != "switch":
            raise flawed(f"unknown rule {given!r}, or no switch", "switch")
        return Switch(given)
    if name in ("some_person", "every_person"):
        _facts_of_the_household(entry, known, flawed)
        shape = SomePerson if name == "some_person" else EveryPerson
        return shape(given, entry["others"], entry["size"])
    fact = entry.get("fact", "")
    if fact not in known.vocabulary.facts and fact not in known.vocabulary.derived:
        raise flawed(f"unknown fact {fact!r}", "fact")
    if name in ("is", "among"):
        answers = frozenset([given] if name == "is" else given)
        of = known.vocabulary.facts.get(fact)
        wrong = [each for each in answers if of is None or not of.allows(each)]
        if wrong or not answers:
            raise flawed(f"{fact} cannot be {wrong}", name)
        return Among(fact, answers)
    return Compare(fact, Op(name), _against(given, fact, entry, known, flawed))


def _facts_of_the_household(
    entry: dict[str, Any], known: Known, flawed: Callable[..., Flawed]
) -> None:
    for field, kind in (("others", "yes"), ("size", "count")):
        fact = known.vocabulary.facts.get(entry.get(field, ""))
        if fact is None or fact.scope != HOUSEHOLD or fact.kind != kind:
            raise flawed(f"unknown fact {entry.get(field)!r}", field)


def _against(
    given: Any, fact: str, entry: dict[str, Any], known: Known, flawed: Callable[..., Flawed]
) -> Against:
    op = next(name for name in _OPS if name in entry)
    unit = known.vocabulary.unit(fact)
    if isinstance(given, int) and not isinstance(given, bool):
        if not entry.get("source") or not entry.get("source_en"):
            raise flawed("a constant without source", op)
        return Against(constant=given, source=Words(entry["source"], entry["source_en"]))
    found = known.unit_of(given)
    if found is None:
        raise flawed(f"unknown rule {given!r}", op)
    if found != unit:
        raise flawed(f"{fact} is counted in {unit}, {given} in {found}", op)
    times = entry.get("times", "")
    if times and known.unit_of(times) != "share":
        raise flawed(f"unknown rule {times!r}, or no share", "times")
    return Against(given, times)


def _hang_together(read: _Text, needs: Sequence[str], clauses: Mapping[str, Clause]) -> None:
    """Every condition is known, asked for, and none asks for itself."""
    reached: set[str] = set()

    def walk(key: str, above: tuple[str, ...]) -> None:
        if key not in clauses:
            place = list(clauses).index(above[-1]) if above else 0
            where = ("key", "clause", place) if above else ("needs", "", 0)
            raise read.flawed(f"unknown condition {key!r}", *where)
        if key in above:
            raise read.flawed(f"{key} asks for itself", "key", "clause", list(clauses).index(key))
        reached.add(key)
        for part in clauses[key].parts:
            walk(part, (*above, key))

    for key in needs:
        walk(key, ())
    for number, key in enumerate(clauses):
        if key not in reached:
            raise read.flawed(f"nothing asks for {key}", "key", "clause", number)


def _words(read: _Text, table: Mapping[str, Any], name: str) -> Words:
    if not table.get(name) or not table.get(f"{name}_en"):
        raise read.flawed(f"{name} stands in both languages", name)
    return Words(table[name], table[f"{name}_en"])


def _among(
    read: _Text, field: str, given: Iterable[str], allowed: Iterable[str], what: str
) -> None:
    for each in given:
        if each not in set(allowed):
            raise read.flawed(f"unknown {what} {each!r}", field)


def _cited(read: _Text, keys: Iterable[str], field: str, table: str = "", number: int = 0) -> None:
    for key in keys:
        try:
            cite(key)
        except KeyError as why:
            raise read.flawed(str(why.args[0]), field, table, number) from why
