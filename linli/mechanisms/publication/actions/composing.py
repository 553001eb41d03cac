"""Notices a worker writes by hand, on the templates meant for it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.publication.actions.posting import (
    correct,
    discard,
    draft,
    give_back,
    redraft,
    release,
)
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.registry import template_named
from linli.mechanisms.publication.rules import digest


@action("publication.write_notice", needs="publication.write")
def write_notice(
    act: Act,
    community: Place,
    *,
    template: Template,
    fields: Mapping[str, Any],
    days: int | None,
    on: date | None = None,
    persons: Sequence[UUID] = (),
) -> Posting:
    """Prepares a notice on a template meant for writing by hand. Nobody else sees it yet."""
    if not template.by_hand:
        raise ValueError(f"{template.name} is not written by hand")
    act.note(notice=template.name)
    posting = draft(act, template, community, fields, days=days, on=on, persons=persons)
    if template.names_persons:
        act.tell("publication.to_release", post="director", sort=str(template.title))
    return posting


@action("publication.rewrite_notice", needs="publication.write")
def rewrite_notice(
    act: Act,
    posting: Posting,
    *,
    fields: Mapping[str, Any],
    days: int | None,
    on: date | None = None,
    persons: Sequence[UUID] = (),
) -> Posting:
    """Writes a draft anew; whoever does it counts as the one who prepared it."""
    _written_here(posting)
    act.note(notice=posting.template)
    return redraft(act, posting, fields, days=days, on=on, persons=persons)


@action("publication.release_notice", needs="publication.release")
def release_notice(act: Act, posting: Posting, *, seen: str) -> Posting:
    """Posts a notice written by hand, for the days and from the day it was planned for.

    `seen`: what whoever releases it had before their eyes (`state_of`), so that nothing else is
    posted than that.
    """
    _written_here(posting)
    held = Posting.objects.select_for_update().filter(
        community=posting.community_id, pk=posting.pk, state="draft"
    )
    now = held.first()
    require(Finding(now is not None and state_of(now) == seen, "publication.unchanged"))
    assert now is not None
    posting = now
    today = local_day(act.at)
    from_day = max(posting.planned_on or today, today)
    laws = jurisdictions_of(posting.community)
    return release(act, posting, from_day, days=posting.planned_days, of=laws)


@action("publication.send_back_notice", needs="publication.release")
def send_back_notice(act: Act, posting: Posting, *, reason: str) -> Posting:
    """Gives a draft back to whoever prepared it, and says what is to be put right."""
    return give_back(act, posting, reason)


@action("publication.discard_notice", needs="publication.write")
def discard_notice(act: Act, posting: Posting) -> Place:
    """Throws a draft away."""
    act.note(notice=posting.template)
    community = posting.community
    discard(act, posting)
    return community


@action("publication.correct_notice", needs="publication.write")
def correct_notice(
    act: Act, posting: Posting, *, fields: Mapping[str, Any], reason: str, restart: bool = False
) -> Posting:
    """Puts right a notice that was written by hand and is up. One that names persons is taken
    down and posted anew by two, because a name must not come in by a correction."""
    template = _written_here(posting)
    require(Finding(not template.names_persons, "publication.corrected_by_two"))
    laws = jurisdictions_of(posting.community)
    return correct(act, posting, fields, reason, restart=restart, of=laws)


def state_of(posting: Posting) -> str:
    """What a draft says and is planned for, as one digest."""
    planned = {"days": posting.planned_days, "on": str(posting.planned_on or "")}
    return digest({"fields": posting.fields, "by": str(posting.prepared_by_id), **planned})


def _written_here(posting: Posting) -> Template:
    template = template_named(posting.template)
    if template is None or not template.by_hand:
        raise ValueError(f"{posting.template} is not written by hand")
    return template
