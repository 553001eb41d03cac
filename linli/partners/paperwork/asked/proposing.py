"""Which fact goes into which place of a form: proposed by what all its headings agree on.

姓名 in a table of residents is a resident's, in a table of posts the holder's; 职务 in the first
is work and none of our business, in the second it is the post. What does not fit what the rows are
about stays unknown: a wrong mapping is worse than none.
"""

from collections.abc import Collection, Mapping as Mapped, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from linli.lib.tables.blanks import Around, Blank, BlankCard, BlankColumn, read_blank
from linli.lib.tables.blanks.matching import KNOWN_FROM, Vocabulary, leaf_of
from linli.lib.tables.headings import normal_heading
from linli.partners.paperwork.asked.facts import ENTITIES, FACTS, FIELDS, GROUNDLESS, WITHOUT_GROUND

KNOWN, NO_GROUND, UNKNOWN, NUMBER, FORMULA = "known", "no_ground", "unknown", "number", "formula"

_AROUND = {
    "unit": "unit",
    "date": "filled_on",
    "month": "",
    "filler": "filler",
    "phone": "",
    "approver": "",
}
# What a word in a heading or in the title weighs beside a heading we can fill, and what speaks
# against an entity of which nothing is asked that every such form asks.
_SIGN, _TITLE, _NOT_ASKED = 0.6, 1.5, 2.5
_BY_TITLE = {
    "post": ("干部", "网格员", "网格长", "委员", "工作者", "成员名单", "任职", "骨干"),
    "building": ("楼栋",),
    "compound": ("小区",),
    "dwelling": ("房屋", "住房"),
    "grid": ("网格",),
    "property": ("物业",),
}


