"""Bank lines beside the books: what is tied, what may belong together, what stays over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Sum
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.places.laid_down import number_laid_down
from linli.lib.identity.mask import mask_name
from linli.lib.identity.redact import redact
from linli.mechanisms.ledger.models import Entry, Line
from linli.stewardship.funds import charts
from linli.stewardship.funds.models import BankAccount, BankFile, BankLine, Receipt, Source
from linli.stewardship.funds.rules.matching import Booked, Moved, Proposal, propose
from linli.stewardship.funds.rules.months import first_of, last_of

PAGE = 60
LATE_DAYS = 366
MOST_OPEN = 300
"""Lines proposed for at once; more are proposed for as these are settled."""


@dataclass(frozen=True)
class LineShown:
    """A line as the list shows it: the other side's name and the words masked."""

    line: BankLine
    other: str
    words: str
    entries: list[tuple[Entry, Proposal]]


@dataclass(frozen=True)
class Unmatched:
    """What of a month the bank and the books do not yet agree on. `lines`: at the bank and not in
    the books; `entries`: in the books and not at the bank, with their amounts in fen."""

    lines: list[BankLine]
    entries: list[tuple[Entry, int]]
    accounts: int

    @property
    def agrees(self) -> bool:
        """Whether nothing is left over."""
        return not self.lines and not self.entries


def bank_accounts(actor: Actor, community: Any) -> list[BankAccount]:
    """The accounts, for who keeps or watches the books."""
    if not may("funds.see_desk", actor, community):
        return []
    return list(BankAccount.objects.filter(community=community))


def bank_account_for(actor: Actor, community: Any, account_id: UUID) -> BankAccount:
    """One account, for who keeps or watches the books; otherwise Http404."""
    found: BankAccount | None = None
    if may("funds.see_desk", actor, community):
        found = BankAccount.objects.filter(community=community, pk=account_id).first()
    if found is None:
        raise Http404
    return found


def bank_line_for(actor: Actor, community: Any, line_id: UUID) -> BankLine:
    """One line in full, for who keeps or watches the books; otherwise Http404. Whoever opens it
    writes down that it was looked at."""
    found: BankLine | None = None
    if may("funds.see_desk", actor, community):
        rows = BankLine.objects.filter(community=community, pk=line_id)
        found = rows.select_related("account", "community", "entry").first()
    if found is None:
        raise Http404
    return found


def files_of_account(account: BankAccount) -> list[BankFile]:
    """The files read for an account, the latest first."""
    rows = BankFile.objects.filter(community=account.community_id, account=account)
    return list(rows[:50])


def lines_shown(account: BankAccount, *, settled: bool, today: date) -> list[LineShown]:
    """The lines of an account that are open, each with the entries that may be it, likeliest
    first; or those that are settled, the latest first."""
    rows = BankLine.objects.filter(community=account.community_id, account=account)
    if settled:
        done = rows.filter(settled_at__isnull=False).select_related("entry").order_by("-on", "row")
        return [_shown(line, []) for line in done[:PAGE]]
    lines = list(rows.filter(settled_at__isnull=True).order_by("on", "row")[:MOST_OPEN])
    found = proposals(lines, today)
    return [_shown(line, found.get(line.pk, [])) for line in lines]


def proposals(lines: list[BankLine], today: date) -> dict[UUID, list[tuple[Entry, Proposal]]]:
    """For each line the entries of the same amount, near in days, that nothing is tied to."""
    if not lines:
        return {}
    community = lines[0].community_id
    days = number_laid_down("funds.match_days", lines[0].community, today)
    since = min(line.on for line in lines) - timedelta(days=days)
    until = max(line.on for line in lines) + timedelta(days=days)
    entries = untied(community, since, until)
    moved = [Moved(line.pk, line.on, line.fen, line.words) for line in lines]
    booked = [Booked(entry.pk, entry.day, fen, entry.words) for entry, fen in entries]
    by_id = {entry.pk: entry for entry, _fen in entries}
    found: dict[UUID, list[tuple[Entry, Proposal]]] = {}
    for each in propose(moved, booked, days=days):
        found.setdefault(each.line, []).append((by_id[each.entry], each))
    return found


def untied(community: Any, since: date, until: date) -> list[tuple[Entry, int]]:
    """The entries of those days that moved money at the bank and are tied to no line of it."""
    moved = _bank_moves(community, since, until)
    tied = set(
        BankLine.objects.filter(community=community, entry__in=list(moved)).values_list(
            "entry", flat=True
        )
    )
    rows = Entry.objects.filter(
        community=community, pk__in=[key for key in moved if key not in tied]
    )
    ordered = rows.select_related("book", "reverses").order_by("day", "number", "id")
    return [(entry, moved[entry.pk]) for entry in ordered]


