"""What a row shows of itself where another room is tied to it: the room says, this floor asks.

    register_faces("assemblies.Resolution", faces_of_resolutions)   # in its AppConfig.ready

A link holds no content. The room that owns the row gives its title, how it stands, and the pages
that show it: to residents and at the desk, either of which may be none.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.core.links.queries import links_of


@dataclass(frozen=True, slots=True)
class LinkFace:
    """A row as others may show it. `url` opens it for everybody, `desk_url` at the desk."""

    title: str
    state: str = ""
    tone: str = "new"
    url: str = ""
    desk_url: str = ""


Faces = Callable[[Any, Iterable[UUID]], Mapping[UUID, LinkFace]]
"""The faces of rows of a community by their ids; what may not be told is left out."""

_FACES: dict[str, Faces] = {}


def register_faces(kind: str, faces: Faces) -> None:
    """Registers how rows of a model (`room.Model`) show themselves."""
    _FACES[kind] = faces


def faces_of(community: Any, kind: str, ids: Iterable[UUID]) -> Mapping[UUID, LinkFace]:
    """The faces of rows of one kind; none for a kind no room speaks for."""
    keys = list(ids)
    return _FACES[kind](community, keys) if keys and kind in _FACES else {}


@dataclass(frozen=True, slots=True)
class Shown:
    """One link from a row: what the relation is called, and the other end's face."""

    relation: Any
    face: LinkFace


def linked_faces(row: Any, *relations: str) -> list[Shown]:
    """What is tied to a row, as its rooms show it; one query, and one for each kind of row."""
    links = links_of(row, *relations)
    by_kind: dict[str, list[UUID]] = {}
    for link in links:
        by_kind.setdefault(link.kind, []).append(link.id)
    faces = {kind: faces_of(row.community, kind, ids) for kind, ids in by_kind.items()}
    return [
        Shown(link.title, face)
        for link in links
        if (face := faces[link.kind].get(link.id)) is not None
    ]
