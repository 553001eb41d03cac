"""The tree on a day: what a code stood for then, what lay above it and what in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from linli.core.places.kinds import COMMUNITY, DIVISIONS
from linli.core.places.models import Place, PlaceVersion, Succession
from linli.core.places.models.fields import below
from linli.core.places.models.history import in_force, versions_within
from linli.core.places.rules.naming import SEPARATOR, natural_order


@dataclass(frozen=True, slots=True)
class Node:
    """A place as it was on the day asked for; `since` and `until` bound what is told of it."""

    id: UUID
    code: str
    name: str
    kind: str
    level: int
    parent: UUID | None
    path: str
    ur_code: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class TreeView:
    """A division on a day, with what lay above it (the widest first) and directly in it."""

    on: date
    node: Node
    ancestors: tuple[Node, ...]
    children: tuple[Node, ...]

    @property
    def full_name(self) -> str:
        names = [node.name for node in self.ancestors if node.kind != "country"]
        return SEPARATOR.join([*names, self.node.name])


class NoSuchCode(LookupError):
    """No place bore the code that day. `versions` are those that bore it at other times."""

    def __init__(self, code: str, on: date, versions: Sequence[PlaceVersion]) -> None:
        super().__init__(code)
        self.code = code
        self.on = on
        self.versions = tuple(versions)


def show(code: str, on: date) -> TreeView:
    """The division that bore `code` on that day and the tree around it as it was then.

    Raises `NoSuchCode`.
    """
    bearers = PlaceVersion.objects.filter(code=code).exclude(code="")
    version = bearers.filter(in_force(on)).first()
    if version is None:
        raise NoSuchCode(code, on, list(bearers.order_by("since")))
    children = PlaceVersion.objects.filter(in_force(on), parent=version.place_id)
    return TreeView(
        on=on,
        node=_node(version),
        ancestors=_ancestors_on(version, on),
        children=tuple(sorted((_node(child) for child in children), key=_order)),
    )


def tree_on(on: date, within: Place | None = None, *, deepest: int = COMMUNITY) -> tuple[Node, ...]:
    """The whole tree on that day, or the part under one place as it lay then, down to the level
    `deepest`; parents before children."""
    if within is None:
        versions = PlaceVersion.objects.filter(in_force(on))
    else:
        then = PlaceVersion.objects.filter(in_force(on), place=within).first()
        if then is None:
            return ()
        versions = versions_within(then.path, on)
    return tuple(
        _node(each) for each in versions.filter(level__lte=deepest).order_by("level", "code")
    )


def _ancestors_on(version: PlaceVersion, on: date) -> tuple[Node, ...]:
    above: list[Node] = []
    parent = version.parent_id
    while parent is not None:
        upper = PlaceVersion.objects.filter(in_force(on), place=parent).first()
        if upper is None:
            break  # our records of the wider place begin later
        above.append(_node(upper))
        parent = upper.parent_id
    return tuple(reversed(above))


def _node(version: PlaceVersion) -> Node:
    return Node(
        id=version.place_id,
        code=version.code,
        name=version.name,
        kind=version.kind,
        level=version.level,
        parent=version.parent_id,
        path=version.path,
        ur_code=version.ur_code,
        since=version.since,
        until=version.until,
    )


def _order(node: Node) -> tuple[int, str, str]:
    return node.level, node.code, natural_order(node.name)


def ancestors_of(place: Place) -> list[Place]:
    """The places in which it lies today, the widest first."""
    segments = place.path.split("/")
    paths = ["/".join(segments[:depth]) for depth in range(1, len(segments))]
    return list(Place.objects.filter(path__in=paths).order_by("level"))


def children_of(place: Place) -> list[Place]:
    """What lies directly in it today: divisions by code, buildings by number."""
    children = Place.objects.filter(parent=place, until__isnull=True)
    return list(children.order_by("level", "code", "position"))


def count_divisions_below(place: Place) -> dict[str, int]:
    """How many divisions of each kind lie under it today."""
    rows = Place.objects.filter(below(place.path), level__lte=COMMUNITY, until__isnull=True)
    counts = Counter(dict(rows.values_list("kind").annotate(Count("id"))))
    return {kind: counts[kind] for kind in DIVISIONS if counts[kind]}


def history_of(place: Place) -> list[Succession]:
    """What it came from, what it became and how it changed, the latest first."""
    steps = Succession.objects.select_related("source", "target")
    return list(steps.filter(Q(source=place) | Q(target=place)).order_by("-on", "-id"))