_ABOUT_PERSONS = ("person", "household")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one place. `verdict`: `known` (we hold it: `fact`), `no_ground` (we
    know what it asks and leave it empty: `fact` names the kind, `reason` says why), `unknown`
    (a person decides), `number` (we count), `formula` (the form computes it).
    `confidence` is 1 for a known heading in full; under 0.9 a person should look."""

    key: str
    heading: str
    verdict: str
    fact: str | None = None
    confidence: float = 0.0
    required: bool = False

    @property
    def reason(self) -> tuple[str, str]:
        """Why it stays empty, in Chinese and English; empty where it does not."""
        kind = GROUNDLESS.get(self.fact or "") if self.verdict == NO_GROUND else None
        return (kind.reason, kind.reason_en) if kind else ("", "")

    @property
    def title(self) -> tuple[str, str]:
        found = FACTS.get(self.fact or "") or GROUNDLESS.get(self.fact or "")
        return (found.title, found.title_en) if found else ("", "")


@dataclass(frozen=True, slots=True)
class Mapping:
    """The proposal for a whole form: what its rows are about (`entity`, of the list with this
    number in `entities`), and each place by its key."""

    entity: str
    entities: Mapped[int, str] = field(default_factory=dict)
    places: Mapped[str, Proposed] = field(default_factory=dict)

    def of(self, verdict: str) -> tuple[Proposed, ...]:
        return tuple(each for each in self.places.values() if each.verdict == verdict)


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return Vocabulary(FIELDS)


def read_form(content: bytes, filename: str) -> Blank:
    """The blank, read with everything a form may ask of us."""
    return read_blank(content, filename, fields=FIELDS, without_ground=WITHOUT_GROUND)


def propose(blank: Blank) -> Mapping:
    """Pure; the same for the same blank."""
    places: dict[str, Proposed] = {}
    entities: dict[int, str] = {}
    for table in blank.tables:
        headings = [column.heading for column in table.columns]
        entity = entity_of(headings, title=f"{table.name} {blank.title} {blank.filename}")
        entities[table.number] = entity
        places |= _of_columns(table.columns, entity)
    card = ""
    if blank.cards:
        headings = [each.heading for each in blank.cards]
        card = entity_of(headings, title=f"{blank.title} {blank.filename}", among=_ABOUT_PERSONS)
        places |= _of_columns(blank.cards, card)
    places |= {each.key: _of_line(each) for each in blank.around}
    first = max(blank.tables, key=lambda table: len(table.columns), default=None)
    entity = card or (entities[first.number] if first else "")
    return Mapping(entity, entities, places)


def entity_of(
    headings: Sequence[str], *, title: str = "", among: Collection[str] = tuple(ENTITIES)
) -> str:
    """What the rows are about: that for which we can tell most of what is asked, with the words
    that speak for it; persons before all others where nothing decides."""
    leaves = [leaf_of(heading) for heading in headings]
    named = [dict(_vocabulary().candidates(heading)) for heading in headings]

    def weight(entity: str) -> float:
        total = 0.0
        for leaf, each in zip(leaves, named, strict=True):
            told = [sure for name, sure in each.items() if _told(name, entity)]
            sign = any(word in leaf for word in ENTITIES[entity].signs)
            total += max(told) if told else _SIGN * sign
        titled = any(word in title for word in _BY_TITLE.get(entity, ()))
        asked = any(name in each for each in named for name in ENTITIES[entity].asks)
        return total + _TITLE * titled - (0 if asked else _NOT_ASKED)

    return max(among, key=weight)


def _told(name: str, entity: str) -> bool:
    return name in FACTS and entity in FACTS[name].of


def _of_columns(columns: Sequence[BlankColumn | BlankCard], entity: str) -> dict[str, Proposed]:
    """Each fact once, where it is surest; a second column that claims it stays unknown."""
    fixed = {each.key: done for each in columns if (done := _of_itself(each))}
    claims = sorted(
        (
            (sure, -number, each, name)
            for number, each in enumerate(columns)
            if each.key not in fixed
            for name, sure in _candidates(each.heading, entity)
            if sure >= KNOWN_FROM and (name in GROUNDLESS or _told(name, entity))
        ),
        key=lambda claim: claim[:2],
        reverse=True,
    )
    found: dict[str, Proposed] = {}
    taken: set[str] = set()
    for sure, _order, each, name in claims:
        if each.key in found or name in taken:
            continue
        verdict = NO_GROUND if name in GROUNDLESS else KNOWN
        if verdict == KNOWN:
            taken.add(name)
        found[each.key] = Proposed(each.key, each.heading, verdict, name, sure, each.required)
    return {
        each.key: fixed.get(each.key)
        or found.get(each.key)
        or Proposed(each.key, each.heading, UNKNOWN, required=each.required)
        for each in columns
    }


def _candidates(heading: str, entity: str) -> list[tuple[str, float]]:
    """What a heading may mean. What has no ground has none for the guardian or the head either:
    there the last part alone tells."""
    bare = ENTITIES[entity].bare
    found = [
        (bare[name], round(sure * 0.9, 2)) if name in bare else (name, sure)
        for name, sure in _vocabulary().candidates(heading)
    ]
    if found:
        return found
    leaf = leaf_of(heading)
    if leaf != heading:
        named = _vocabulary().candidates(leaf)
        found = [(name, round(sure * 0.95, 2)) for name, sure in named if name in GROUNDLESS]
    return found or (_by_stem(leaf) if entity in _ABOUT_PERSONS else [])


def _by_stem(leaf: str) -> list[tuple[str, float]]:
    words = normal_heading(leaf, brackets=False)
    if "签" in words:
        return []  # who signs there, not what they are
    return [
        (name, KNOWN_FROM)
        for name, kind in GROUNDLESS.items()
        if any(stem in words for stem in kind.stems)
    ][:1]


def _of_itself(place: BlankColumn | BlankCard) -> Proposed | None:
    if not isinstance(place, BlankColumn) or not (place.formula or place.numbered):
        return None
    verdict = FORMULA if place.formula else NUMBER
    return Proposed(place.key, place.heading, verdict, confidence=1.0)


def _of_line(line: Around) -> Proposed:
    fact = _AROUND[line.what]
    verdict = KNOWN if fact else UNKNOWN
    return Proposed(line.key, line.label, verdict, fact or None, 0.95 if fact else 0.0)
