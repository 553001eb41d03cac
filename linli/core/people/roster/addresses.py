"""Which dwelling an address means: `3-2-501`, `3号楼2单元501`, `翠湖苑十二栋 二单元 五〇一室`.

An address that could mean two dwellings, or that carries words we do not know, is told back and
never guessed: a person put into the wrong home gets a neighbour's letters.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from linli.core.places.kinds import COMMUNITY
from linli.core.places.models import Place
from linli.core.places.rules.naming import SEPARATOR

UNREADABLE, UNKNOWN, SEVERAL = "address_unreadable", "dwelling_unknown", "dwelling_several"

_BUILDING = ("号楼", "栋", "幢", "座", "楼", "#")
_ENTRANCE = ("单元", "门洞", "门", "梯")
_ROOM = ("室", "户", "房")
_ROLES = {
    **dict.fromkeys(_BUILDING, "building"),
    **dict.fromkeys(_ENTRANCE, "entrance"),
    **dict.fromkeys(_ROOM, "dwelling"),
}
_SUFFIXES = "|".join(sorted((*_ROLES, "号"), key=len, reverse=True))
_PART = re.compile(rf"([0-9a-z甲乙丙丁戊东西南北中]+)({_SUFFIXES})?[-/_、,.\\]*")
_FLOOR = re.compile(r"(?<=[楼栋幢座元门梯号#\-/])\d{1,2}[层楼](?=[0-9a-z])")
_CHINESE = re.compile(rf"[〇零一二三四五六七八九十]+(?={_SUFFIXES}|层|[-/]|$)")
_DIGITS = {"〇": 0, "零": 0, **{letter: n for n, letter in enumerate("一二三四五六七八九", 1)}}
_FULL = 3  # building, entrance and dwelling
_SHORTEST_COMPOUND = 2
_TITLE_END = re.compile(
    r"(?:的?(?:居民|住户|人员|人口)?(?:花名册|名单|名册|登记表|信息表|台账|住户|居民))+$"
)
_TITLE_BUILDING = re.compile(rf"^([0-9a-z甲乙丙丁戊东西南北中]+)(?:{'|'.join(_BUILDING)})$")
_DASHES = str.maketrans(dict.fromkeys("–—−‐―~～﹣", "-"))

Tokens = tuple[str, ...]


class Found(NamedTuple):
    """The dwelling an address means, or the code of what is wrong with it; where it may mean
    several, `among` says which."""

    dwelling: UUID | None
    problem: str | None = None
    several: int = 0
    among: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class _Node:
    parent: UUID | None
    kind: str
    name: str


class Within(NamedTuple):
    """What stands over a whole sheet, in its name: a compound, a building, or neither. A row that
    says them itself is taken at its own word."""

    compound: UUID | None = None
    building: str = ""


ANYWHERE = Within()


class AddressBook:
    """The dwellings of one community, found by what people write for them."""

    def __init__(self, community: Place) -> None:
        rows = Place.objects.filter(
            community_id=community.pk, level__gt=COMMUNITY, until__isnull=True
        ).values_list("id", "parent_id", "kind", "name")
        nodes = {pk: _Node(parent, kind, name) for pk, parent, kind, name in rows}
        self._above = tuple(
            sorted(
                (tidy_address(name) for name in community.full_name.split(SEPARATOR)),
                key=len,
                reverse=True,
            )
        )
        self._compounds = sorted(
            (
                (tidy_address(node.name), pk)
                for pk, node in nodes.items()
                if node.kind == "compound"
            ),
            key=lambda pair: -len(pair[0]),
        )
        self._index: dict[tuple[UUID | None, Tokens], set[UUID]] = defaultdict(set)
        self._buildings: set[tuple[UUID | None, str]] = set()
        for pk, node in nodes.items():
            if node.kind == "dwelling":
                self._enter(pk, nodes)
        self._seen: dict[tuple[str, Within], Found] = {}

    @property
    def is_empty(self) -> bool:
        """Whether the community has no dwelling yet."""
        return not self._index

    def within(self, title: str) -> Within:
        """Which compound and building the name of a sheet means: 翠湖苑, 3号楼, 翠湖苑3栋名单."""
        text = _TITLE_END.sub("", tidy_address(title))
        compound, rest = self._take_compound(text)
        if compound is None and len(rest) >= _SHORTEST_COMPOUND:
            alike = [pk for name, pk in self._compounds if rest in name]
            if len(alike) == 1:
                return Within(alike[0])
        named = _TITLE_BUILDING.match(rest.strip("-/_、,."))
        building = _bare(named[1]) if named else ""
        return Within(compound, building if (compound, building) in self._buildings else "")

    def _enter(self, dwelling: UUID, nodes: dict[UUID, _Node]) -> None:
        chain: dict[str, UUID] = {}
        pk: UUID | None = dwelling
        while pk in nodes:
            chain[nodes[pk].kind] = pk
            pk = nodes[pk].parent
        tokens = {
            kind: bare_name(nodes[chain[kind]].name, kind)
            for kind in ("building", "entrance", "dwelling")
            if kind in chain
        }
        full = tuple(tokens.values())
        short = (tokens["building"], tokens["dwelling"]) if "building" in tokens else full
        for key in {full, short}:
            self._index[chain.get("compound"), key].add(dwelling)
            self._index[None, key].add(dwelling)
        if building := tokens.get("building"):
            self._buildings |= {(chain.get("compound"), building), (None, building)}

    def find(self, address: str, within: Within = ANYWHERE) -> Found:
        """The dwelling that a full address, or a short one like `3-2-501`, means."""
        if (address, within) not in self._seen:
            self._seen[address, within] = self._find(address, within)
        return self._seen[address, within]

    def _find(self, address: str, within: Within) -> Found:
        text = tidy_address(address)
        compound, text = self._take_compound(text)
        compound = compound or within.compound
        tokens = read_tokens(text)
        if within.building and (tokens is None or len(tokens) < _FULL):
            # 2-501 on a sheet called 3号楼; 3-501 there may mean the third entrance or the building.
            below = read_tokens(f"{within.building}号楼{text}")
            repeated = tokens is not None and len(tokens) > 1 and tokens[0] == within.building
            if below is not None:
                return self._look_up(compound, below, *([tokens] if repeated and tokens else []))
            if not repeated:
                return Found(None, UNREADABLE if tokens is None else UNKNOWN)
        if tokens is None:
            return Found(None, UNREADABLE)
        return self._look_up(compound, tokens)

    def find_parts(
        self,
        compound: str,
        building: str,
        entrance: str,
        dwelling: str,
        within: Within = ANYWHERE,
    ) -> Found:
        """The same where a table keeps the parts in columns of their own."""
        named, rest = self._take_compound(tidy_address(compound))
        if rest:
            return Found(None, UNREADABLE)
        tokens = tuple(
            bare_name(part, kind)
            for part, kind in (
                (building or within.building, "building"),
                (entrance, "entrance"),
                (dwelling, "dwelling"),
            )
            if part.strip()
        )
        if len(tokens) == 1 and "-" in tidy_address(dwelling):
            return self.find(compound + dwelling, within)
        return self._look_up(named or within.compound, tokens)

    def _look_up(self, compound: UUID | None, *readings: Tokens) -> Found:
        dwellings = {
            dwelling for tokens in readings for dwelling in self._index.get((compound, tokens), ())
        }
        if len(dwellings) == 1:
            return Found(next(iter(dwellings)))
        if not dwellings:
            return Found(None, UNKNOWN)
        return Found(None, SEVERAL, len(dwellings), tuple(sorted(dwellings)))

    def _take_compound(self, text: str) -> tuple[UUID | None, str]:
        """The compound that the address names, and what stands behind its name."""
        for name, pk in self._compounds:
            before, named, after = text.rpartition(name)
            if named and (after or not before):
                return pk, after
        for name in self._above:
            text = text.removeprefix(name)
        for name in self._above:  # narrow names may stand before wide ones are named at all
            text = text.removeprefix(name)
        return None, text


def tidy_address(text: str) -> str:
    """The address without spaces, width and case, its Chinese numbers as digits."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(_DASHES)
    text = "".join(text.replace(SEPARATOR.strip(), "").split())
    return _CHINESE.sub(lambda found: str(_number(found[0])), text)


