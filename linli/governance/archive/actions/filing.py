"""Papers go into the archive: a year's by the job, one by hand; and what may change of an item."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.files.filing import Document, Piece, Series, index_from, pack
from linli.core.files.intake import Purpose, forget, take_in
from linli.core.files.making import Made, keep_made
from linli.core.jobs.models import Job
from linli.core.jobs.starting import begin as begin_job
from linli.core.places.models import Place
from linli.governance.archive import law
from linli.governance.archive.filing_plan import Line, category_of
from linli.governance.archive.models import Item, YearFiled
from linli.governance.archive.queries.filing import unfiled
from linli.governance.archive.queries.plan import line_on, lines_on
from linli.governance.archive.rules import filing as rules
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, require


@dataclass(frozen=True)
class Filed:
    """A paper as whoever files it by hand describes it. `access`, where given, is narrower than
    the line's; `shelf`: where the original lies."""

    line: Line
    year: int
    on: date
    title: str
    pages: int | None = None
    shelf: str = ""
    access: str = ""


@action("archive.start_filing", needs="archive.keep")
def start_filing(act: Act, community: Place, *, year: int) -> Job:
    """Files what every room settled in a year: begins the job, which may be run again at any
    time and then files what has been settled since."""
    require(rules.year_is_over(year, local_day(act.at)))
    act.note(year=year)
    waiting = sum(1 for _each in unfiled(community, year))
    return begin_job(
        act, "archive.file_year", community=community, params={"year": year}, total=waiting
    )


@action("archive.file_pieces", needs="archive.carry")
def file_pieces(
    act: Act, community: Place, *, year: int, pieces: Sequence[tuple[Series, Piece]]
) -> int:
    """Files some pieces of a year, each as an item with its papers packed; leaves out what was
    filed meanwhile. Says how many were filed."""
    lines = lines_on(community, local_day(act.at))
    filed = sum(_file_piece(act, community, year, lines, *each) for each in pieces)
    act.note(year=year, count=filed)
    return filed


@action("archive.finish_filing", needs="archive.carry")
def finish_filing(act: Act, community: Place, *, year: int) -> YearFiled:
    """The year's papers are filed, as far as they were settled. The day is that of the first time:
    what is added later does not make late what was in time."""
    on = local_day(act.at)
    told = {"items": Item.objects.filter(community=community, year=year).count()}
    row, _new = YearFiled.objects.update_or_create(
        community=community,
        year=year,
        defaults=told,
        create_defaults={**told, "filed_on": on, "last_day": law.filing_day(year, community, on)},
    )
    act.note(year=year, count=row.items)
    act.tell("archive.year_filed", post="director", year=year, count=row.items)
    return row


@action("archive.file_paper", needs="archive.keep")
def file_paper(act: Act, community: Place, *, filed: Filed, scans: Sequence[Any] = ()) -> Item:
    """Files a paper by hand: with scans, or with the place where the original lies, or both.
    What is confidential is entrusted to whoever files it."""
    on = local_day(act.at)
    require(rules.year_possible(filed.year, on))
    access = filed.access or filed.line.access
    require(rules.no_more_open(access, filed.line.access))
    require(rules.has_papers(len(scans), filed.shelf))
    require(Finding(filed.on <= on, "archive.day_possible", numbers={"on": filed.on}))
    item = _draw(community, filed.line, filed.year, act.at)
    item.title, item.on, item.pages = filed.title.strip(), filed.on, filed.pages
    item.shelf, item.access = filed.shelf.strip(), access
    if access == rules.CONFIDENTIAL:
        item.entrusted_to_id = act.by.account
    stored = [take_in(act, community, scan, Purpose(item, "document")) for scan in scans]
    _describe(
        item,
        [
            {
                "name": f"{place:02d}-{file.name}",
                "title": file.name,
                "bytes": file.bytes,
                "sha256": file.sha256,
                "file": str(file.pk),
                "packed": False,
            }
            for place, file in enumerate(stored, 1)
        ],
    )
    _number(item)
    act.note(number=item.number, **_class(item))
    return item


