"""What everybody is told of a hazard: the desk looks first, and can take all of it back at once.

Before the desk has looked, and where it hides what stood there, everybody reads kind and place.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.files.intake import forget, show_to
from linli.core.files.queries import files_of
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.safety.hazards.flows import HAZARD
from linli.safety.hazards.models import Hazard
from linli.safety.hazards.words import told


@action("hazards.tell_words", needs="hazards.sort")
def tell_words(act: Act, hazard: Hazard, *, seen: int | None = None) -> Hazard:
    """Somebody of the desk has read the words: they speak of no person, and everybody may read
    them."""
    take(act, HAZARD, hazard, "tell", seen=seen)
    return looked_over(act, hazard, True)


@action("hazards.reword", needs="hazards.sort")
def reword(
    act: Act, hazard: Hazard, *, what: str, where: str, reason: str, no_photo: str = "",
    seen: int | None = None,
) -> Hazard:  # fmt: skip
    """The desk writes anew what everybody reads, in whatever state. That it was done and why stays
    in the history; the words before do not, since they may have named somebody."""
    require(Finding(bool(what.strip()), "hazards.said"))
    key = hazard.community_id
    take(act, HAZARD, hazard, "reword", seen=seen, reason=told(reason, key))
    hazard.what, hazard.where, hazard.told = told(what, key), told(where, key), True
    hazard.no_photo = told(no_photo, key)
    hazard.save(update_fields=["what", "where", "no_photo", "told"])
    return noted(act, hazard)


@action("hazards.hide", needs="hazards.sort")
def hide(act: Act, hazard: Hazard, *, reason: str, seen: int | None = None) -> Hazard:
    """Words and photographs are shown to nobody but the desk any more; kind and place stay."""
    take(act, HAZARD, hazard, "hide", seen=seen, reason=told(reason, hazard.community_id))
    hazard.told = False
    hazard.save(update_fields=["told"])
    close_photos(act, hazard)
    return noted(act, hazard)


@action("hazards.show_photos", needs="hazards.sort")
def show_photos(act: Act, hazard: Hazard, *, photos: Sequence[UUID]) -> Hazard:
    """Somebody of the desk has looked at these photographs, and only these: nobody can be
    recognised, and they are shown beside the hazard."""
    confirmed = hazard.state not in ("reported", "unfounded")
    require(Finding(confirmed, "hazards.photos_of_hazard"))
    for file in _chosen(hazard, photos):
        show_to(act, file, "public")
    act.note(number=hazard.number, n=len(photos))
    return hazard


@action("hazards.remove_photos", needs="hazards.sort")
def remove_photos(act: Act, hazard: Hazard, *, photos: Sequence[UUID]) -> Hazard:
    """Somebody can be recognised: these photographs are gone, also where they were public."""
    for file in _chosen(hazard, photos):
        forget(act, file, "shows_somebody")
    act.note(number=hazard.number, n=len(photos))
    return hazard


def looked_over(act: Act, hazard: Hazard, tell: bool) -> Hazard:
    """Where whoever of the desk takes a step has also read the words, everybody reads them."""
    if tell and not hazard.told:
        hazard.told = True
        hazard.save(update_fields=["told"])
    return noted(act, hazard)


def photos_of(hazard: Hazard) -> list[Any]:
    """Every photograph of a hazard, from before and of each mending."""
    return [
        file
        for owner in (hazard, *hazard.mendings.order_by("id"))
        for file in files_of(owner, "photo")
    ]


def close_photos(act: Act, hazard: Hazard) -> None:
    """Photographs that everybody sees are for the desk again."""
    for file in photos_of(hazard):
        if file.visibility == "public":
            show_to(act, file, "staff")


def noted(act: Act, hazard: Hazard) -> Hazard:
    """What the book says of a step of a hazard."""
    act.note(number=hazard.number, place=hazard.place.name)
    return hazard


def _chosen(hazard: Hazard, photos: Iterable[UUID]) -> list[Any]:
    wanted = set(photos)
    found = [file for file in photos_of(hazard) if file.pk in wanted]
    require(Finding(bool(wanted) and len(found) == len(wanted), "hazards.photos_seen"))
    return found
