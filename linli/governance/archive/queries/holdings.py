"""What is kept: lists that cost the same however much there is, search, one item.

Lists go by a key and never count. A search looks through a fixed number of items, newest first,
says how far back it looked, and goes on from there: a page costs the same in a community of a
thousand items and of a million.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.audit.models import Entry
from linli.core.pages import cursors
from linli.governance.archive.models import Hold, Item, Loan, YearFiled
from linli.governance.archive.rules.filing import read_number

PAGE = 40
LOOKED_THROUGH = 20_000
"""So many items are looked through for words at a time."""
PRINTED = 500
"""So many lines at most are on one printed inventory."""
LOOKS = ("archive.look", "archive.read_paper", "archive.fetch_copy")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: words of the title or a number, a class, a year."""

    words: str = ""
    part: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some items, newest first; `after`: where it goes on (empty at the end). `looked_back_to`:
    where a search stopped looking with more behind it."""

    rows: list[Item]
    after: str = ""
    looked_back_to: datetime | None = None


def holdings(actor: Actor, community: Any, wanted: Wanted, after: str = "") -> Page:
    """What this reader may see listed; nothing for who does not work with the archive."""
    if not may("archive.see", actor, community):
        return Page([])
    seen = ~Q(access="confidential")
    if actor.account is not None:
        seen |= Q(entrusted_to=actor.account)
    return _page(Item.objects.filter(seen, community=community), wanted, after)


def open_holdings(community: Any, wanted: Wanted, after: str = "") -> Page:
    """What everybody may see listed: the open inventory."""
    rows = Item.objects.filter(community=community, access="open", state="kept")
    return _page(rows, wanted, after)


def item_for(actor: Actor, community: Any, key: UUID) -> Item:
    """One item, for who works with the archive; a confidential one for whom it is entrusted to.
    Otherwise there is none (Http404)."""
    found = None
    if may("archive.see", actor, community):
        found = Item.objects.filter(community=community, pk=key).first()
    if found is None or (found.access == "confidential" and not may("archive.read", actor, found)):
        raise Http404
    return found


def open_item(community: Any, key: UUID) -> Item:
    """One open item, for everybody (Http404)."""
    found = Item.objects.filter(community=community, pk=key, access="open", state="kept").first()
    if found is None:
        raise Http404
    return found


def items_of_year(community: Any, year: int) -> "QuerySet[Item]":
    """The items of a year that go into a package: kept and not confidential, in order."""
    return (
        Item.objects.filter(community=community, year=year, state="kept")
        .exclude(access="confidential")
        .order_by("category", "term", "serial")
    )


def inventory(
    actor: Actor, community: Any, year: int, term: str, start: int = 1
) -> tuple[list[Item], int | None]:
    """The printed inventory of one year and term in the order of its numbers, from a number on;
    and the number the next sheet begins with, where there is one."""
    if not may("archive.see", actor, community):
        return [], None
    rows = list(
        Item.objects.filter(community=community, year=year, term=term, serial__gte=start)
        .exclude(access="confidential")
        .order_by("serial", "category")[: PRINTED + 1]
    )
    return rows[:PRINTED], rows[PRINTED].serial if len(rows) > PRINTED else None


def years_of(community: Any, today: date) -> list[int]:
    """The years something may be kept of, the latest first: from the first there is to this."""
    first = (
        Item.objects.filter(community=community)
        .order_by("year")
        .values_list("year", flat=True)
        .first()
    )
    return list(range(today.year, (first or today.year) - 1, -1))


def filed_years(community: Any) -> list[YearFiled]:
    """The years that were filed, the latest first."""
    return list(YearFiled.objects.filter(community=community).order_by("-year"))


def loans_out(community: Any) -> list[Loan]:
    """What is out, what is due first on top."""
    rows = Loan.objects.filter(community=community, returned_on__isnull=True)
    return list(rows.select_related("item", "account").order_by("due_on", "id"))


def loans_back(community: Any, most: int = 40) -> list[Loan]:
    """What came back lately."""
    rows = Loan.objects.filter(community=community, returned_on__isnull=False)
    return list(rows.select_related("item", "account").order_by("-returned_on", "-id")[:most])


def loan_of(item: Item) -> Loan | None:
    """The loan an item is out on."""
    return (
        Loan.objects.filter(community=item.community_id, item=item, returned_on__isnull=True)
        .select_related("account")
        .first()
    )


def loan_in(community: Any, key: UUID) -> Loan:
    """A loan that is out (Http404)."""
    found = (
        Loan.objects.filter(community=community, pk=key, returned_on__isnull=True)
        .select_related("item", "account", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def hold_of(item: Item) -> Hold | None:
    """The hold on an item."""
    return Hold.objects.filter(community=item.community_id, item=item, until__isnull=True).first()


def looks_at(community: Any, most: int = 100) -> list[Entry]:
    """Who looked into what, the latest first: by post, for those who watch over it."""
    rows = Entry.objects.filter(community=getattr(community, "pk", community), action__in=LOOKS)
    return list(rows.order_by("-at", "-id")[:most])


def numbers_of(community: Any, items: Iterable[UUID | None]) -> dict[UUID, str]:
    """The numbers of some items, in one query."""
    keys = {key for key in items if key}
    rows = Item.objects.filter(community=community, pk__in=keys) if keys else []
    return {row.pk: row.number for row in rows}


def _page(rows: "QuerySet[Item]", wanted: Wanted, after: str) -> Page:
    rows = rows.defer("contents")
    if wanted.part:
        rows = rows.filter(part=wanted.part)
    if wanted.year is not None:
        rows = rows.filter(year=wanted.year)
    number = read_number(wanted.words)
    if number is not None:
        category, year, term, serial = number
        found = rows.filter(category=category, year=year, term=term, serial=serial)
        return Page(list(found))
    rows = rows.order_by("-filed_at", "-id")
    position = cursors.read(after)
    if position:
        moment, last = position
        rows = rows.filter(filed_at__lte=moment).exclude(filed_at=moment, id__gte=last)
    words = wanted.words.split()
    return _search(rows, words) if words else _cut(rows)


def _cut(rows: "QuerySet[Item]") -> Page:
    found = list(rows[: PAGE + 1])
    return Page(found[:PAGE], _after(found[PAGE - 1]) if len(found) > PAGE else "")


def _search(rows: "QuerySet[Item]", words: list[str]) -> Page:
    border = rows.values_list("filed_at", "id")[LOOKED_THROUGH : LOOKED_THROUGH + 1].first()
    near = rows
    if border is not None:
        moment, last = border
        near = rows.filter(filed_at__gte=moment).exclude(filed_at=moment, id__lte=last)
    for word in words:
        near = near.filter(title__contains=word)
    page = _cut(near)
    if page.after or border is None:
        return page
    # The border itself was not looked at: the next look begins just before it.
    moment, last = border
    return Page(page.rows, cursors.write((moment, UUID(int=last.int + 1))), moment)


def _after(row: Item) -> str:
    return cursors.write((row.filed_at, row.pk))
