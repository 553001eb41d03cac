"""The lists as a community has them on a day: what is issued here, what is not, and where to go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from linli.core.clocks.queries import work_calendar
from linli.core.pages.bilingual import Title, for_reader, in_both
from linli.core.places.laid_down import laid_down
from linli.core.places.models import Place
from linli.lib.calendar import add_working_days, local_day
from linli.lib.law import Finding, Parameter
from linli.lib.law.packs import ParameterStatus
from linli.service.catalogue.lists import NotIssued, national_list, office_kinds
from linli.service.catalogue.models import Certificate, CertificateItem, CertificateOffice
from linli.service.catalogue.rules import certificates as rules
from linli.service.catalogue.rules.certificates import Entry
from linli.service.catalogue.rules.search import Term, find

UNLISTED = "other"
"""The key under which a question is counted that no list answers."""


@dataclass(frozen=True)
class Office:
    """Where one is sent: the community's own entry, or the kind of office with its hotline."""

    kind: str
    title: str
    name: str
    address: str
    phone: str
    hours: str
    ours: CertificateOffice | None


@dataclass(frozen=True)
class Listed:
    """One certificate as this community has it: whether it is issued here on the day, by what,
    and else where. `kept` is the line of the keep-list in force that day; `ban` the item of the
    country's list, `added` the line the place added to it."""

    key: str
    titles: Title
    finding: Finding
    kept: CertificateItem | None
    ban: NotIssued | None
    added: CertificateItem | None
    office: Office | None
    term: Term

    @property
    def name(self) -> str:
        """The title in the reader's language."""
        return for_reader(self.titles)

    @property
    def ours(self) -> bool:
        """Whether the committee issues it."""
        return self.finding.holds

    @property
    def papers(self) -> list[str]:
        """What to bring, to us or to the other office, in the reader's language."""
        if self.ours and self.kept is not None:
            return self.kept.papers.split("\n") if self.kept.papers else []
        if self.ban is not None:
            both = zip(self.ban.papers, self.ban.papers_en, strict=True)
            return [for_reader(in_both(*each)) for each in both]
        return self.added.papers.split("\n") if self.added and self.added.papers else []

    @property
    def way_on(self) -> str:
        """What to do, where it is not ours."""
        if self.ban is not None:
            return for_reader(in_both(self.ban.way_on, self.ban.way_on_en))
        if self.added is not None:
            return self.added.way_on
        return ""

    @property
    def to_verify(self) -> bool:
        """Whether what it stands on has not yet been held against its text."""
        return (
            not self.ours
            and self.ban is not None
            and national_list().status is ParameterStatus.TO_VERIFY
        )


def all_listed(community: Place, on: date) -> list[Listed]:
    """Every certificate of the lists, on that day: what is issued here first, then the country's
    list in its order, then what the place added."""
    rows = list(CertificateItem.objects.filter(community=community))
    offices = offices_of(community)
    kept = [row for row in rows if row.listed == rules.KEPT]
    added = [row for row in rows if row.listed == rules.NOT_ISSUED]
    found = [_of_national(item, kept, added, offices, on) for item in national_list().items]
    taken = {row.pk for item in national_list().items for row in kept if _same(row, item)}
    free = [row for row in kept if row.pk not in taken]
    alone = [_of_kept(group, added, offices, on) for group in _by_title(free)]
    titles = [row.title for row in kept] + [item.title for item in national_list().items]
    rest = [row for row in added if not any(rules.same_thing(row.title, t) for t in titles)]
    found += [_of_added(group, offices, on) for group in _by_title(rest)]
    return sorted(alone + found, key=lambda each: not each.ours)


def search(community: Place, text: str, on: date) -> list[Listed]:
    """The certificates meant by what somebody said, the likeliest first."""
    listed = {each.key: each for each in all_listed(community, on)}
    return [listed[key] for key in find(text, [each.term for each in listed.values()])]


def listed_one(community: Place, key: str, on: date) -> Listed:
    """The certificate of that key; Http404 where no list has it."""
    for each in all_listed(community, on):
        if each.key == key:
            return each
    raise Http404


def finding_of(item: CertificateItem, asked_on: date) -> Finding:
    """Whether the line's certificate is issued, by the lists of the day it was asked for. Only
    this line counts of the keep-list: a later one decides later requests."""
    added = CertificateItem.objects.filter(community=item.community_id, listed=rules.NOT_ISSUED)
    bans = [row.as_entry() for row in added if rules.same_thing(row.title, item.title)]
    bans += [_as_entry(ban) for ban in national_list().items if _same(item, ban)]
    return rules.may_be_issued(item.name, [item.as_entry(), *bans], asked_on)


def finding_unlisted(title: str, on: date) -> Finding:
    """What is so of a certificate that stands on no list at all."""
    return rules.may_be_issued(title, [], on)


def offices_of(community: Place) -> dict[str, Office]:
    """Every kind of office as this community knows it."""
    own = {row.kind: row for row in CertificateOffice.objects.filter(community=community)}
    return {key: _office(key, own.get(key)) for key in office_kinds()}


def items_of(community: Place) -> list[CertificateItem]:
    """The lines this community has laid down, those in force and those that ended."""
    return list(CertificateItem.objects.filter(community=community))


def item_in(community: Place, item_id: UUID) -> CertificateItem:
    """One line of the community's lists; Http404 where there is none."""
    item = CertificateItem.objects.filter(community=community, pk=item_id).first()
    if item is None:
        raise Http404
    return item