def read_tokens(text: str) -> Tokens | None:
    """Building, entrance and dwelling of a tidied address; None where a word in it is unknown, or
    where a part stands where another belongs (2单元501 names no building)."""
    text = _FLOOR.sub("", text).strip("-/_、,.")
    tokens: list[str] = []
    roles: list[str | None] = []
    position = 0
    for part in _PART.finditer(text):
        if part.start() != position:
            return None
        position = part.end()
        tokens.append(_bare(part[1]))
        roles.append(_ROLES.get(part[2] or ""))
    expected = _ORDERS.get(len(tokens))
    if position != len(text) or expected is None:
        return None
    fits = all(role is None or role == kind for role, kind in zip(roles, expected, strict=True))
    return tuple(tokens) if fits else None


_ORDERS: dict[int, Sequence[str]] = {
    1: ("dwelling",),
    2: ("building", "dwelling"),
    3: ("building", "entrance", "dwelling"),
}


def bare_name(name: str, kind: str) -> str:
    """A place's own name as it is compared: 03号楼 → 3, 二单元 → 2, 501室 → 501."""
    text = tidy_address(name)
    for suffix in sorted(_suffixes_of(kind), key=len, reverse=True):
        if text.endswith(suffix) and len(text) > len(suffix):
            text = text[: -len(suffix)]
            break
    return _bare(text)


def _suffixes_of(kind: str) -> Iterable[str]:
    return {
        "building": (*_BUILDING, "号"),
        "entrance": (*_ENTRANCE, "号"),
        "dwelling": (*_ROOM, "号"),
    }[kind]


def _bare(token: str) -> str:
    return token.lstrip("0") or "0" if token.isdigit() else token


def _number(text: str) -> Any:
    """十二 → 12, 五〇一 → 501."""
    if "十" not in text:
        return "".join(str(_DIGITS[letter]) for letter in text)
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return text
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
