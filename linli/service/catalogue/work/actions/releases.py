"""What the owner of a card lets one employer hear: ticked, passed on by telephone, taken back.

Whoever passes it on first says so here and only then sees the words; so a card that is destroyed,
or a release that is taken back, a moment earlier is not told.
"""

from collections.abc import Sequence

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.service.catalogue.work import rules
from linli.service.catalogue.work.actions.cards import held_card, require_wish
from linli.service.catalogue.work.choices import OPEN
from linli.service.catalogue.work.models import JobCard, JobOpening, Release


@action("catalogue.release_card_fields", needs="catalogue.own_job_card")
def release_fields(
    act: Act, card: JobCard, *, opening: JobOpening, fields: Sequence[str], consent: str = "online"
) -> Release:
    """For one opening that is up, which fields its employer may hear. Said again before it was
    passed on, it is changed; after that it must first be taken back, and what was asked back stays
    beside the new one."""
    row = held_card(card)
    require_wish(act, row, consent)
    require(rules.may_release(fields, row.filled))
    _require_up(act, opening)
    ours = {"community_id": row.community_id}
    earlier = Release.objects.filter(card=row, opening=opening, recalled_on__isnull=True, **ours)
    before = earlier.first()
    require(Finding(before is None or before.told_on is None, "catalogue.release_new"))
    if before is not None:
        Release.objects.filter(pk=before.pk, **ours).delete()
    act.about = row.person_id
    return Release.objects.create(
        card=row,
        opening=opening,
        fields=list(fields),
        consent=consent,
        released_on=local_day(act.at),
        **ours,
    )


@action("catalogue.withdraw_release", needs="catalogue.own_job_card")
def withdraw_release(act: Act, release: Release) -> Place:
    """Its owner takes it back. Before it was passed on it is deleted; after that it stays until
    the employer was rung and asked to forget it."""
    row = _held(release)
    require(Finding(row.withdrawn_on is None, "catalogue.release_stands"))
    if row.told_on is None:
        Release.objects.filter(community=row.community_id, pk=row.pk).delete()
    else:
        row.withdrawn_on = local_day(act.at)
        row.save(update_fields=["withdrawn_on"])
    act.about = row.card.person_id
    return release.community


@action("catalogue.tell_employer", needs="catalogue.keep_job_cards")
def tell_employer(act: Act, release: Release) -> Release:
    """A worker is about to ring the employer, and from now on sees what to say. Refused where it
    was taken back, was told already, or the opening is no longer up."""
    row = _held(release)
    require(Finding(row.told_on is None, "catalogue.release_stands"))
    _require_up(act, row.opening)
    filled = row.card.filled
    require(rules.may_release([key for key in row.fields if key in filled], filled))
    row.told_on, row.told_by_id = local_day(act.at), act.by.account
    row.save(update_fields=["told_on", "told_by"])
    act.about = row.card.person_id
    return row


@action("catalogue.employer_not_reached", needs="catalogue.keep_job_cards")
def note_not_reached(act: Act, release: Release) -> Release:
    """Nobody answered, so nothing was told: it waits again."""
    row = _held(release)
    mine = row.told_on is not None and row.told_by_id == act.by.account
    require(Finding(mine and row.withdrawn_on is None, "catalogue.release_stands"))
    row.told_on = row.told_by = None
    row.save(update_fields=["told_on", "told_by"])
    act.about = row.card.person_id
    return row


@action("catalogue.recall_release", needs="catalogue.keep_job_cards")
def recall_release(act: Act, release: Release) -> Release:
    """The employer was rung and asked to forget what it had heard."""
    row = _held(release)
    waits = row.withdrawn_on is not None and row.recalled_on is None
    require(Finding(waits, "catalogue.release_stands"))
    row.recalled_on = local_day(act.at)
    row.save(update_fields=["recalled_on"])
    act.about = row.card.person_id
    return row


def _held(release: Release) -> Release:
    """The release, its card held first: whoever destroys the card holds it too."""
    card = held_card(release.card)
    rows = Release.objects.filter(community=release.community_id, pk=release.pk)
    row: Release | None = rows.select_related("opening__employer").first()
    require(Finding(row is not None, "catalogue.release_stands"))
    assert row is not None
    row.card = card
    return row


def _require_up(act: Act, opening: JobOpening) -> None:
    rows = JobOpening.objects.filter(
        community=opening.community_id,
        pk=opening.pk,
        state=OPEN,
        expires_on__gt=local_day(act.at),
        employer__gone_on__isnull=True,
    )
    require(Finding(rows.exists(), "catalogue.opening_up"))