def unmatched(community: Any, month: date) -> Unmatched:
    """What of a month stays over on either side. What lay there before the books began never comes
    to the bank; an entry that was taken back and its mirror, of whatever month, are left out
    together where neither came to the bank."""
    first, last = first_of(month), last_of(month)
    accounts = BankAccount.objects.filter(community=community).count()
    if not accounts:
        return Unmatched([], [], 0)
    lines = list(
        BankLine.objects.filter(
            community=community, on__range=(first, last), settled_at__isnull=True
        )
        .select_related("account")
        .order_by("on", "row")
    )
    entries = untied(community, first, last)
    without = _never_at_bank(community, [entry for entry, _fen in entries])
    return Unmatched(lines, [each for each in entries if each[0].pk not in without], accounts)


def _never_at_bank(community: Any, entries: list[Entry]) -> set[UUID]:
    """Of entries tied to no line those the bank does not know of: openings, and both of a pair of
    which the other is tied to no line either."""
    here = [entry.pk for entry in entries]
    began = Receipt.objects.filter(community=community, opening=True, entry__in=here)
    back = Entry.objects.filter(community=community, reverses__in=here)
    partner = dict(back.values_list("reverses", "pk"))
    partner |= {each.pk: each.reverses_id for each in entries if each.reverses_id is not None}
    tied = set(
        BankLine.objects.filter(community=community, entry__in=list(partner.values())).values_list(
            "entry", flat=True
        )
    )
    mirrored: set[UUID] = {key for key, other in partner.items() if key and other not in tied}
    return mirrored | set(began.values_list("entry", flat=True))


def latest_open_month(community: Any) -> date | None:
    """The first day of the latest month with lines nobody has settled; else of the latest with
    lines; None where no file was read."""
    rows = BankLine.objects.filter(community=community)
    latest = rows.filter(settled_at__isnull=True).aggregate(day=Max("on"))["day"]
    latest = latest or rows.aggregate(day=Max("on"))["day"]
    return first_of(latest) if latest else None


def later_or_earlier(line: BankLine, today: date, near: Iterable[Entry]) -> list[Entry]:
    """The entries of the same amount that lie further off in days than is proposed, up to a year:
    what was agreed to and entered late is tied by a person who knows why."""
    days = timedelta(days=LATE_DAYS)
    known = {entry.pk for entry in near}
    found = untied(line.community_id, line.on - days, min(line.on + days, today))
    return [entry for entry, fen in found if fen == line.fen and entry.pk not in known]


def booked_fen(entry: Entry) -> int:
    """What an entry moved at the bank, in fen: above nought what came in."""
    return _bank_moves(entry.community_id, entry.day, entry.day, entry=entry.pk).get(entry.pk, 0)


def entry_in_books(community: Any, entry_id: UUID) -> Entry:
    """One entry of the books of this room; otherwise Http404."""
    books = Source.objects.filter(community=community).values("book_id")
    found: Entry | None = Entry.objects.filter(
        community=community, pk=entry_id, book__in=books
    ).first()
    if found is None:
        raise Http404
    return found


def masked(line: BankLine) -> tuple[str, str]:
    """The other side's name and the words, as a list shows them."""
    name = line.other_name
    known: Iterable[str] = (name,) if name else ()
    return mask_name(name), redact(line.words, known_names=known).text


def _shown(line: BankLine, entries: list[tuple[Entry, Proposal]]) -> LineShown:
    other, words = masked(line)
    return LineShown(line, other, words, entries)


def _bank_moves(
    community: Any, since: date, until: date, entry: UUID | None = None
) -> dict[UUID, int]:
    books = Source.objects.filter(community=community).values("book_id")
    rows = Line.objects.filter(community=community, book__in=books, day__range=(since, until))
    if entry is not None:
        rows = rows.filter(entry=entry)
    moved: dict[UUID, int] = {}
    for side, sign in (("debit", 1), ("credit", -1)):
        sums = (
            rows.filter(**{f"{side}__code__startswith": charts.BANK})
            .order_by()
            .values("entry")
            .annotate(fen=Sum("amount"))
        )
        for row in sums:
            moved[row["entry"]] = moved.get(row["entry"], 0) + sign * row["fen"]
    return {key: fen for key, fen in moved.items() if fen}
