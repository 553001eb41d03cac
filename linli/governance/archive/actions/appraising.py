"""What is past its term is listed, judged by a group, and approved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.archive import law
from linli.governance.archive.flows import APPRAISAL
from linli.governance.archive.models import Appraisal, Judgement, Present
from linli.governance.archive.queries.appraisals import LONGEST, judgements_of, past_term
from linli.governance.archive.queries.bars import bars_of_each
from linli.governance.archive.rules import appraising as rules, filing
from linli.lib.calendar import local_day
from linli.lib.identity.ids import new_id
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take


@dataclass(frozen=True)
class Verdict:
    """What the group says of one line: `destroy`, or `extend` to a term for a reason."""

    verdict: str
    extend_to: str = ""
    reason: str = ""


Sitting = Sequence[tuple[str, str]]
"""Names and capacities of who is there."""


@action("archive.open_appraisal", needs="archive.keep")
def open_appraisal(act: Act, community: Place) -> Appraisal:
    """Lists what is past its term today, for the group to judge. One list at a time."""
    on = local_day(act.at)
    running = Appraisal.objects.filter(community=community).exclude(state__in=["done", "dropped"])
    require(Finding(not running.exists(), "archive.one_appraisal_at_a_time"))
    items = list(past_term(community, on)[:LONGEST])
    require(Finding(bool(items), "archive.something_past_term", cites=rules.GROUP))
    latest = Appraisal.objects.filter(community=community, year=on.year).aggregate(
        latest=Max("serial")
    )["latest"]
    appraisal = Appraisal(
        community=community, year=on.year, serial=(latest or 0) + 1, past_on=on, opened_on=on
    )
    try:
        with transaction.atomic():
            begin(act, APPRAISAL, appraisal, "open", of=jurisdictions_of(community))
    except IntegrityError as error:  # somebody was a moment faster
        raise Refused(Finding(False, "archive.one_appraisal_at_a_time")) from error
    Judgement.objects.bulk_create(
        [
            Judgement(id=new_id(), community=community, appraisal=appraisal, item=item)
            for item in items
        ],
        batch_size=500,
    )
    act.note(number=appraisal.number, count=len(items))
    return appraisal


@action("archive.judge", needs="archive.keep")
def judge(
    act: Act,
    appraisal: Appraisal,
    *,
    verdicts: Mapping[UUID, Verdict],
    present: Sitting,
    met_on: date,
    seen: int | None = None,
) -> Appraisal:
    """Writes down what the group said of each line, and who sat in it. What is barred is not
    judged to be destroyed; it is kept longer, or waits until the bar is gone."""
    on = local_day(act.at)
    require(rules.held_on_in_the_group(met_on, appraisal.opened_on, on))
    least = law.number("group_least", appraisal.community, on)
    require(rules.group_complete([capacity for _name, capacity in present], least))
    lines = judgements_of(appraisal)
    require(rules.all_judged(sum(1 for line in lines if line.pk in verdicts), len(lines)))
    doomed = [line.item for line in lines if verdicts[line.pk].verdict == "destroy"]
    bars = bars_of_each(appraisal.community, doomed)
    for line in lines:
        said = verdicts[line.pk]
        require(rules.judged_with_reason(said.verdict, said.reason, said.extend_to))
        if said.verdict == "destroy":
            require(rules.not_held(bars[line.item_id]))
        else:
            until = extended_until(appraisal, met_on, said.extend_to)
            require(rules.longer(line.item.keep_until, until))
        line.verdict, line.extend_to = said.verdict, said.extend_to
        line.reason = said.reason.strip()
    ours = Judgement.objects.filter(community=appraisal.community_id)
    ours.bulk_update(lines, ["verdict", "extend_to", "reason"], batch_size=200)
    seat(appraisal, "group", present)
    appraisal.met_on, appraisal.judged_by_id = met_on, act.by.account
    appraisal.save(update_fields=["met_on", "judged_by"])
    take(act, APPRAISAL, appraisal, "judge", seen=seen)
    act.note(number=appraisal.number, count=len(doomed))
    act.tell("archive.judged", post="director", number=appraisal.number)
    return appraisal


@action("archive.approve", needs="archive.direct")
def approve(act: Act, appraisal: Appraisal, *, seen: int | None = None) -> Appraisal:
    """The director approves the judgements, which somebody else has written down."""
    require(rules.not_in_own_cause(act.by.account, appraisal.judged_by_id))
    appraisal.approved_by_id = act.by.account
    appraisal.save(update_fields=["approved_by"])
    take(act, APPRAISAL, appraisal, "approve", seen=seen)
    act.note(number=appraisal.number)
    return appraisal


@action("archive.send_back", needs="archive.direct")
def send_back(act: Act, appraisal: Appraisal, *, reason: str, seen: int | None = None) -> Appraisal:
    """The director sends the list back to the group."""
    appraisal.approved_by = None
    appraisal.save(update_fields=["approved_by"])
    take(act, APPRAISAL, appraisal, "send_back", reason=reason, seen=seen)
    act.note(number=appraisal.number)
    return appraisal


@action("archive.drop_appraisal", needs="archive.keep")
def drop_appraisal(
    act: Act, appraisal: Appraisal, *, reason: str, seen: int | None = None
) -> Appraisal:
    """The list is given up; nothing of it was destroyed."""
    take(act, APPRAISAL, appraisal, "drop", reason=reason, seen=seen)
    act.note(number=appraisal.number)
    return appraisal


def extended_until(appraisal: Appraisal, met_on: date, term: str) -> date | None:
    """Until when an extension keeps: counted from the year in which the group met."""
    return filing.kept_until(met_on.year, law.years_of(term, appraisal.community, met_on))


def seat(appraisal: Appraisal, role: str, present: Sitting) -> None:
    """Writes down who was there, in the place of who stood there before."""
    ours = {"community": appraisal.community, "appraisal": appraisal, "role": role}
    Present.objects.filter(**ours).delete()
    for name, capacity in present:
        Present.objects.create(**ours, name=name.strip(), capacity=capacity)
