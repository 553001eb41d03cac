"""What lies on the desk: sources with what is in them, requests by how they stand, what is missing.
Loading is the permission check: nobody else gets any of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.links.queries import links_of
from linli.mechanisms.ledger.models import Account, Entry
from linli.stewardship.funds import charts
from linli.stewardship.funds.models import Receipt, Request, Reserve, Source, Voucher
from linli.stewardship.funds.words import KIND_ORDER

PAGE = 40
VIEWS = {
    "open": ("asked", "seconded", "approved", "paid"),
    "to_approve": ("asked", "seconded"),
    "to_pay": ("approved",),
    "to_prove": ("paid",),
    "settled": ("settled", "reversed"),
    "stopped": ("refused", "withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """A source with what lies in its bank accounts now, in fen."""

    source: Source
    free: int
    committed: int
    reserved: int

    @property
    def all(self) -> int:
        """All there is."""
        return self.free + self.committed + self.reserved


def held_sources(actor: Actor, community: Any, *, closed: bool = False) -> list[Held]:
    """The sources that are open, with what is in them; three queries."""
    if not may("funds.see_desk", actor, community):
        return []
    rows = Source.objects.filter(community=community, closed_on__isnull=not closed)
    found = rows.select_related("body", "book")
    sources = sorted(found, key=lambda each: (KIND_ORDER[each.kind], each.title))
    kept = Account.objects.filter(
        community=community,
        book__in=[each.book_id for each in sources],
        code__in=(charts.FREE, charts.COMMITTED, charts.RESERVED),
    )
    balances = {(row.book_id, row.code): row.balance for row in kept}
    return [
        Held(
            each,
            balances.get((each.book_id, charts.FREE), 0),
            balances.get((each.book_id, charts.COMMITTED), 0),
            balances.get((each.book_id, charts.RESERVED), 0),
        )
        for each in sources
    ]


def open_sources(community: Any, on: date) -> Any:
    """The sources that take and pay."""
    return Source.objects.filter(community=community, closed_on__isnull=True).order_by(
        "kind", "title"
    )


def requests_shown(
    actor: Actor, community: Any, view: str, after: tuple[int, int] | None = None
) -> tuple[list[Request], tuple[int, int] | None]:
    """A page of requests of one view, the latest first, and from where the next goes on."""
    rows = _readable(actor, community).filter(state__in=VIEWS.get(view, VIEWS["open"]))
    if after:
        year, serial = after
        rows = rows.filter(year__lte=year).exclude(year=year, serial__gte=serial)
    rows = rows.annotate(back=mirror()).select_related("source", "line", "community")
    found = list(rows.order_by("-year", "-serial")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return found[:PAGE], (last.year, last.serial) if last else None


def request_counts(actor: Actor, community: Any) -> dict[str, int]:
    """How many stand in each view of what is not settled."""
    rows = _readable(actor, community).filter(state__in=VIEWS["open"])
    counted = {row["state"]: row["n"] for row in rows.values("state").annotate(n=Count("pk"))}
    return {
        view: sum(counted.get(state, 0) for state in VIEWS[view])
        for view in ("open", "to_approve", "to_pay", "to_prove")
    }


def request_for(actor: Actor, community: Any, request_id: UUID) -> Request:
    """One request, for who keeps or watches the accounts; otherwise there is none (Http404)."""
    rows = _readable(actor, community).filter(pk=request_id)
    found: Request | None = rows.select_related(
        "source__book", "source__body", "source__community", "line", "reserve", "entry",
        "set_apart", "community", "asked_by", "seconded_by", "third_by",
    ).first()  # fmt: skip
    if found is None:
        raise Http404
    return found


def receipts_of(source: Source) -> list[Receipt]:
    """The latest money that came into a source; `back`: the entry that took it back."""
    rows = Receipt.objects.filter(community=source.community_id, source=source)
    found: Any = rows.annotate(back=mirror()).select_related("entry")
    return list(found.order_by("-on", "-id")[:PAGE])


def requests_of(source: Source) -> list[Request]:
    """The latest requests on a source; `back`: the entry that took a payment back."""
    rows = Request.objects.filter(community=source.community_id, source=source)
    return list(rows.annotate(back=mirror()).order_by("-year", "-serial")[:PAGE])


def mirror() -> Any:
    """Of a row with an entry, the entry that took it back."""
    rows = Entry.objects.filter(community=OuterRef("community"), reverses=OuterRef("entry"))
    return Subquery(rows.values("pk")[:1])


def sealed_names_of(entry: Entry) -> list[str]:
    """The name of the person an entry is about, so that no word for everybody holds it."""
    here = {"community": entry.community_id, "entry": entry.reverses_id or entry.pk}
    found = [Receipt.objects.filter(**here).first(), Request.objects.filter(**here).first()]
    return [each.person_name for each in found if each is not None and each.person_name]


def reserves_of(source: Source) -> list[Reserve]:
    """What is kept of a source for projects, with something left."""
    rows = Reserve.objects.filter(community=source.community_id, source=source)
    return [each for each in rows.order_by("id") if each.left]


def payable_reserves(source: Source) -> list[Reserve]:
    """Those of them a request may be paid out of: what residents still choose about is not."""
    return [each for each in reserves_of(source) if not each.undecided]


def chosen_by_residents(kept: Reserve | None) -> bool:
    """Whether what is kept was decided by residents: it *follows from* what they decided."""
    return kept is not None and any(each.forwards for each in links_of(kept, "follows_from"))


def to_clear(actor: Actor, community: Any) -> list[Voucher]:
    """Vouchers nobody but who brought them has looked at, for somebody else."""
    if not may("funds.clear_voucher", actor, community):
        return []
    rows = Voucher.objects.filter(community=community, cleared_on__isnull=True)
    return list(
        rows.exclude(added_by=actor.account).select_related("entry").order_by("added_on", "id")[:20]
    )


def voucher_for(actor: Actor, community: Any, voucher_id: UUID) -> Voucher:
    """One voucher, for who works here; otherwise Http404."""
    found: Voucher | None = None
    if may("funds.see_desk", actor, community):
        rows = Voucher.objects.filter(community=community, pk=voucher_id)
        found = rows.select_related("entry", "community").first()
    if found is None:
        raise Http404
    return found


def entry_for(actor: Actor, community: Any, entry_id: UUID) -> Entry:
    """One entry of this room's books, for who keeps them; otherwise Http404."""
    found: Entry | None = None
    if may("funds.see_desk", actor, community):
        books = Source.objects.filter(community=community).values("book_id")
        rows = Entry.objects.filter(community=community, pk=entry_id, book__in=books)
        found = rows.select_related("book").first()
    if found is None:
        raise Http404
    return found


def receipt_for(actor: Actor, community: Any, receipt_id: UUID) -> Receipt:
    """One receipt, for who works here; otherwise Http404."""
    found: Receipt | None = None
    if may("funds.see_desk", actor, community):
        rows = Receipt.objects.filter(community=community, pk=receipt_id)
        found = rows.select_related("entry", "source__book", "source__community").first()
    if found is None:
        raise Http404
    return found


def reserve_for(actor: Actor, community: Any, reserve_id: UUID) -> Reserve:
    """What is kept for a project, for who works here; otherwise Http404."""
    found: Reserve | None = None
    if may("funds.see_desk", actor, community):
        rows = Reserve.objects.filter(community=community, pk=reserve_id)
        found = rows.select_related("source__book", "source__community").first()
    if found is None:
        raise Http404
    return found


def _readable(actor: Actor, community: Any) -> Any:
    rows = Request.objects.filter(community=community)
    return rows if may("funds.see_desk", actor, community) else rows.none()
