"""The yearly appraisal, from whom it looks at to the posted result. Chaired by the supervisors.

The roll is a snapshot of the representatives who came; they mark on their phones or on paper, and
what is read out from the papers goes into the one box before the close, so that no count tells
screens from paper. Nobody ever learns who marked what: the box has no names.
"""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.access.models import Account, Body
from linli.core.access.seats import seats_of
from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.oversight.models import (
    GRADE_TITLES,
    SERVICE_TITLES,
    Appraisal,
    Appraised,
)
from linli.governance.oversight.postings import APPRAISAL
from linli.governance.oversight.queries.appraisal import earlier_results
from linli.governance.oversight.rules import appraisal as rules
from linli.governance.oversight.rules.supervision_law import supervision_law
from linli.lib.calendar import local_day
from linli.lib.law import Refused, require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.models import Elector
from linli.mechanisms.ballot.queries.counts import count_of
from linli.mechanisms.publication.actions import post

PAGE = "oversight:appraisal"


@action("oversight.plan_appraisal", needs="oversight.chair_appraisal")
def plan_appraisal(
    act: Act,
    community: Place,
    *,
    kind: str,
    year: int,
    title: str,
    base: int,
    base_source: str,
    bodies: Sequence[Body] = (),
) -> Appraisal:
    """Puts an appraisal on: of everybody who sits on the committee now, or of the bodies named
    that serve the public here. `base`: how many representatives there are, and where that is
    from."""
    on = local_day(act.at)
    seats = seats_of(community, on) if kind == "members" else []
    require(rules.somebody_appraised(len(seats) or len(bodies)))
    appraisal = Appraisal(
        community=community,
        kind=kind,
        year=year,
        title=title.strip(),
        base=base,
        base_source=base_source.strip(),
    )
    try:
        with transaction.atomic():
            appraisal.save(force_insert=True)
    except IntegrityError:
        raise Refused(rules.in_state("running", "published")) from None
    named: list[dict[str, Any]] = [
        {"name": each.name, "office": str(each.title), "person_id": each.person, "seat": each.id}
        for each in seats
    ] or [{"name": each.name, "organisation": each} for each in bodies]
    Appraised.objects.bulk_create(
        Appraised(community=community, appraisal=appraisal, position=place, **each)
        for place, each in enumerate(named, 1)
    )
    act.note(kind=kind, year=year, number=len(named))
    return appraisal


@action("oversight.open_appraisal", needs="oversight.chair_appraisal")
def open_appraisal(
    act: Act,
    appraisal: Appraisal,
    *,
    accounts: Collection[Account] = (),
    on_paper: Sequence[str] = (),
) -> Appraisal:
    """Takes the roll of the representatives who came, and opens the box. `accounts`: those who
    mark on their phones; `on_paper`: the names of those who take a paper. Nobody who is appraised
    is on it."""
    appraisal = _held(appraisal, "planned")
    on = local_day(act.at)
    law = supervision_law(on, jurisdictions_of(appraisal.community))
    looked_at = _appraised(appraisal)
    persons = {each.person_id for each in looked_at if each.person_id}
    require(rules.judges_others(sum(each.person_id in persons for each in accounts)))
    names = list(dict.fromkeys(name.strip() for name in on_paper if name.strip()))
    require(rules.enough_judges(len(accounts) + len(names), appraisal.base, law=law))
    roll = ballot.draft_electorate(
        act, appraisal.community, base="representatives", title=appraisal.title, as_of=on
    )
    ballot.add_electors(
        act,
        roll,
        [ballot.Entrant(name=each.label, person=each.person_id) for each in accounts]
        + [ballot.Entrant(name=name) for name in names],
    )
    ballot.freeze(act, roll)
    poll = ballot.prepare_poll(
        act,
        roll,
        title=appraisal.title,
        on_paper=True,
        on_screen=True,
        url_name=PAGE,
        url_args={"appraisal_id": str(appraisal.pk)},
    )
    with translation.override("zh-hans"):
        titles = [str(title) for _grade, title in _titles(appraisal)]
    for each in looked_at:
        ballot.ask(
            act,
            poll,
            title=f"{each.office} {each.name}".strip(),
            form="choose",
            options=[ballot.Choice(title) for title in titles],
        )
    ballot.open_poll(act, poll)
    phones = {each.person_id for each in accounts}
    for elector in Elector.objects.filter(community=roll.community_id, electorate=roll):
        if elector.person_id is None or elector.person_id not in phones:
            ballot.hand_out_here(act, poll, elector)
    appraisal.poll, appraisal.state, appraisal.held_on = poll, "voting", on
    appraisal.save(update_fields=["poll", "state", "held_on"])
    act.note(kind=appraisal.kind, year=appraisal.year, present=roll.size)
    return appraisal


@action("oversight.give_paper", needs="oversight.chair_appraisal")
def give_paper(act: Act, appraisal: Appraisal, *, elector: UUID) -> Appraisal:
    """Hands a paper to somebody on the roll who cannot mark on their phone after all."""
    appraisal = _held(appraisal, "voting")
    assert appraisal.poll is not None
    line = Elector.objects.get(
        community=appraisal.community_id, electorate=appraisal.poll.electorate_id, pk=elector
    )
    ballot.hand_out_here(act, appraisal.poll, line)
    act.note(kind=appraisal.kind, year=appraisal.year)
    return appraisal


