"""An own indicator: composed, tried, taken into use as a version that never changes, retired."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from linli.core.audit.door import Act, action
from linli.core.jobs.starting import begin
from linli.core.places.laid_down import floor_laid_down
from linli.core.places.models import Place
from linli.evaluation.own import rules
from linli.evaluation.own.catalogue import kept_of
from linli.evaluation.own.choices import DRAFT, KEPT, MOST_OWN
from linli.evaluation.own.composing import facts_for_rules
from linli.evaluation.own.models import OwnIndicator
from linli.evaluation.own.queries import latest_of, titles_taken
from linli.evaluation.own.verdict import beside_others
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require, require_all

FIELDS = (
    "title", "title_en", "says", "says_en", "source", "source_en", "standard", "aggregator",
    "kinds", "field", "of", "times", "base", "base_kind", "base_constant", "unit", "direction",
    "worst", "best", "every", "minimum",
)  # fmt: skip


@action("evaluation.draft_own", needs="evaluation.compose_own")
def draft_own(
    act: Act, community: Place, *, given: Mapping[str, Any], code: str = ""
) -> OwnIndicator:
    """Keeps a draft; where `code` names an indicator in use, of its next version. Refused where
    it could not be reckoned or would count what it must not."""
    if code:
        last = latest_of(community, code)
        require(_in_use(last))
    row = OwnIndicator(community=community, code=code, drafted_by_id=act.by.account)
    _take(act, row, given)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # somebody else began the next version in the same moment
        require(Finding(False, "evaluation.own_one_draft"))
    act.subject = row
    act.note(indicator=row.titles)
    return row


@action("evaluation.redraft_own", needs="evaluation.compose_own")
def redraft_own(act: Act, own: OwnIndicator, *, given: Mapping[str, Any], seen: int) -> None:
    """Changes a draft. What was tried was another, so it is to be tried anew."""
    row = _held(own, seen)
    _take(act, row, given)
    row.trial = row.tried_at = row.job = None
    row.revision += 1
    row.save()
    act.note(indicator=row.titles)


@action("evaluation.discard_own", needs="evaluation.compose_own")
def discard_own(act: Act, own: OwnIndicator, *, seen: int) -> None:
    """Deletes a draft."""
    row = _held(own, seen)
    act.note(indicator=row.titles)
    row.delete()


@action("evaluation.try_own", needs="evaluation.compose_own")
def try_own(act: Act, own: OwnIndicator, *, seen: int) -> OwnIndicator:
    """Has it tried by a job, where a year of records takes longer than somebody waits."""
    row = _held(own, seen)
    params = {"own": str(row.pk), "revision": row.revision}
    row.job = begin(act, "evaluation.try_own", community=row.community, params=params)
    row.save(update_fields=["job"])
    act.note(indicator=row.titles)
    return row


@action("evaluation.keep_own_trial", needs="evaluation.keep_own_trial")
def keep_own_trial(
    act: Act, own: OwnIndicator, *, trial: Mapping[str, Any], seen: int
) -> OwnIndicator:
    """Keeps what the draft came to with the draft."""
    row = _held(own, seen)
    row.trial, row.tried_at = dict(trial), act.at
    row.save(update_fields=["trial", "tried_at"])
    act.note(indicator=row.titles, year=str(trial["year"]), facts=trial["facts"])
    return row


@action("evaluation.adopt_own", needs="evaluation.adopt_own")
def adopt_own(act: Act, own: OwnIndicator, *, valid_from: date, seen: int) -> OwnIndicator:
    """Takes it into use from a day on: a new one as version 1, a changed one as the next version.
    Refused where it was not tried, where the trial had nothing to show, and where it would speak
    of few people."""
    row, on = _held(own, seen), local_day(act.at)
    _require_sound(row, on)
    require_all(rules.may_be_kept(row.trial, row.unit))
    require_all(beside_others(row, on))
    taken = titles_taken(row.community, but=row.code)
    require(Finding(row.title not in taken, "evaluation.own_title_new"))
    last = latest_of(row.community, row.code)
    if row.code:
        require(_in_use(last))
    require(rules.begins_on(valid_from, on, last.valid_from if last else None))
    row.code = row.code or _next_code(row.community)
    row.version = (last.version or 0) + 1 if last else 1
    row.state, row.valid_from = KEPT, valid_from
    row.kept_by_id, row.kept_at = act.by.account, act.at
    row.revision += 1
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # another was taken into use in the same moment
        require(Finding(False, "evaluation.own_unchanged"))
    act.note(indicator=row.titles, code=row.code, version=row.version)
    return row


@action("evaluation.retire_own", needs="evaluation.adopt_own")
def retire_own(act: Act, own: OwnIndicator, *, seen: int) -> OwnIndicator:
    """No longer used from today: periods that begin later are not reckoned. What was reckoned
    stays, with its definition. A draft of a next version goes with it."""
    row = _locked(own)
    last = latest_of(row.community, row.code)
    require(Finding(row.revision == seen and last == row, "evaluation.own_unchanged"))
    require(_in_use(last))
    today = local_day(act.at)
    for version in kept_of(row.community):  # a version yet to begin ends on the day it would
        if version.code == row.code and version.valid_from is not None:
            version.until = max(today, version.valid_from)
            version.save(update_fields=["until"])
    row.refresh_from_db()
    row.revision += 1
    row.save(update_fields=["revision"])
    OwnIndicator.objects.filter(community=row.community_id, state=DRAFT, code=row.code).delete()
    act.note(indicator=row.titles, code=row.code)
    return row


def _take(act: Act, row: OwnIndicator, given: Mapping[str, Any]) -> None:
    for name in FIELDS:
        setattr(row, name, given[name])
    _require_sound(row, local_day(act.at))


def _require_sound(row: OwnIndicator, on: date) -> None:
    composed = facts_for_rules(row, floor_laid_down(row.community, on))
    require_all(rules.may_be_tried(composed))


def _next_code(community: Place) -> str:
    codes = set(kept_of(community).values_list("code", flat=True))
    require(rules.room_for(len(codes), MOST_OWN))
    return next(
        code for number in range(1, MOST_OWN + 1) if (code := f"OW{number:02d}") not in codes
    )


def _in_use(last: OwnIndicator | None) -> Finding:
    return Finding(last is not None and last.until is None, "evaluation.own_in_use")


def _held(own: OwnIndicator, seen: int) -> OwnIndicator:
    row = _locked(own)
    require(Finding(row.is_draft and row.revision == seen, "evaluation.own_unchanged"))
    return row


def _locked(own: OwnIndicator) -> OwnIndicator:
    rows = OwnIndicator.objects.filter(community=own.community_id)
    row = rows.select_for_update(of=("self",)).select_related("community").filter(pk=own.pk).first()
    if row is None:
        require(Finding(False, "evaluation.own_unchanged"))
    assert row is not None
    return row