@action("archive.change_item", needs="archive.keep")
def change_item(act: Act, item: Item, *, shelf: str, pages: int | None, access: str) -> Item:
    """Writes down where the original lies now, and closes an item further. Its title, number and
    papers do not change."""
    line = line_on(item.community, item.line, local_day(act.at))
    require(rules.no_more_open(access, line.access if line else item.access))
    require(Finding(item.is_kept, "archive.item_kept"))
    require(rules.has_papers(len(item.contents), shelf))
    if access == rules.CONFIDENTIAL and item.access != rules.CONFIDENTIAL:
        item.entrusted_to_id = act.by.account
    if access != rules.CONFIDENTIAL:
        item.entrusted_to = None
    item.shelf, item.pages, item.access = shelf.strip(), pages, access
    item.save(update_fields=["shelf", "pages", "access", "entrusted_to"])
    act.note(number=item.number, access=access)
    return item


@action("archive.entrust", needs="archive.read")
def entrust(act: Act, item: Item, *, to: Account) -> Item:
    """Hands a confidential item over to another: only whoever has it may, and sees it no more."""
    require(Finding(item.access == rules.CONFIDENTIAL, "archive.is_confidential"))
    item.entrusted_to = to
    item.save(update_fields=["entrusted_to"])
    act.note(number=item.number)
    act.tell("archive.entrusted", account=to.pk, number=item.number)
    return item


def _file_piece(
    act: Act, community: Place, year: int, lines: dict[str, Line], series: Series, piece: Piece
) -> int:
    line = lines[series.key]
    known = Item.objects.filter(community=community, line=series.key, owner=piece.owner)
    if known.exists():
        return 0
    documents = list(series.documents(community, piece.owner))
    item = _draw(community, line, year, act.at, term=_longer(piece.term, line.term))
    item.owner_kind, item.owner = piece.kind, piece.owner
    item.title, item.on = piece.title[:200], piece.on
    item.access = _narrower(piece.access, line.access)
    content = pack(documents)
    file = keep_made(act, community, item, Made("papers.zip", (content,), len(content)))
    _describe(item, [_described(each, file) for each in documents])
    try:
        _number(item)
    except IntegrityError:
        if not known.exists():
            raise
        forget(act, file, "filed_already")  # another worker was a moment faster
        return 0
    return 1


def _described(each: Document, file: Any) -> dict[str, Any]:
    return {
        "name": each.name,
        "title": each.title,
        "bytes": each.size,
        "sha256": each.sha256,
        "file": str(file.pk),
        "packed": True,
    }


def _draw(community: Place, line: Line, year: int, at: Any, term: str = "") -> Item:
    """A new item under a line, not saved yet."""
    term = term or line.term
    on = local_day(at)
    return Item(
        id=new_id(),
        community=community,
        category=category_of(line.part),
        part=line.part,
        line=line.key,
        year=year,
        term=term,
        keep_until=rules.kept_until(year, law.years_of(term, community, on)),
        filed_at=at,
    )


def _describe(item: Item, contents: list[dict[str, Any]]) -> None:
    item.contents = contents
    item.bytes = sum(each["bytes"] for each in contents)
    rows = ((each["name"], each["title"], each["bytes"], each["sha256"]) for each in contents)
    item.sha256 = hashlib.sha256(index_from(rows)).hexdigest() if contents else ""


def _number(item: Item) -> None:
    """Gives the next number of its year, category and term, and saves it. Two at once: the
    database lets one of them have it, and the other takes the next."""
    ours = Item.objects.filter(
        community=item.community_id, category=item.category, year=item.year, term=item.term
    )
    for _attempt in range(50):
        item.serial = (ours.aggregate(latest=Max("serial"))["latest"] or 0) + 1
        try:
            with transaction.atomic():
                item.save(force_insert=True)
        except IntegrityError:
            if item.owner and ours.filter(line=item.line, owner=item.owner).exists():
                raise
            continue
        return
    raise RuntimeError("no number could be had for an item")


def _class(item: Item) -> dict[str, Any]:
    return {"part": item.part, "access": item.access}


def _strictest(order: Sequence[str]) -> Callable[[str, str], str]:
    return lambda one, other: max((one or other, other), key=order.index)


_longer = _strictest(rules.TERMS)
_narrower = _strictest(rules.ACCESS)
