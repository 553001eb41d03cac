"""Whom it did good, and who had a say: with tokens, by which people are counted once each."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from linli.core.access.tokens import AccountTokens
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.facts import AT_ONCE, Fact, stretches
from linli.service.matters.facts.reading import kind, moment
from linli.service.matters.models import Matter, Rating

KINDS = (
    kind("benefit", _("答复了、没有被评为不满意的诉求（并案的各算一件，人数只算登记在住的）")),
    kind("took_part", _("居民提出的建议和想要的服务、活动（人数只算登记在住的）"), "S1.3"),
)
# By suggestions, and by services and activities somebody would like, one has a say in the
# community rather than asks for a thing to be put right: of those groups, the kinds of the field
# `development`.


def rows(community: Place, since: date, until: date) -> Iterator[Fact]:
    """The facts of the days from `since` to `until`, both included. The household is where people
    live, not where the fault was; whoever asked without an account is counted as a benefit, and
    as no person. An answer its asker found poor did nobody good; one that was given to several
    who had asked for the same did good to each of them."""
    tokens = AccountTokens(community)
    start, end = moment(since), moment(until + timedelta(days=1))
    ours = Matter.objects.filter(community=community)
    poor = Rating.objects.filter(
        community=community, matter=OuterRef("pk"), round=OuterRef("reopened"), score="poor"
    )
    solved = ours.filter(
        ~Exists(poor), state__in=("answered", "closed"), answered_at__gte=start, answered_at__lt=end
    )
    yield from _told(community, tokens, "benefit", solved, "answered_at")
    joined = ours.filter(state="merged", merged_into__in=solved)
    others = joined.exclude(sender=F("merged_into__sender"))
    yield from _told(community, tokens, "benefit", others, "answered_at", of="merged_into__")
    said = ours.filter(
        raised_at__gte=start,
        raised_at__lt=end,
        kind__group__in=("question", "service"),
        kind__field="development",
    ).exclude(state__in=("withdrawn", "split"))
    yield from _told(community, tokens, "took_part", said, "raised_at")


def _told(
    community: Place, tokens: AccountTokens, name: str, matters: Any, moment_of: str, of: str = ""
) -> Iterator[Fact]:
    """Each of these matters, counted for whoever sent it, on the day of that moment of its own or
    of the one it went on as (`of`), whose kind counts then."""
    columns = ("id", of + moment_of, "sender_id", f"{of}kind__field", f"{of}kind__standard")
    rows_ = matters.order_by(of + moment_of, "id").values_list(*columns)
    for batch in stretches(rows_.iterator(AT_ONCE)):
        tokens.meet_accounts(sender for _key, _at, sender, _field, _standard in batch)
        for key, at, sender, field, standard in batch:
            on = local_day(at)
            who = tokens.of(on, account=sender)
            yield Fact(
                community.code,
                on,
                f"matters.{name}",
                person=who.person,
                household=who.household,
                field=field,
                standard=standard if name == "benefit" else None,
                record=key,
            )
