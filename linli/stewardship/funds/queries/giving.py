"""Gifts for those who keep the accounts, for everybody, and for whoever bears the receipt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Sum, Window
from django.db.models.functions import RowNumber
from django.http import Http404

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.files.models import StoredFile
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.identity.receipt import parse_receipt
from linli.lib.law import Finding
from linli.stewardship.funds.models import (
    Appeal,
    Charity,
    Gift,
    GiftNews,
    GiftQuestion,
    Request,
    Slip,
    Source,
)
from linli.stewardship.funds.rules import giving

PAGE = 60
TAKING = ("donation", "contribution")


@dataclass(frozen=True)
class Told:
    """News of gifts with its photographs."""

    news: GiftNews
    photos: list[StoredFile]


@dataclass(frozen=True)
class UseShown:
    """What became of a source's gifts, in fen: given, spent by the books, left; the payments as
    everybody reads them."""

    source: Source
    given: int
    gifts: int
    spent: int
    payments: list[Request]
    news: list[Told]

    @property
    def left(self) -> int:
        return self.given - self.spent


def sources_for_gifts(community: Any) -> "QuerySet[Source]":
    """The sources money may be given to."""
    return Source.objects.filter(
        community=community, kind__in=TAKING, closed_on__isnull=True
    ).order_by("title")


def gifts_for(actor: Actor, community: Any, show: str = "all") -> list[Gift]:
    """The gifts, the latest first, for who keeps or watches the accounts."""
    if not may("funds.see_desk", actor, community):
        return []
    rows = Gift.objects.filter(community=community).select_related("source")
    if show in ("money", "goods"):
        rows = rows.filter(form=show)
    elif show == "void":
        rows = rows.filter(voided_on__isnull=False)
    return list(rows.order_by("-on", "-serial")[:PAGE])


def gift_for(actor: Actor, community: Any, gift_id: UUID) -> Gift:
    """One gift, for who keeps or watches the accounts; otherwise Http404."""
    found: Gift | None = None
    if may("funds.see_desk", actor, community):
        rows = Gift.objects.filter(community=community, pk=gift_id)
        found = rows.select_related("source__book", "receipt__source__book", "community").first()
    if found is None:
        raise Http404
    return found


def gift_by_code(community: Any, code: str) -> Gift:
    """The gift of a receipt, however its code was typed; otherwise Http404."""
    read = parse_receipt(code)
    found: Gift | None = None
    if isinstance(read, str):
        rows = Gift.objects.filter(community=community, code=read)
        found = rows.select_related("source__book", "community").first()
    if found is None:
        raise Http404
    return found


def gifts_told(community: Any, since: date) -> list[Gift]:
    """The gifts as everybody reads them: those that stand, the latest first. Whoever gave is told
    by `shown_name` alone."""
    rows = Gift.objects.filter(community=community, voided_on__isnull=True, on__gte=since)
    return list(rows.select_related("source").defer("donor_name").order_by("-on", "-serial")[:200])


def uses_told(community: Any) -> list[UseShown]:
    """What became of the money given, source by source; as many queries for many as for few."""
    return uses_of(community, sources_with_gifts(community))


def sources_with_gifts(community: Any) -> list[Source]:
    """The sources money was given to."""
    rows = Source.objects.filter(community=community, gifts__isnull=False).distinct()
    return list(rows.order_by("title"))


def use_of(source: Source, since: date | None = None) -> UseShown:
    """What became of the gifts to a source; `since`: payments from that day on."""
    (use,) = uses_of(source.community_id, [source], since)
    return use


def uses_of(community: Any, sources: list[Source], since: date | None = None) -> list[UseShown]:
    """What became of the gifts to each of several sources."""
    within = {"community": community, "source__in": [each.pk for each in sources]}
    gifts = Gift.objects.filter(**within, voided_on__isnull=True).order_by().values("source")
    given = {
        row["source"]: (row["sum"], row["many"])
        for row in gifts.annotate(sum=Sum("fen"), many=Count("pk"))
    }
    paid = Request.objects.filter(**within, state__in=("paid", "settled"))
    spent = dict(paid.order_by().values_list("source").annotate(sum=Sum("paid_fen")))
    if since is not None:
        paid = paid.filter(paid_on__gte=since)
    payments: dict[UUID, list[Request]] = {}
    for row in _latest(paid.defer("person_name"), "-paid_on", "-serial"):
        payments.setdefault(row.source_id, []).append(row)
    news: dict[UUID | None, list[Told]] = {}
    for each in told(_latest(GiftNews.objects.filter(**within), "-on", "-id")):
        news.setdefault(each.news.source_id, []).append(each)
    return [
        UseShown(
            source,
            *given.get(source.pk, (0, 0)),
            spent.get(source.pk) or 0,
            payments.get(source.pk, []),
            news.get(source.pk, []),
        )
        for source in sources
    ]


def _latest(rows: Any, *order: str) -> Any:
    """The latest of each source, a page of each at most."""
    place = Window(RowNumber(), partition_by="source", order_by=order)
    return rows.annotate(place=place).filter(place__lte=PAGE).order_by(*order)


def news_of(gift: Gift) -> list[Told]:
    """What was told of one gift in kind."""
    rows = GiftNews.objects.filter(community=gift.community_id, gift=gift)
    return told(rows.order_by("-on", "-id")[:PAGE])


def told(rows: Iterable[GiftNews]) -> list[Told]:
    """News with their photographs, in two queries."""
    news = list(rows)
    photos: dict[UUID, list[StoredFile]] = {}
    if news:
        kept = StoredFile.objects.filter(
            community=news[0].community_id,
            owner_kind="funds.GiftNews",
            owner__in=[each.pk for each in news],
            deleted_at__isnull=True,
        )
        for file in kept.order_by("created_at", "id"):
            photos.setdefault(file.owner, []).append(file)
    return [Told(each, photos.get(each.pk, [])) for each in news]


def slips_of_gift(gift: Gift) -> list[Slip]:
    """The slips a gift in kind came in on."""
    return list(
        gift.slips.filter(struck_at__isnull=True).select_related("good").order_by("on", "serial")
    )


def went_out(stored: Slip) -> list[Slip]:
    """What of the same good went out after a gift was entered into the store, as everybody reads
    it; nothing while its slip is not signed."""
    if stored.signed_at is None:
        return []
    rows = Slip.objects.filter(
        community=stored.community_id,
        good=stored.good_id,
        way="out",
        signed_at__gt=stored.signed_at,
    )
    return list(rows.select_related("good").order_by("-on", "-serial")[:PAGE])


def questions_open(actor: Actor, community: Any) -> list[GiftQuestion]:
    """What donors asked and nobody has answered, for who keeps the accounts."""
    if not may("funds.keep", actor, community):
        return []
    rows = GiftQuestion.objects.filter(community=community, answered_at__isnull=True)
    return list(rows.select_related("gift").order_by("asked_at")[:PAGE])


def questions_of(gift: Gift) -> list[GiftQuestion]:
    """What the donor asked and was answered."""
    return list(
        GiftQuestion.objects.filter(community=gift.community_id, gift=gift).order_by("asked_at")
    )


def question_for(actor: Actor, community: Any, question_id: UUID) -> GiftQuestion:
    """One question, for who keeps the accounts; otherwise Http404."""
    found: GiftQuestion | None = None
    if may("funds.keep", actor, community):
        rows = GiftQuestion.objects.filter(community=community, pk=question_id)
        found = rows.select_related("gift", "community").first()
    if found is None:
        raise Http404
    return found


def amounts_look(community: Place, today: date) -> dict[UUID, Finding]:
    """Of each source with gifts, whether they look as if somebody had named the sum."""
    rows = Gift.objects.filter(
        community=community, source__isnull=False, voided_on__isnull=True, fen__isnull=False
    )
    amounts: dict[UUID, list[int]] = {}
    for source, fen in rows.values_list("source", "fen"):
        amounts.setdefault(source, []).append(fen or 0)
    least = number_laid_down("funds.gifts_alike_from", community, today)
    return {key: giving.amounts_differ(each, least=least) for key, each in amounts.items()}


def charities_for(actor: Actor, community: Any) -> list[Charity]:
    """The charities one works with, for who keeps or watches the accounts."""
    if not may("funds.see_desk", actor, community):
        return []
    return list(Charity.objects.filter(community=community))


def charity_for(actor: Actor, community: Any, charity_id: UUID) -> Charity:
    """One charity, for who keeps or watches the accounts; otherwise Http404."""
    found: Charity | None = None
    if may("funds.see_desk", actor, community):
        rows = Charity.objects.filter(community=community, pk=charity_id)
        found = rows.select_related("community").first()
    if found is None:
        raise Http404
    return found


def appeals_told(community: Any, on: date) -> list[Appeal]:
    """The appeals that may be answered on a day, as everybody reads them: what they need is judged
    again whenever they are shown."""
    rows = Appeal.objects.filter(
        community=community, opened_on__isnull=False, ended_on__isnull=True, since__lte=on,
        until__gte=on,
    )  # fmt: skip
    return [each for each in rows.select_related("charity") if each.stands_on(on)]


def appeals_of(community: Any) -> list[Appeal]:
    """Every appeal there was."""
    return list(Appeal.objects.filter(community=community).select_related("charity")[:100])


def appeal_for(actor: Actor, community: Any, appeal_id: UUID) -> Appeal:
    """One appeal, for who keeps or watches the accounts; otherwise Http404."""
    found: Appeal | None = None
    if may("funds.see_desk", actor, community):
        rows = Appeal.objects.filter(community=community, pk=appeal_id)
        found = rows.select_related("charity", "community").first()
    if found is None:
        raise Http404
    return found
