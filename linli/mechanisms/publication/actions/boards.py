"""The paper boards: which there are, what is hung and taken off, and the weekly look."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.publication.models import Board, BoardCheck, Hanging, Posting

PHOTOS = 4


@action("publication.open_board", needs="publication.keep_boards")
def open_board(act: Act, community: Place, *, name: str, where: str = "") -> Board:
    """Enters a board of the community."""
    since = local_day(act.at)
    board = Board(community=community, name=" ".join(name.split()), where=where, since=since)
    try:
        with transaction.atomic():
            board.save(force_insert=True)
    except IntegrityError:
        raise Refused(Finding(False, "publication.board_once", numbers={"name": name})) from None
    act.note(board=board.name)
    return board


@action("publication.close_board", needs="publication.keep_boards")
def close_board(act: Act, board: Board) -> Board:
    """A board is no longer used. What hung on it counts as taken off."""
    board.until = local_day(act.at)
    board.save(update_fields=["until"])
    Hanging.objects.filter(
        community=board.community_id, board=board, taken_off_at__isnull=True
    ).update(taken_off_at=act.at, taken_off_by=act.by.account)
    act.note(board=board.name)
    return board


@action("publication.hang", needs="publication.keep_boards")
def hang(act: Act, posting: Posting, *, board: Board, photos: Sequence[Any] = ()) -> Hanging:
    """Notes that the notice hangs on a board, with photos of the board as proof. A later version
    takes the place of the earlier one."""
    require(Finding(posting.is_up(act.at), "publication.still_up"))
    require(Finding(len(photos) <= PHOTOS, "publication.few_photos", numbers={"most": PHOTOS}))
    earlier = _standing(posting, board)
    if earlier is not None and earlier.version != posting.version:
        _off(act, earlier)
        earlier = None
    hanging = earlier or Hanging(
        community_id=posting.community_id,
        posting=posting,
        board=board,
        version=posting.version,
        hung_at=act.at,
        hung_by_id=act.by.account,
    )
    if earlier is None:
        hanging.save(force_insert=True)
    for photo in photos:
        take_in(act, posting.community_id, photo, Purpose(hanging, "photo", "staff"))
    act.note(number=posting.number, board=board.name, photos=len(photos))
    return hanging


@action("publication.take_off", needs="publication.keep_boards")
def take_off(act: Act, hanging: Hanging) -> Hanging:
    """Notes that the paper was taken off the board."""
    require(Finding(hanging.taken_off_at is None, "publication.unchanged"))
    _off(act, hanging)
    act.note(number=hanging.posting.number, board=hanging.board.name)
    return hanging


@action("publication.check_board", needs="publication.keep_boards")
def check_board(act: Act, board: Board, *, found: Mapping[UUID, str]) -> BoardCheck:
    """Notes what a look at the board found beside the list of what is up (paper equals web)."""
    known = {key for key, _title in BoardCheck.FOUND}
    wrong = {key: state for key, state in found.items() if state != "same"}
    assert set(found.values()) <= known
    check = BoardCheck.objects.create(
        community_id=board.community_id,
        board=board,
        checked_at=act.at,
        checked_by_id=act.by.account,
        found={str(key): state for key, state in found.items()},
        equal=not wrong,
    )
    act.note(board=board.name, notices=len(found), wrong=len(wrong))
    return check


def _standing(posting: Posting, board: Board) -> Hanging | None:
    found: Hanging | None = (
        Hanging.objects.select_for_update()
        .filter(
            community=posting.community_id,
            posting=posting,
            board=board,
            taken_off_at__isnull=True,
        )
        .first()
    )
    return found


def _off(act: Act, hanging: Hanging) -> None:
    hanging.taken_off_at, hanging.taken_off_by_id = act.at, act.by.account
    hanging.save(update_fields=["taken_off_at", "taken_off_by"])
