"""Preparing, checking and posting an item of the catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import translation

from linli.core.access.posts import POSTS
from linli.core.audit.door import Act, action
from linli.core.clocks.actions.running import start as start_clock
from linli.core.pages.bilingual import SOURCE
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.oversight import rules
from linli.governance.oversight.flows.disclosure import DISCLOSED
from linli.governance.oversight.lines import Line
from linli.governance.oversight.models import Disclosure
from linli.governance.oversight.periods import tell_period
from linli.governance.oversight.queries.disclosure import (
    before,
    composed_rows,
    line_on,
    template_of,
)
from linli.lib.calendar import local_day
from linli.lib.law import Finding, NotInForce, Refused, parameter, require
from linli.mechanisms.flow.actions import begin, take
from linli.mechanisms.publication import actions as publication, rules as publication_rules
from linli.mechanisms.publication.disclosed import LEAST_DAYS


@dataclass(frozen=True)
class Content:
    """What the preparer gives. `rows` and `opening` only where no room speaks for the line;
    `left_out`: the keys of rows of the records that are not listed, each with why."""

    rows: Sequence[Mapping[str, Any]] = ()
    opening: int | None = None
    left_out: Mapping[str, str] = field(default_factory=dict)
    nothing: bool = False
    note: str = ""


@action("oversight.open_round", needs="oversight.open_round")
def open_round(
    act: Act, community: Place, *, line: Line, since: date, until: date, due_on: date
) -> Disclosure:
    """Puts an item on the list because its period is over, and starts its clock."""
    made = _new(community, line, since, until)
    made.due_on = due_on
    _once(lambda: begin(act, DISCLOSED, made, "open"), line)
    face, days = made.face(), (due_on - local_day(act.at)).days
    start_clock(
        act,
        made,
        "disclosure",
        length=max(1, days),
        unit="days",
        weekend_rolls=False,
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
    )
    act.note(item=made.titles)
    return made


@action("oversight.start_item", needs="oversight.prepare")
def start_item(
    act: Act, community: Place, *, line: Line, since: date, until: date, content: Content
) -> Disclosure:
    """Prepares an item nobody was reminded of: at once when something happened, or beforehand."""
    made = _new(community, line, since, until)
    _fill(act, made, line, content)
    _once(lambda: begin(act, DISCLOSED, made, "start"), line)
    act.note(item=made.titles)
    act.tell("oversight.to_check", post=line.checker, item=made.titles)
    return made


@action("oversight.prepare_item", needs="oversight.prepare")
def prepare_item(
    act: Act, disclosure: Disclosure, *, content: Content, seen: int | None = None
) -> Disclosure:
    """Fills an item from the records, or by hand, and hands it to whoever checks it. What was
    checked before is to be checked anew."""
    line = line_on(disclosure.community, disclosure.line, local_day(act.at))
    _fill(act, disclosure, line, content)
    disclosure.checked_by_id, disclosure.checked_as, disclosure.checked_on = None, "", None
    take(act, DISCLOSED, disclosure, "prepare", seen=seen)
    disclosure.save()
    act.note(item=disclosure.titles)
    act.tell("oversight.to_check", post=line.checker, item=disclosure.titles)
    return disclosure


@action("oversight.check_item", needs="oversight.check")
def check_item(act: Act, disclosure: Disclosure, *, seen: int | None = None) -> Disclosure:
    """Somebody other than the preparer has held the item against the records or vouchers."""
    require(rules.checked_by_another(disclosure.prepared_by_id, act.by.account))
    require(_as_in_the_records(disclosure))
    disclosure.checked_by_id, disclosure.checked_as = act.by.account, _post_of(act, disclosure)
    disclosure.checked_on = local_day(act.at)
    disclosure.save(update_fields=["checked_by", "checked_as", "checked_on"])
    take(act, DISCLOSED, disclosure, "check", seen=seen)
    act.note(item=disclosure.titles)
    act.tell("oversight.to_post", post="director", item=disclosure.titles)
    return disclosure


@action("oversight.return_item", needs="oversight.check")
def return_item(
    act: Act, disclosure: Disclosure, *, reason: str, seen: int | None = None
) -> Disclosure:
    """Sends an item back to whoever prepared it, with why."""
    take(act, DISCLOSED, disclosure, "send_back", reason=reason, seen=seen)
    act.note(item=disclosure.titles)
    act.tell("oversight.returned", post="worker", item=disclosure.titles)
    return disclosure


@action("oversight.publish_item", needs="oversight.publish")
def publish_item(
    act: Act, disclosure: Disclosure, *, days: int, seen: int | None = None
) -> Disclosure:
    """Posts a checked item for so many days, 15 at the least (art. 34), and settles its clock.
    Refused where the records have changed since it was prepared."""
    on, community = local_day(act.at), disclosure.community
    require(rules.shown_long_enough(days, _least_days(community, on)))
    require(_as_in_the_records(disclosure))
    line = line_on(community, disclosure.line, on)
    disclosure.posting = publication.post(
        act,
        template_of(line),
        disclosure,
        fields_of(disclosure),
        on,
        days=days,
        of=jurisdictions_of(community),
    )
    disclosure.posted_on, disclosure.days = on, days
    disclosure.save(update_fields=["posting", "posted_on", "days"])
    take(act, DISCLOSED, disclosure, "publish", seen=seen)
    late = rules.on_time(disclosure.due_on, on, on)
    act.note(item=disclosure.titles, days_late=late.numbers["days"])
    return disclosure


@action("oversight.drop_item", needs="oversight.publish")
def drop_item(
    act: Act, disclosure: Disclosure, *, reason: str, seen: int | None = None
) -> Disclosure:
    """Does not disclose an item of the community's own after all. What the law asks for cannot
    be dropped."""
    statutory = disclosure.category != "local"
    found = rules.may_drop(statutory, disclosure.due_on)
    take(act, DISCLOSED, disclosure, "drop", reason=reason, seen=seen, conditions=[found])
    act.note(item=disclosure.titles)
    return disclosure


@action("oversight.correct_item", needs="oversight.publish")
def correct_item(act: Act, disclosure: Disclosure, *, content: Content, reason: str) -> Disclosure:
    """Puts right what is up: from the records as they are now, or by hand; everybody reads why,
    and it is done by somebody other than whoever prepared it."""
    require(rules.checked_by_another(disclosure.prepared_by_id, act.by.account))
    if disclosure.posting is None or not disclosure.posting.is_up(act.at):
        raise Refused(Finding(False, "oversight.still_up"))
    keep = disclosure.prepared_by_id, disclosure.prepared_as
    line = line_on(disclosure.community, disclosure.line, local_day(act.at))
    _fill(act, disclosure, line, content)
    disclosure.prepared_by_id, disclosure.prepared_as = keep
    disclosure.save()
    laws = jurisdictions_of(disclosure.community)
    publication.correct(act, disclosure.posting, fields_of(disclosure), reason, of=laws)
    act.note(item=disclosure.titles)
    return disclosure


def fields_of(disclosure: Disclosure) -> dict[str, Any]:
    """The item as its template lists it, in the language of the board."""
    with translation.override(SOURCE):
        period = tell_period(disclosure.since, disclosure.until)
        fields: dict[str, Any] = {
            "title": f"{disclosure.title}（{period}）",
            "kind": disclosure.get_category_display(),
            "since": disclosure.since,
            "until": disclosure.until,
            "rows": disclosure.rows,
            "note": disclosure.note,
            "left_out": disclosure_left_out(disclosure),
            "prepared_by": _title_of(disclosure.prepared_as),
            "checked_by": _title_of(disclosure.checked_as) or _title_of("supervisor"),
            "checked_on": disclosure.checked_on or disclosure.until,
            **disclosure.sums,
        }
    if disclosure.nothing:
        fields["nothing"] = "本期没有。"
    return fields


def disclosure_left_out(disclosure: Disclosure) -> list[dict[str, Any]]:
    """What was left out, by reason: how many rows, never which."""
    counted: dict[str, int] = {}
    for each in disclosure.left_out:
        counted[each["reason"]] = counted.get(each["reason"], 0) + 1
    return [{"count": count, "reason": reason} for reason, count in counted.items()]


def _new(community: Place, line: Line, since: date, until: date) -> Disclosure:
    return Disclosure(
        community=community,
        line=line.key,
        category=line.category,
        title=line.title,
        title_en=line.title_en,
        since=since,
        until=until,
    )


def _once(write: Any, line: Line) -> None:
    """One disclosure of a line for a period: of two who begin it, the other is told."""
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        raise Refused(
            Finding(False, "oversight.disclosed_once", numbers={"item": line.title})
        ) from None


def _fill(act: Act, disclosure: Disclosure, line: Line, content: Content) -> None:
    """Sets what is to be disclosed and sees that it may be; saves nothing."""
    composed = composed_rows(disclosure.community, line.key, disclosure.since, disclosure.until)
    if composed is None:
        _fill_by_hand(disclosure, line, content)
    else:
        keys = [row.key for row in composed]
        require(rules.left_out_openly(keys, content.left_out))
        disclosure.rows = [_plain(row.cells) for row in composed if row.key not in content.left_out]
        disclosure.left_out = [
            {"key": key, "reason": " ".join(content.left_out[key].split())}
            for key in keys
            if key in content.left_out
        ]
        disclosure.nothing = not composed
        disclosure.digest = rules.digest_of([(row.key, row.cells) for row in composed])
    told = len(disclosure.rows) + len(disclosure.left_out)
    require(rules.something_said(told, disclosure.nothing))
    disclosure.note = content.note.strip()
    disclosure.prepared_by_id = act.by.account
    disclosure.prepared_as = _post_of(act, disclosure)
    _require_publishable(disclosure, line)


def _fill_by_hand(disclosure: Disclosure, line: Line, content: Content) -> None:
    rows = [_plain(row) for row in content.rows]
    disclosure.left_out, disclosure.digest, disclosure.sums = [], "", {}
    disclosure.nothing = content.nothing
    if line.kind == "accounts":
        opening = content.opening or 0
        earlier = before(disclosure.community, line.key, disclosure.since)
        left_before = earlier.sums.get("left") if earlier is not None else None
        require(rules.one_side_each(rows))
        require(rules.carried_over(opening, left_before))
        disclosure.sums = rules.sums_of_accounts(rows, opening)
        require(rules.not_overspent(disclosure.sums["left"]))
    elif line.kind == "donations":
        require(rules.used_within(rows))
        rows = rules.with_what_is_left(rows)
        disclosure.sums = rules.sums_of_donations(rows)
    disclosure.rows = rows


def _plain(cells: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else value
        for key, value in cells.items()
        if value not in (None, "")
    }


def _require_publishable(disclosure: Disclosure, line: Line) -> None:
    """Tells at the desk what would be refused at the board: too long, or telling of a person."""
    template = template_of(line)
    fields = publication_rules.clean_fields(template, fields_of(disclosure))
    for rule in (
        publication_rules.complete,
        publication_rules.short_enough,
        publication_rules.without_private_numbers,
    ):
        require(rule(template, fields))


def _as_in_the_records(disclosure: Disclosure) -> Finding:
    """Whether the records still say what was prepared; by hand there is nothing to compare."""
    if not disclosure.digest:
        return Finding(True, "oversight.still_so")
    rows = composed_rows(disclosure.community, disclosure.line, disclosure.since, disclosure.until)
    now = rules.digest_of([(row.key, row.cells) for row in rows or ()])
    return rules.still_so(disclosure.digest, now)


def _least_days(community: Place, on: date) -> int:
    """How long it must be up at the least, here on that day."""
    try:
        laws = jurisdictions_of(community)
        return int(parameter("disclosure.shown_at_least", on, laws).value)
    except NotInForce:  # before the law of 2026; the same number was practice
        return LEAST_DAYS


def _post_of(act: Act, row: Any) -> str:
    held = act.by.posts_over(row)
    return held[0].post if held else ""


def _title_of(post: str) -> str:
    return str(POSTS[post].title) if post in POSTS else ""
