"""A figure of the sheet, opened: the entries it is the sum of, and each entry down to its voucher,
as everybody reads it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from linli.core.files.models import StoredFile
from linli.mechanisms.ledger.models import Entry, Line
from linli.stewardship.funds.models import Receipt, Request, Source, Voucher
from linli.stewardship.funds.queries.sheet import SIDES
from linli.stewardship.funds.rules.months import first_of, last_of

_KINDS = {"income": ("income", "equity"), "outgo": ("expense",)}


@dataclass(frozen=True, slots=True)
class Moved:
    """One entry as it stands behind a figure: `fen` of it belong to the figure."""

    entry: Entry
    fen: int
    papers: int


@dataclass(frozen=True, slots=True)
class VoucherSeen:
    """A voucher; its files only for whoever may see them."""

    voucher: Voucher
    files: list[StoredFile] = field(default_factory=list)


@dataclass(frozen=True)
class EntrySeen:
    """One entry with what it moved, who gave or was paid, its vouchers, and its mirror where it
    was taken back. `party`: without persons, unless the reader keeps or watches the accounts."""

    entry: Entry
    source: Source
    lines: list[Line]
    vouchers: list[VoucherSeen]
    fen: int
    side: str
    party: str = ""
    row: Request | None = None
    receipt: Receipt | None = None
    reverses: Entry | None = None
    reversed_by: Entry | None = None


def source_in(community: Any, source_id: UUID) -> Source:
    """A source; Http404 where there is none here."""
    rows = Source.objects.filter(community=community, pk=source_id)
    found: Source | None = rows.select_related("book", "body", "community").first()
    if found is None:
        raise Http404
    return found


def behind(source: Source, month: date, side: str) -> list[Moved]:
    """The entries one figure of one source in one month is the sum of, in their order. `side`:
    income or outgo, or what of either was taken back."""
    if side not in SIDES:
        raise Http404
    kinds, back = _KINDS[side.removesuffix("_back")], side.endswith("_back")
    debited = (side.startswith("outgo")) != back
    way = {"debit__kind__in": kinds} if debited else {"credit__kind__in": kinds}
    lines = Line.objects.filter(
        community=source.community_id,
        book=source.book_id,
        day__range=(first_of(month), last_of(month)),
        **way,
    )
    sums: dict[UUID, int] = {}
    entries: dict[UUID, Entry] = {}
    for line in lines.select_related("entry").order_by("day", "number", "position"):
        sums[line.entry_id] = sums.get(line.entry_id, 0) + line.amount
        entries[line.entry_id] = line.entry
    papers = _papers(source.community_id, list(entries))
    return [Moved(entries[key], fen, papers.get(key, 0)) for key, fen in sums.items()]


def entry_seen(community: Any, entry_id: UUID, *, keeper: bool) -> EntrySeen:
    """One entry of the books of this room; Http404 where there is none. `keeper`: the reader keeps
    or watches the accounts, and so sees names and papers nobody has cleared yet."""
    entries = Entry.objects.filter(community=community, pk=entry_id)
    entry = entries.select_related("book", "reverses").first()
    if entry is None:
        raise Http404
    source = Source.objects.filter(community=community, book=entry.book_id).first()
    if source is None:
        raise Http404
    lines = list(
        Line.objects.filter(community=community, entry=entry)
        .select_related("debit", "credit")
        .order_by("position")
    )
    # A mirror is told by what it takes back.
    first = entry.reverses or entry
    row = (
        Request.objects.filter(community=community)
        .filter(Q(entry=first) | Q(set_apart=first))
        .first()
    )
    receipt = Receipt.objects.filter(community=community, entry=first).first()
    party: Any = receipt or row
    back = Entry.objects.filter(community=community, reverses=entry).first()
    return EntrySeen(
        entry=entry,
        source=source,
        lines=lines,
        vouchers=_vouchers(community, first, keeper=keeper),
        fen=sum(line.amount for line in lines),
        side=_side_of(lines),
        party="" if party is None else party.shown_to_keepers if keeper else party.shown_to_all,
        row=row,
        receipt=receipt,
        reverses=entry.reverses,
        reversed_by=back,
    )


def _side_of(lines: Sequence[Line]) -> str:
    for line in lines:
        if line.debit.kind == "expense":
            return "outgo"
        if line.credit.kind == "expense":
            return "outgo_back"
        if line.credit.kind in ("income", "equity"):
            return "income"
        if line.debit.kind in ("income", "equity"):
            return "income_back"
    return "inside"


def _papers(community: Any, entries: Sequence[UUID]) -> dict[UUID, int]:
    counts: dict[UUID, int] = {}
    rows = Voucher.objects.filter(community=community, entry__in=entries)
    for key in rows.values_list("entry", flat=True):
        counts[key] = counts.get(key, 0) + 1
    return counts


def _vouchers(community: Any, entry: Entry, *, keeper: bool) -> list[VoucherSeen]:
    vouchers = list(
        Voucher.objects.filter(community=community, entry=entry)
        .select_related("community", "entry")
        .order_by("dated", "id")
    )
    files: dict[UUID, list[StoredFile]] = {}
    rows = StoredFile.objects.filter(
        community=community,
        owner__in=[each.pk for each in vouchers],
        owner_kind="funds.Voucher",
        deleted_at__isnull=True,
    )
    for file in rows.order_by("created_at", "id"):
        if keeper or file.visibility == "public":
            files.setdefault(file.owner, []).append(file)
    return [VoucherSeen(each, files.get(each.pk, [])) for each in vouchers]