def certificates_on(item: CertificateItem) -> int:
    """How many requests and certificates stand on a line."""
    return Certificate.objects.filter(community=item.community_id, item=item).count()


def time_for(item: CertificateItem, community: Place, on: date) -> Parameter:
    """How long it may take: on the spot, or with looking into it."""
    rule = "simple_within" if item.simple else "looked_into_within"
    return laid_down(f"certificates.{rule}", community, on)


def ready_by(item: CertificateItem, community: Place, at: datetime) -> date:
    """The last day of that time, asked for now."""
    on = local_day(at)
    within = time_for(item, community, on)
    return add_working_days(work_calendar(community.pk), on, int(within.value))


def more_elsewhere(community: Place, on: date) -> int:
    """How many items the list of the province has beyond what is listed here."""
    count = int(laid_down("certificates.not_issued_count", community, on).value)
    added = CertificateItem.objects.filter(community=community, listed=rules.NOT_ISSUED).count()
    return max(0, count - len(national_list().items) - added)


def more_unchecked(community: Place, on: date) -> bool:
    """Whether nobody has held that number of items against the province's list."""
    row = laid_down("certificates.not_issued_count", community, on)
    return row.status is ParameterStatus.TO_VERIFY


def titles_by_key(community: Place) -> dict[str, Title]:
    """What each key of a list is called, for counts."""
    named: dict[str, Title] = {
        item.key: in_both(item.title, item.title_en) for item in national_list().items
    }
    named |= {str(row.pk): row.titles for row in items_of(community)}
    named[UNLISTED] = in_both(_("清单里没有的证明"))
    return named


def _of_national(
    item: NotIssued,
    kept: list[CertificateItem],
    added: list[CertificateItem],
    offices: dict[str, Office],
    on: date,
) -> Listed:
    ours = [row for row in kept if _same(row, item)]
    more = [row for row in added if rules.same_thing(row.title, item.title)]
    entries = [_as_entry(item), *(row.as_entry() for row in (*ours, *more))]
    words = [word for row in ours for word in (row.title, *row.words)]
    return Listed(
        key=item.key,
        titles=in_both(item.title, item.title_en),
        finding=rules.may_be_issued(for_reader(in_both(item.title, item.title_en)), entries, on),
        kept=_standing(ours, on),
        ban=item,
        added=None,
        office=offices[item.office],
        term=Term(
            item.key,
            (item.title,),
            (*item.words, *words),
            (item.title_en, *item.words_en, *(row.title_en for row in ours)),
        ),
    )


def _of_kept(
    group: list[CertificateItem],
    added: list[CertificateItem],
    offices: dict[str, Office],
    on: date,
) -> Listed:
    bans = [row for row in added if rules.same_thing(row.title, group[0].title)]
    shown = _standing(group, on) or group[-1]
    entries = [row.as_entry() for row in (*group, *bans)]
    ban = _standing(bans, on)
    return Listed(
        key=str(shown.pk),
        titles=shown.titles,
        finding=rules.may_be_issued(shown.name, entries, on),
        kept=_standing(group, on),
        ban=None,
        added=ban,
        office=offices[ban.office] if ban else None,
        term=_term(group, shown),
    )


def _of_added(group: list[CertificateItem], offices: dict[str, Office], on: date) -> Listed:
    shown = _standing(group, on) or group[-1]
    return Listed(
        key=str(shown.pk),
        titles=shown.titles,
        finding=rules.may_be_issued(shown.name, [row.as_entry() for row in group], on),
        kept=None,
        ban=None,
        added=shown,
        office=offices.get(shown.office),
        term=_term(group, shown),
    )


def _term(group: list[CertificateItem], shown: CertificateItem) -> Term:
    return Term(
        str(shown.pk),
        (shown.title,),
        tuple(word for row in group for word in row.words),
        tuple(row.title_en for row in group if row.title_en),
    )


def _as_entry(item: NotIssued) -> Entry:
    of = national_list()
    return Entry(
        rules.NOT_ISSUED, item.title, of.document, rules.LOCAL, of.since, of.last_day, item.number
    )


def _same(row: CertificateItem, item: NotIssued) -> bool:
    return row.same_as == item.key or rules.same_thing(row.title, item.title)


def _standing(rows: Iterable[CertificateItem], on: date) -> CertificateItem | None:
    standing = [row for row in rows if row.as_entry().stands_on(on)]
    order = (rules.STATUTE, rules.STATE_COUNCIL, rules.LOCAL)
    return min(standing, key=lambda row: order.index(row.basis)) if standing else None


def _by_title(rows: Iterable[CertificateItem]) -> list[list[CertificateItem]]:
    groups: dict[str, list[CertificateItem]] = {}
    for row in sorted(rows, key=lambda each: each.in_force_from):
        groups.setdefault(rules.plain_title(row.title), []).append(row)
    return list(groups.values())


def _office(key: str, own: CertificateOffice | None) -> Office:
    kind = office_kinds()[key]
    title = for_reader(in_both(kind.title, kind.title_en))
    held: Any = own
    return Office(
        kind=key,
        title=title,
        name=held.name if own else title,
        address=held.address if own else "",
        phone=(held.phone if own else "") or kind.hotline,
        hours=held.hours if own else "",
        ours=own,
    )