@action("oversight.close_appraisal", needs="oversight.chair_appraisal")
def close_appraisal(
    act: Act, appraisal: Appraisal, *, counts: Sequence[Sequence[int]] = (), returned: int = 0
) -> Appraisal:
    """Puts what was read out from the papers into the box, ends the vote and counts. `counts`: by
    name in the order of the paper, then by grade, the best first."""
    appraisal = _held(appraisal, "voting")
    poll = appraisal.poll
    assert poll is not None
    require(rules.counts_fit(counts, returned))
    ballot.put_in_papers(act, poll, rules.papers_of(counts, returned))
    ballot.close_poll(act, poll)
    law = supervision_law(appraisal.held_on or local_day(act.at), jurisdictions_of(poll.community))
    tally = count_of(poll).tally
    for each in _appraised(appraisal):
        options = tally.questions[each.position].options
        each.counts = {grade: options[place].for_ for place, grade in enumerate(rules.GRADES, 1)}
        each.result = rules.grade_of(each.counts, law=law)
        if each.person_id is not None:
            before = earlier_results(appraisal, each.person_id)
            each.ends = not rules.appraised_competent([*before[-1:], each.result])
        each.save(update_fields=["counts", "result", "ends"])
    appraisal.state, appraisal.papers = "counted", tally.papers
    appraisal.save(update_fields=["state", "papers"])
    act.note(kind=appraisal.kind, year=appraisal.year, papers=tally.papers)
    return appraisal


@action("oversight.void_appraisal", needs="oversight.chair_appraisal")
def void_appraisal(act: Act, appraisal: Appraisal) -> Appraisal:
    """Breaks off a vote that still runs, of which nobody knows anything yet; it can be opened
    anew."""
    appraisal = _held(appraisal, "voting")
    poll = appraisal.poll
    assert poll is not None
    ballot.void_poll(act, poll)
    ballot.forget_marks(act, poll)
    appraisal.poll, appraisal.state, appraisal.held_on = None, "planned", None
    appraisal.save(update_fields=["poll", "state", "held_on"])
    act.note(kind=appraisal.kind, year=appraisal.year)
    return appraisal


@action("oversight.publish_appraisal", needs="oversight.chair_appraisal")
def publish_appraisal(act: Act, appraisal: Appraisal) -> Appraisal:
    """Posts the result (art. 37). What each grade received stands beside it only from ten papers
    up. Whoever had 不称职 twice in a row has their post ended by what follows from this act."""
    appraisal = _held(appraisal, "counted")
    poll = appraisal.poll
    assert poll is not None
    with translation.override("zh-hans"):
        appraisal.posting = post(
            act, APPRAISAL, appraisal, _fields(appraisal), local_day(act.at),
            of=jurisdictions_of(appraisal.community),
        )  # fmt: skip
    appraisal.state, appraisal.published_on = "published", local_day(act.at)
    appraisal.save(update_fields=["state", "published_on", "posting"])
    # Who had a paper is of no more use: the number stays.
    ballot.settle_poll(act, poll)
    ballot.forget_marks(act, poll)
    act.note(kind=appraisal.kind, year=appraisal.year)
    return appraisal


def _fields(appraisal: Appraisal) -> dict[str, Any]:
    papers = appraisal.papers or 0
    rows = []
    for each in _appraised(appraisal):
        row: dict[str, Any] = {
            "name": each.name,
            "office": each.office,
            "result": each.result_title,
        }
        shown = rules.shown_counts(papers, each.counts)
        if shown.counts is not None:
            numbers = [shown.counts[grade] for grade in rules.GRADES]
            row |= dict(zip(("first", "second", "third", "fourth"), numbers, strict=True))
        rows.append(row)
    few = "" if papers >= rules.FLOOR else _("票数少于十张，为保密不公布各等次票数。")
    titles = _("、").join(str(title) for _grade, title in _titles(appraisal))
    return {
        "title": appraisal.title,
        "held_on": appraisal.held_on,
        "chaired_by": _("居务监督委员会"),
        "base": appraisal.base,
        "papers": papers,
        "results": rows,
        "note": _("等次从高到低：{titles}。{few}").format(titles=titles, few=few),
    }


def _titles(appraisal: Appraisal) -> list[tuple[str, Any]]:
    return GRADE_TITLES if appraisal.kind == "members" else SERVICE_TITLES


def _appraised(appraisal: Appraisal) -> list[Appraised]:
    rows = Appraised.objects.filter(community=appraisal.community_id, appraisal=appraisal)
    return list(rows.order_by("position"))


def _held(appraisal: Appraisal, wanted: str) -> Appraisal:
    """The appraisal as it now is, held until the act is over, at the step it must be at."""
    # The row alone is locked: PostgreSQL locks nothing that is joined from outside.
    rows = Appraisal.objects.select_for_update().filter(community=appraisal.community_id)
    held = rows.get(pk=appraisal.pk)
    require(rules.in_state(held.state, wanted))
    return held
