"""An entry of the directory: entered after a call, asked again, gone."""

from collections.abc import Mapping
from typing import Any

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.mask import mask_phone
from linli.lib.identity.phone import read_phone
from linli.lib.identity.refusals import Refusal
from linli.lib.law import Finding, require, require_all
from linli.service.catalogue.models import Provider, ProviderCheck
from linli.service.catalogue.models.choices import RESULTS
from linli.service.catalogue.rules import guides as rules
from linli.service.catalogue.rules.openings import Hours, hours_sound, keep_hours

FIELDS = (
    "title", "title_en", "kind", "body", "credit_code", "offers", "where", "by_phone_only",
    "phone", "agreed_on", "price_class", "price_fen", "price_unit", "price_basis", "step_free",
    "access",
)  # fmt: skip


@action("catalogue.enter_provider", needs="catalogue.keep_providers")
def enter_provider(
    act: Act, community: Place, *, given: Mapping[str, Any], hours: Hours
) -> Provider:
    """Enters a provider of whom somebody made sure today. Refused for a mobile whose owner has
    not agreed, for a price without its basis, and for hours that cannot be."""
    provider = Provider(community=community)
    for name in FIELDS:
        setattr(provider, name, given[name])
    provider.hours = keep_hours(hours)
    _require_fit(act, provider, hours)
    provider.verified_on, provider.verified_by_id = local_day(act.at), act.by.account
    provider.save(force_insert=True)
    act.subject = provider
    act.note(provider=provider.titles)
    return provider


@action("catalogue.check_provider", needs="catalogue.keep_providers")
def check_provider(
    act: Act,
    provider: Provider,
    *,
    result: str,
    seen: int,
    given: Mapping[str, Any] | None = None,
    hours: Hours | None = None,
) -> Provider:
    """What one call came to. Confirmed and changed make it fresh; not reached leaves it as it is,
    and off today's round; gone takes it out of the directory. Of each field that changed the old
    and the new value are kept. `seen`: the version the caller had before them."""
    held = Provider.objects.select_for_update().filter(
        community=provider.community_id, pk=provider.pk, gone_on__isnull=True
    )
    row = held.select_related("community").first()
    require(Finding(row is not None and row.version == seen, "catalogue.provider_unchanged"))
    assert row is not None
    changes = _changed(row, given or {}, hours) if result == "changed" else []
    require(Finding(result != "changed" or bool(changes), "catalogue.something_changed"))
    if result == "changed":
        _require_fit(act, row, row.opening)
    if result in ("confirmed", "changed"):
        row.verified_on, row.verified_by_id = local_day(act.at), act.by.account
    if result == "gone":
        row.gone_on = local_day(act.at)
    row.version += 1
    row.save()
    ProviderCheck.objects.create(
        community_id=row.community_id,
        provider=row,
        at=act.at,
        by_id=act.by.account,
        result=result,
        changes=changes,
    )
    act.note(provider=row.titles, result=in_both(dict(RESULTS)[result]), changes=len(changes))
    return row


def _changed(row: Provider, given: Mapping[str, Any], hours: Hours | None) -> list[dict[str, Any]]:
    """Sets what is new, and says of each field what it was and what it is."""
    changes = []
    for name in FIELDS:
        if name in given and given[name] != getattr(row, name):
            old, new = getattr(row, name), given[name]
            changes.append({"field": name, "old": _kept(name, old), "new": _kept(name, new)})
            setattr(row, name, new)
    if row.by_phone_only or any(change["field"] == "where" for change in changes):
        row.take_off_map()
    if hours is not None and keep_hours(hours) != keep_hours(row.opening):
        changes.append({"field": "hours", "old": "", "new": ""})
        row.hours = keep_hours(hours)
    return changes


def _kept(name: str, value: Any) -> Any:
    """A value as the history keeps it: a mobile number only masked."""
    if name == "phone":
        read = read_phone(str(value))
        mobile = not isinstance(read, Refusal) and read.kind == "mobile"
        return mask_phone(str(value)) if mobile else value
    if isinstance(value, list | int | bool | None):
        return value
    return str(value)


def _require_fit(act: Act, provider: Provider, hours: Hours) -> None:
    require(hours_sound(hours))
    if provider.price_class == rules.FREE:
        provider.price_fen, provider.price_unit, provider.price_basis = None, "", ""
    require_all(
        rules.price_published(
            provider.price_class,
            statutory=False,
            fen=provider.price_fen,
            basis=provider.price_basis if provider.price_unit else "",
            has_provider=True,
        )
    )
    today = local_day(act.at)
    require(rules.number_may_be_shown(provider.phone, provider.agreed_on, today))
    require(Finding(not (provider.by_phone_only and provider.where), "catalogue.no_address"))
    same = Provider.objects.filter(
        community=provider.community_id, title=provider.title, gone_on__isnull=True
    ).exclude(pk=provider.pk)
    require(Finding(not same.exists(), "catalogue.provider_new"))
