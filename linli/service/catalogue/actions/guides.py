"""A guide is drafted, published, still found right, retired; and rated by who was visited."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import F, Max

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require, require_all
from linli.service.catalogue.content import national_guides
from linli.service.catalogue.models import Guide, GuideRating, GuideVersion, HomeService
from linli.service.catalogue.rules import guides as rules
from linli.service.catalogue.rules.openings import Hours, hours_sound, keep_hours

OWN = (
    "title", "title_en", "field", "life", "summary", "who", "how", "papers", "limit", "basis",
    "served_by",
)  # fmt: skip
"""What only a guide of one's own has in columns; the national text stands in `told`."""

LOCAL = (
    "provider", "means", "where", "phone", "by_appointment", "step_free", "access", "at_home",
    "price_class", "price_fen", "price_unit", "price_basis", "committee_gets", "complaint",
    "without_phone", "note",
)  # fmt: skip
"""What every community says itself."""


@action("catalogue.draft_guide", needs="catalogue.draft_guides")
def draft_guide(
    act: Act, community: Place, *, key: str, given: Mapping[str, Any], hours: Hours
) -> GuideVersion:
    """Adopts the national guide of that key, or begins one of the community's own (no key).
    Refused where it is adopted already: that one is written anew instead."""
    known = Guide.objects.filter(community=community, key=key).exists() if key else False
    require(Finding(not known, "catalogue.guide_new"))
    guide = Guide(community=community, key=key, national=bool(key))
    # The address of one's own: nobody reads in it when it was made.
    guide.key = key or f"own-{guide.pk.hex[-10:]}"
    guide.save(force_insert=True)
    return _write(act, guide, given, hours)


@action("catalogue.redraft_guide", needs="catalogue.draft_guides")
def redraft_guide(
    act: Act, guide: Guide, *, given: Mapping[str, Any], hours: Hours
) -> GuideVersion:
    """Writes the next version, or the one being drafted anew. What is live stays live."""
    return _write(act, guide, given, hours)


@action("catalogue.publish_guide", needs="catalogue.publish_guides")
def publish_guide(act: Act, version: GuideVersion, *, seen: str) -> GuideVersion:
    """Makes the draft what holds from today; what held until yesterday is kept.

    `seen`: the stamp of what the publisher had before their eyes, so that nothing else is
    published. Refused where a price is named and nobody else drafted it, where money is taken
    without price, basis or provider, and where a guide of one's own leaves out what is needed.
    """
    held = GuideVersion.objects.select_for_update().filter(
        community=version.community_id, pk=version.pk, state="draft"
    )
    draft = held.select_related("guide", "community").first()
    same = draft is not None and draft.stamp == seen
    require(Finding(same, "catalogue.guide_unchanged"))
    assert draft is not None
    _require_fit(act, draft)
    today = local_day(act.at)
    rows = GuideVersion.objects.filter(community=draft.community_id, guide=draft.guide_id)
    for live in rows.filter(state="live"):
        assert live.in_force_from is not None
        _stay_on_map(live, draft)
        _end(live, max(live.in_force_from, today - timedelta(days=1)))
    draft.state, draft.published_by_id = "live", act.by.account
    draft.in_force_from = draft.checked_on = today
    draft.save()
    if draft.guide.retired_on:
        draft.guide.retired_on, draft.guide.go_to, draft.guide.go_to_words = None, None, ""
        draft.guide.save(update_fields=["retired_on", "go_to", "go_to_words"])
    act.note(guide=draft.titles, version=draft.number)
    return draft


@action("catalogue.discard_guide_draft", needs="catalogue.draft_guides")
def discard_guide_draft(act: Act, version: GuideVersion) -> Guide:
    """Throws a draft away; a guide that never was anything else goes with it."""
    require(Finding(version.state == "draft", "catalogue.guide_unchanged"))
    guide: Guide = version.guide
    act.note(guide=version.titles)
    version.delete()
    rows = GuideVersion.objects.filter(community=guide.community_id, guide=guide)
    if not rows.exists():
        Guide.objects.filter(community=guide.community_id, pk=guide.pk).delete()
    return guide


@action("catalogue.confirm_guide", needs="catalogue.draft_guides")
def confirm_guide(act: Act, version: GuideVersion) -> GuideVersion:
    """Somebody made sure today that all of it is still so."""
    require(Finding(version.state == "live", "catalogue.guide_live"))
    version.checked_on = local_day(act.at)
    version.save(update_fields=["checked_on"])
    act.note(guide=version.titles)
    return version


