"""The guides: what residents find, what held when, and what the desk has to look after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from linli.core.clocks.queries import work_calendar
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Parameter, parameter
from linli.service.catalogue.content import National, national_guides
from linli.service.catalogue.models import Guide, GuideRating, GuideVersion
from linli.service.catalogue.models.choices import ELDER_HAVE, FIELDS
from linli.service.catalogue.rules import guides as rules
from linli.service.catalogue.rules.openings import Now, look
from linli.service.catalogue.rules.search import Term, find, sound_of

_FIELD_ORDER = [key for key, _title in FIELDS]


@dataclass(frozen=True)
class Offered:
    """A guide as it holds now: what it says, and whether it is open. `now` is None where nobody
    has entered any hours."""

    version: GuideVersion
    now: Now | None
    provider_shown: bool

    @property
    def key(self) -> str:
        """Its address."""
        return str(self.version.guide.key)

    @property
    def national(self) -> National | None:
        """The guide of the country it comes from."""
        return national_guides().get(self.key) if self.version.guide.national else None

    @property
    def elder_have(self) -> tuple[str, ...]:
        """Which of the six 老有 it serves; of a guide of the country as its text says today."""
        known = self.national
        return known.elder_have if known else tuple(self.version.elder_have)

    @property
    def missing(self) -> bool:
        """Whether the community has entered neither where nor by which number."""
        return not (self.version.where or self.version.phone)


@dataclass(frozen=True)
class Sift:
    """What somebody looks for; what is left empty leaves everything."""

    life: str = ""
    field: str = ""
    means: str = ""
    price: str = ""
    step_free: bool = False
    open_now: bool = False

    def takes(self, each: Offered) -> bool:
        """Whether a guide is what is looked for."""
        version = each.version
        return (
            (not self.life or self.life in version.life)
            and (not self.field or self.field == version.field)
            and (not self.means or self.means in version.means)
            and (not self.price or self.price == version.price_class)
            and (not self.step_free or version.step_free == "yes")
            and (not self.open_now or (each.now is not None and each.now.open))
        )


def offered(community: Place, at: datetime) -> list[Offered]:
    """Everything that is offered now: field by field as in the book, in each by the sound of the
    name. No entry can be moved up."""
    rows = _versions(community).filter(state="live", guide__retired_on__isnull=True)
    found = _shown(community, rows, at)
    return sorted(
        found,
        key=lambda each: (
            _FIELD_ORDER.index(each.version.field),
            sound_of(each.version.title),
        ),
    )


def keys_offered(community: Place) -> frozenset[str]:
    """By what names there is a guide here now."""
    rows = GuideVersion.objects.filter(
        community=community, state="live", guide__retired_on__isnull=True
    )
    return frozenset(rows.values_list("guide__key", flat=True))


def search_guides(rows: Iterable[Offered], text: str) -> list[Offered]:
    """Those meant by what somebody said, the likeliest first."""
    by_key = {each.key: each for each in rows}
    terms = []
    for key, each in by_key.items():
        known = each.national
        words = (*known.words, known.title) if known else (each.version.summary,)
        english = known.words_en if known else ()
        titles = (each.version.title,)
        terms.append(Term(key, titles, words, (each.version.title_en, *english)))
    return [by_key[key] for key in find(text, terms)]


def guide_called(community: Place, key: str) -> Guide:
    """The guide at an address; Http404 where there never was one."""
    guide = Guide.objects.filter(community=community, key=key).select_related("go_to").first()
    if guide is None:
        raise Http404
    return guide


def live_of(guide: Guide, at: datetime) -> Offered | None:
    """What it says now; None where it is not offered."""
    rows = _versions(guide.community_id).filter(guide=guide, state="live")
    return next(iter(_shown(guide.community, rows, at)), None)


def version_of(guide: Guide, number: int) -> GuideVersion:
    """One of the versions that was public; Http404 for a draft."""
    row = _versions(guide.community_id).filter(guide=guide, number=number).first()
    if row is None or row.state == "draft":
        raise Http404
    return row


def versions_of(guide: Guide) -> "QuerySet[GuideVersion]":
    """All of them, the latest first."""
    rows = _versions(guide.community_id).filter(guide=guide)
    return rows.select_related("drafted_by", "published_by", "provider").order_by("-number")


def version_in(community: Place, version: UUID) -> GuideVersion:
    """One version, for the desk; Http404 where there is none."""
    row = _versions(community).filter(pk=version).first()
    if row is None:
        raise Http404
    return row


def last_title(guide: Guide) -> str:
    """What a guide was called last."""
    row = versions_of(guide).exclude(state="draft").first() or versions_of(guide).first()
    return row.name if row else guide.key


def coming_home(community: Place, at: datetime) -> list[Offered]:
    """The guides for which somebody comes home."""
    return [each for each in offered(community, at) if each.version.at_home]


def six_of(rows: Iterable[Offered]) -> list[tuple[str, Any, list[Offered]]]:
    """The six 老有, each with the guides that serve it; one that nothing serves is there too."""
    found = list(rows)
    return [
        (key, title, [each for each in found if key in each.elder_have])
        for key, title in ELDER_HAVE
    ]


def limits_of(each: Offered, on: date) -> list[Parameter]:
    """The numbers of the law packs that hold for it here, that day."""
    known = each.national
    if known is None:
        return []
    place = jurisdictions_of(each.version.guide.community)
    return [parameter(rule, on, place) for rule in known.rules]


def mean_of(guide: Guide) -> tuple[int, int | None]:
    """How many have rated it, and the mean in tenths where they are enough."""
    row = GuideRating.objects.filter(community=guide.community_id, guide=guide).first()
    if row is None:
        return 0, None
    return row.count, rules.mean_in_tenths(row.count, row.total)


@dataclass(frozen=True)
class DeskLine:
    """One guide at the desk: what is live, what is drafted, and how old the last look is."""

    guide: Guide
    live: GuideVersion | None
    draft: GuideVersion | None
    stale: bool
    newer_text: bool

    @property
    def shown(self) -> GuideVersion | None:
        """What its line is called by."""
        return self.live or self.draft


def desk_lines(community: Place, on: date) -> list[DeskLine]:
    """Every guide here, those to be looked at first."""
    days = number_laid_down("providers.stale_after", community, on)
    by_guide: dict[Guide, dict[str, GuideVersion]] = {}
    for row in _versions(community).select_related("drafted_by").order_by("number"):
        by_guide.setdefault(row.guide, {})[row.state] = row
    lines = []
    for guide, rows in by_guide.items():
        live = rows.get("live")
        stale = bool(live and live.checked_on and on >= rules.stale_on(live.checked_on, days))
        newest = national_guides().get(guide.key) if guide.national else None
        newer = bool(newest and live and live.told.get("edition") != newest.told["edition"])
        lines.append(DeskLine(guide, live, rows.get("draft"), stale, newer))
    return sorted(
        lines,
        key=lambda line: (
            not (line.draft or line.stale or line.newer_text),
            _FIELD_ORDER.index(line.shown.field) if line.shown else len(FIELDS),
            line.guide.key,
        ),
    )


def not_adopted(community: Place) -> list[National]:
    """The guides of the country that are not here yet."""
    taken = set(Guide.objects.filter(community=community).values_list("key", flat=True))
    return [each for key, each in national_guides().items() if key not in taken]


def _versions(community: Any) -> "QuerySet[GuideVersion]":
    rows: QuerySet[GuideVersion] = GuideVersion.objects.filter(community=community)
    return rows.select_related("guide__community", "provider")


def _shown(community: Place, rows: Iterable[GuideVersion], at: datetime) -> list[Offered]:
    on, calendar = local_day(at), work_calendar(community.pk)
    months = number_laid_down("providers.hidden_after", community, on)
    found = []
    for row in rows:
        hours = row.opening
        provider = row.provider
        visible = provider is not None and (
            provider.gone_on is None and on < rules.hidden_on(provider.verified_on, months)
        )
        found.append(Offered(row, look(hours, calendar, at) if hours else None, visible))
    return found
