"""Meetings are planned and held, pledges made and kept, the items of the list published."""

from datetime import date
from typing import Any

from django.utils import translation

from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.publication.actions import post
from linli.partners.party.actions.holding import held, saved, told_to_all
from linli.partners.party.items import items
from linli.partners.party.models import Affair, Branch, Meeting, Pledge
from linli.partners.party.postings import AFFAIR
from linli.partners.party.rules.periods import due_on, not_ahead, sorts_asked, time_of
from linli.partners.party.words import SORTS


@action("party.plan_meeting", needs="party.keep")
def plan_meeting(
    act: Act, branch: Branch, *, sort: str, topic: str, planned_on: date, venue: str = ""
) -> Meeting:
    """Puts a meeting into the calendar: its sort, its topic, its day."""
    require(Finding(branch.until is None, "party.branch_stands"))
    asked = sorts_asked(branch.kind, has_committee=branch.has_committee)
    require(Finding(not asked or sort in asked, "party.sort_of_branch"))
    meeting = Meeting(
        community_id=branch.community_id,
        branch=branch,
        sort=sort,
        topic=told_to_all(topic),
        venue=told_to_all(venue),
        planned_on=planned_on,
    )
    meeting.save(force_insert=True)
    act.note(branch=branch.name, sort=in_both(dict(SORTS)[sort]))
    return meeting


@action("party.move_meeting", needs="party.keep")
def move_meeting(
    act: Act, meeting: Meeting, *, planned_on: date, venue: str, topic: str, seen: int
) -> Meeting:
    """Moves it to another day or place, or words its topic anew."""
    row = held(meeting, seen)
    require(Finding(row.is_planned, "party.meeting_planned"))
    _tell_of(act, row)
    said = {"topic": told_to_all(topic), "venue": told_to_all(venue)}
    return saved(row, planned_on=planned_on, **said)


@action("party.hold_meeting", needs="party.keep")
def hold_meeting(
    act: Act,
    meeting: Meeting,
    *,
    held_on: date,
    present: int,
    minutes: str,
    seen: int | None = None,
) -> Meeting:
    """It was held: on which day, how many came (a number, no names), what its record is called."""
    row = held(meeting, seen)
    require(Finding(row.is_planned, "party.meeting_planned"))
    require(not_ahead(held_on, local_day(act.at)))
    require(Finding(present >= 1, "party.somebody_came"))
    title = told_to_all(minutes)
    require(Finding(bool(title), "party.words_given"))
    _tell_of(act, row)
    return saved(row, held_on=held_on, present=present, minutes=title)


@action("party.drop_meeting", needs="party.keep")
def drop_meeting(act: Act, meeting: Meeting, *, reason: str, seen: int | None = None) -> Meeting:
    """It is not held after all, and why; the time still asks for one."""
    row = held(meeting, seen)
    require(Finding(row.is_planned, "party.meeting_planned"))
    words = told_to_all(reason)
    require(Finding(bool(words), "party.words_given"))
    _tell_of(act, row)
    return saved(row, dropped_for=words)


@action("party.promise", needs="party.keep")
def promise(act: Act, branch: Branch, *, title: str, due_on: date) -> Pledge:
    """A branch or team promises everybody to do something by a day."""
    require(Finding(branch.until is None, "party.branch_stands"))
    on = local_day(act.at)
    require(Finding(due_on >= on, "party.lies_ahead", numbers={"day": due_on, "today": on}))
    pledge = Pledge(
        community_id=branch.community_id,
        branch=branch,
        title=told_to_all(title),
        promised_on=on,
        due_on=due_on,
    )
    pledge.save(force_insert=True)
    act.note(branch=branch.name)
    return pledge


@action("party.keep_pledge", needs="party.keep")
def keep_pledge(
    act: Act, pledge: Pledge, *, kept_on: date, told: str, seen: int | None = None
) -> Pledge:
    """It was kept, on which day and how; late is told as late."""
    row = held(pledge, seen)
    require(Finding(row.kept_on is None, "party.pledge_open"))
    require(not_ahead(kept_on, local_day(act.at)))
    require(Finding(kept_on >= row.promised_on, "party.pledge_open"))
    words = told_to_all(told)
    require(Finding(bool(words), "party.words_given"))
    act.note(branch=row.branch.name)
    return saved(row, kept_on=kept_on, told=words)


@action("party.publish_affair", needs="party.keep")
def publish_affair(act: Act, community: Place, *, item: str, about: date, text: str) -> Affair:
    """Publishes an item of the list for the time in which the day `about` lies. Once for a time;
    a mistake is mended on the notice itself, where the earlier words stay to be read."""
    line = items()[item]
    time, on = time_of(about, line.months), local_day(act.at)
    require(not_ahead(time.starts, on))
    require(Finding(line.ahead or time.ends < on, "party.time_over", numbers={"ends": time.ends}))
    Place.objects.select_for_update().get(pk=community.pk)
    rows = Affair.objects.filter(community=community, item=item, starts=time.starts)
    require(Finding(not rows.exists(), "party.affair_once"))
    words = told_to_all_lines(text)
    require(Finding(bool(words), "party.words_given"))
    affair = Affair(
        community=community,
        item=item,
        starts=time.starts,
        ends=time.ends,
        due_on=due_on(time, line.days, ahead=line.ahead),
        published_on=on,
    )
    affair.save(force_insert=True)
    fields: dict[str, Any] = {
        "title": line.titles["zh-hans"], "since": time.starts, "until": time.ends, "text": words,
    }  # fmt: skip
    with translation.override("zh-hans"):
        affair.posting = post(act, AFFAIR, affair, fields, on, of=jurisdictions_of(community))
    affair.save(update_fields=["posting"])
    act.note(item=line.titles)
    return affair


def told_to_all_lines(text: str) -> str:
    """A longer text, each line of which everybody may read."""
    return "\n".join(told_to_all(line) for line in text.strip().splitlines())


def _tell_of(act: Act, row: Meeting) -> None:
    act.note(branch=row.branch.name, sort=in_both(dict(SORTS)[row.sort]))