@action("catalogue.retire_guide", needs="catalogue.retire_guides")
def retire_guide(act: Act, guide: Guide, *, go_to: Guide | None, words: str) -> Guide:
    """It is no longer offered. Its address stays, and says where to go instead."""
    rows = GuideVersion.objects.filter(community=guide.community_id, guide=guide)
    live = rows.filter(state="live").first()
    require(Finding(live is not None, "catalogue.guide_live"))
    assert live is not None
    leads_on = bool(words.strip()) or (go_to is not None and go_to.pk != guide.pk)
    require(Finding(leads_on, "catalogue.guide_leads_on"))
    today = local_day(act.at)
    _end(live, today)
    guide.retired_on, guide.go_to, guide.go_to_words = today, go_to, words.strip()
    guide.save(update_fields=["retired_on", "go_to", "go_to_words"])
    act.note(guide=live.titles)
    return guide


@action("catalogue.rate_guide", needs="catalogue.rate_guide")
def rate_guide(act: Act, request: HomeService, *, mark: int) -> Guide:
    """One mark from 1 to 5 for what was done, once a visit. Only the count and the sum are kept;
    the book says neither who nor at what hour."""
    act.leave_out_who()
    require(Finding(1 <= mark <= 5, "catalogue.mark_known"))
    mine = HomeService.objects.filter(
        community=request.community_id, pk=request.pk, state="done", rated=False
    )
    require(Finding(mine.update(rated=True) == 1, "catalogue.rated_once"))
    guide: Guide = request.guide
    GuideRating.objects.get_or_create(community_id=guide.community_id, guide=guide)
    GuideRating.objects.filter(community=guide.community_id, guide=guide).update(
        count=F("count") + 1, total=F("total") + mark
    )
    return guide


def _write(act: Act, guide: Guide, given: Mapping[str, Any], hours: Hours) -> GuideVersion:
    require(hours_sound(hours))
    rows = GuideVersion.objects.filter(community=guide.community_id, guide=guide)
    draft = rows.filter(state="draft").first()
    if draft is None:
        latest = rows.aggregate(latest=Max("number"))["latest"] or 0
        draft = GuideVersion(community_id=guide.community_id, guide=guide, number=latest + 1)
    for name in LOCAL if guide.national else (*OWN, *LOCAL):
        setattr(draft, name, given[name])
    draft.elder_have = list(given.get("elder_have", ()))
    draft.hours = keep_hours(hours)
    draft.service_day = bool(given.get("service_day"))
    if guide.national:
        text = national_guides()[guide.key]
        draft.told, draft.title, draft.title_en = text.told, text.title, text.title_en
        draft.field, draft.life, draft.statutory = text.field, list(text.life), text.statutory
        draft.elder_have = list(text.elder_have)
    require(rules.number_may_be_shown(draft.phone, None, local_day(act.at)))
    if draft.price_class == rules.FREE:
        draft.price_fen, draft.price_unit = None, ""
    priced = _prices(draft)
    require(priced.steps[0])  # a statutory service is not even drafted with a price
    draft.drafted_by_id, draft.drafted_at = act.by.account, act.at
    draft.save()
    act.subject = draft
    act.note(guide=draft.titles, version=draft.number)
    if draft.price_class != rules.FREE:
        act.tell("catalogue.guide_to_publish", post="director", guide=draft.titles)
    return draft


def _stay_on_map(live: GuideVersion, draft: GuideVersion) -> None:
    """Its place on the map holds as long as the words that say where it is."""
    draft.basic = live.basic
    if live.where == draft.where:
        draft.spot_id, draft.lon, draft.lat = live.spot_id, live.lon, live.lat


def _prices(version: GuideVersion) -> Any:
    return rules.price_published(
        version.price_class,
        statutory=version.statutory,
        fen=version.price_fen,
        basis=version.price_basis,
        has_provider=version.provider_id is not None,
    )


def _require_fit(act: Act, draft: GuideVersion) -> None:
    require_all(_prices(draft))
    require(rules.two_for_a_price(draft.price_class, draft.drafted_by_id, act.by.account))
    if not draft.guide.national:
        said = {name: str(getattr(draft, name)) for name in rules.NEEDED}
        reachable = bool(draft.where or draft.phone) and bool(draft.means)
        require(rules.guide_whole(said, reachable=reachable))


def _end(live: GuideVersion, last_day: Any) -> None:
    live.state, live.in_force_to = "past", last_day
    live.save(update_fields=["state", "in_force_to"])
