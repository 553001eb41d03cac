"""Posting, correcting and taking down: steps of a domain's own acts, and two acts of their own.

@action("matters.publish", needs="matters.work")
def publish(act: Act, matter: Matter) -> Posting:
    return post(act, ANSWER, matter, {"title": …, "answer": …}, on=local_day(act.at))
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.core.access.queries import bodies_of
from linli.core.audit.door import Act, action, kind_of
from linli.core.clocks.queries import work_calendar
from linli.core.places.models import Place
from linli.lib.calendar import SHANGHAI, local_day
from linli.lib.law import Finding, Refused, parameter, require
from linli.mechanisms.publication import rules
from linli.mechanisms.publication.actions.closing import close_round
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.models import NamedPerson, Posting, PostingVersion
from linli.mechanisms.publication.queries.desk import agreed
from linli.mechanisms.publication.registry import template_named
from linli.mechanisms.publication.renditions import digest_text, freeze

USUAL: Any = object()
"""As long as the template says."""


def draft(
    act: Act,
    template: Template,
    owner: Any,
    fields: Mapping[str, Any],
    *,
    locale: str = "zh-hans",
    days: int | None = USUAL,
    on: date | None = None,
    persons: Sequence[UUID] = (),
) -> Posting:
    """Prepares a notice of `owner`, which nobody sees until it is released.

    `days` and `on`: what whoever releases it is to be proposed. `persons`: whom of the roster
    it names, where the template asks for their consent. Raises UnlistedField for a key the
    template does not list; refused where something is missing, too long, or a text holds a
    private number.
    """
    posting = Posting(
        community_id=owner.community_id,
        template=template.name,
        category=template.category.name,
        owner_kind=kind_of(owner),
        owner=owner.pk,
        fields=_checked(template, fields),
        locale=locale,
        prepared_by_id=act.by.account,
        planned_days=template.period_days if days is USUAL else days,
        planned_on=on,
    )
    posting.issuer = _issuer(posting.community, local_day(act.at))
    posting.save(force_insert=True)
    _name(posting, persons)
    return posting


def redraft(
    act: Act,
    posting: Posting,
    fields: Mapping[str, Any],
    *,
    days: int | None = USUAL,
    on: date | None = None,
    persons: Sequence[UUID] = (),
) -> Posting:
    """Writes a draft anew. Whoever does is the one who prepared it."""
    template = _template_of(posting)
    cleaned = _checked(template, fields)
    _claim(posting, state="draft")
    posting.fields, posting.prepared_by_id, posting.sent_back = cleaned, act.by.account, ""
    posting.planned_days = template.period_days if days is USUAL else days
    posting.planned_on = on
    posting.save()
    NamedPerson.objects.filter(community=posting.community_id, posting=posting).delete()
    _name(posting, persons)
    return posting


def _name(posting: Posting, persons: Sequence[UUID]) -> None:
    NamedPerson.objects.bulk_create(
        NamedPerson(community_id=posting.community_id, posting=posting, person_id=person)
        for person in dict.fromkeys(persons)
    )


def post(
    act: Act,
    template: Template,
    owner: Any,
    fields: Mapping[str, Any],
    on: date,
    *,
    days: int | None = USUAL,
    locale: str = "zh-hans",
    of: Sequence[str] = (),
) -> Posting:
    """Prepares and posts a notice in one. Not for templates that name persons: those are
    drafted by one and released by another."""
    if template.names_persons:
        raise ValueError(f"{template.name} names persons: draft it, and let another release it")
    return release(act, draft(act, template, owner, fields, locale=locale), on, days=days, of=of)


def release(
    act: Act, posting: Posting, on: date, *, days: int | None = USUAL, of: Sequence[str] = ()
) -> Posting:
    """Posts a draft from the day `on` (today or later) for so many days after it.

    `of`: the jurisdictions whose parameters hold, the nearest first.
    """
    template = _template_of(posting)
    days = template.period_days if days is USUAL else days
    if template.names_persons:
        require(rules.seen_by_two(posting.prepared_by_id, act.by.account))
        if days is None:
            raise ValueError(f"{template.name} names persons and must come down")
    require(agreed(posting, template))
    require(rules.long_enough(template, days))
    require(rules.not_backdated(on, local_day(act.at)))
    _claim(posting, state="draft")
    _set_period(posting, template, on, days, act.at, of)
    posting.posted_at = posting.listed_at = _from(on, act.at)
    posting.state, posting.version = "posted", 1
    _number(posting, on.year)
    _freeze(act, posting, template, changed=[], reason="")
    act.note(notice=template.name, number=posting.number)
    return posting


def correct(
    act: Act,
    posting: Posting,
    fields: Mapping[str, Any],
    reason: str,
    *,
    restart: bool = False,
    of: Sequence[str] = (),
) -> Posting:
    """Puts right what is up: every field as it should be, and why, which everybody may read.

    `restart`: the period, and that of objections, begin anew today, because what was wrong
    bears on what readers would have done. What it said before is kept and no longer shown.
    """
    template = _template_of(posting)
    cleaned = _checked(template, fields)
    require(rules.explained(template, reason))
    _claim(posting, state__in=Posting.SHOWN)
    changed = sorted(
        key for key in {*cleaned, *posting.fields} if cleaned.get(key) != posting.fields.get(key)
    )
    posting.fields, posting.state = cleaned, "corrected"
    posting.version += 1
    if restart and posting.listed_at and posting.comes_down_at:
        days = max(1, (local_day(posting.comes_down_at) - local_day(posting.listed_at)).days - 1)
        _set_period(posting, template, local_day(act.at), days, act.at, of)
        posting.listed_at = act.at
    _freeze(act, posting, template, changed=changed, reason=" ".join(reason.split()))
    act.note(notice=template.name, number=posting.number, version=posting.version)
    return posting


def take_down(act: Act, posting: Posting, ground: str) -> Posting:
    """Takes a notice down before its time, on one of the `GROUNDS`.

    Before the least period the law asks, only because it should never have been up.
    """
    template = template_named(posting.template)
    if ground not in rules.GROUNDS:
        raise ValueError(f"{ground!r} is no ground for taking a notice down")
    if template is not None and posting.listed_at is not None and posting.listed_at <= act.at:
        up_since, today = local_day(posting.listed_at), local_day(act.at)
        require(rules.stood_long_enough(template, up_since, today, ground))
    _claim(posting, state__in=Posting.SHOWN)
    _end(posting, "taken_down", act.at, ground)
    act.note(number=posting.number, ground=ground)
    return posting


def give_back(act: Act, posting: Posting, reason: str) -> Posting:
    """Gives a draft back to whoever prepared it, and says what is to be put right."""
    require(rules.reasoned(reason))
    _claim(posting, state="draft")
    posting.sent_back = " ".join(reason.split())[:200]
    posting.save(update_fields=["sent_back"])
    act.note(notice=posting.template)
    if posting.prepared_by_id:
        act.tell("publication.sent_back", account=posting.prepared_by_id)
    return posting


def discard(act: Act, posting: Posting) -> None:
    """Throws a draft away."""
    _claim(posting, state="draft")
    posting.delete()


@action("publication.withdraw", needs="publication.withdraw")
def withdraw(act: Act, posting: Posting, *, ground: str) -> Posting:
    """Takes a notice down from its own page, whichever domain posted it."""
    return take_down(act, posting, ground)


@action("publication.expire", needs="publication.expire")
def expire(act: Act, posting: Posting) -> Posting:
    """Notes that a notice has come down because its time is over."""
    _claim(posting, state__in=Posting.SHOWN, comes_down_at__lte=act.at)
    _end(posting, "expired", act.at, "")
    act.note(number=posting.number)
    return posting


def _checked(template: Template, fields: Mapping[str, Any]) -> dict[str, Any]:
    cleaned = rules.clean_fields(template, fields)
    for rule in (
        rules.complete,
        rules.short_enough,
        rules.without_private_numbers,
        rules.without_health,
    ):
        require(rule(template, cleaned))
    return cleaned


def _template_of(posting: Posting) -> Template:
    template = template_named(posting.template)
    if template is None:
        raise ValueError(f"no domain has the template {posting.template} any more")
    return template


def _claim(posting: Posting, **terms: Any) -> None:
    """The notice as it is now, locked, where it still meets `terms`; else somebody was first."""
    held = (
        Posting.objects.select_for_update()
        .filter(community_id=posting.community_id, pk=posting.pk, version=posting.version)
        .filter(**terms)
    )
    if held.first() is None:
        raise Refused(Finding(False, "publication.unchanged"))


def _set_period(
    posting: Posting,
    template: Template,
    on: date,
    days: int | None,
    at: datetime,
    of: Sequence[str],
) -> None:
    posting.objections_until = rules.objections_end(
        template,
        on,
        work_calendar(posting.community_id),
        weekend_rolls=bool(parameter("calendar.weekend_rolls", local_day(at), of).value),
    )
    posting.comes_down_at = rules.comes_down(on, days, posting.objections_until)


def _from(on: date, at: datetime) -> datetime:
    """Posted today it appears now, posted for a later day when that day begins."""
    return at if on == local_day(at) else datetime.combine(on, time.min, SHANGHAI)


def _number(posting: Posting, year: int) -> None:
    """Gives the next number of the community and year. Two at once: the database lets one of
    them have it, and the other takes the next."""
    posting.year = year
    for _attempt in range(20):
        latest = Posting.objects.filter(community_id=posting.community_id, year=year).aggregate(
            latest=Max("serial")
        )["latest"]
        posting.serial = (latest or 0) + 1
        try:
            with transaction.atomic():
                Posting.objects.filter(community_id=posting.community_id, pk=posting.pk).update(
                    year=year, serial=posting.serial
                )
        except IntegrityError:
            continue
        return
    raise RuntimeError("no number could be had for a notice")


def _freeze(
    act: Act, posting: Posting, template: Template, *, changed: list[str], reason: str
) -> None:
    posting.snapshot = freeze(posting, template, posting.community)
    posting.sha256 = rules.digest(posting.snapshot)
    posting.save()
    PostingVersion.objects.create(
        community_id=posting.community_id,
        posting=posting,
        version=posting.version,
        at=act.at,
        account_id=act.by.account,
        fields=posting.fields,
        changed=changed,
        reason=reason,
        sha256=posting.sha256,
        text_sha256=digest_text(posting, template),
    )


def _end(posting: Posting, state: str, at: datetime, ground: str) -> None:
    posting.state, posting.listed_at = state, None
    close_round(posting, at)
    posting.ended_at, posting.ended_for = at, ground
    posting.save(update_fields=["state", "listed_at", "ended_at", "ended_for", "told"])
    NamedPerson.objects.filter(community=posting.community_id, posting=posting).delete()


def _issuer(community: Place, on: date) -> str:
    """The committee's desk by its name; the community's own where it has none yet."""
    committee = bodies_of(community, on).filter(kind="residents_committee").first()
    return committee.name if committee else community.name
