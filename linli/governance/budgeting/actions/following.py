"""What becomes of what won: begun, bought, photographed, built, accepted, rated; and the end."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import translation

from linli.core.audit.door import Act, action
from linli.core.files.intake import Purpose, take_in
from linli.core.people.models import Person
from linli.core.places.queries import jurisdictions_of
from linli.governance.budgeting.actions.rounds import fit_for_everybody, held
from linli.governance.budgeting.flows import PROJECT, ROUND
from linli.governance.budgeting.models import Acceptor, Project, Purchase, Rating, Round
from linli.governance.budgeting.money import paid_of
from linli.governance.budgeting.postings import END
from linli.governance.budgeting.queries import projects as queries
from linli.governance.budgeting.queries.rounds import promises_of, ruling_of
from linli.governance.budgeting.rules import rounds as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import take
from linli.mechanisms.publication.actions import post


@action("budgeting.begin_project", needs="budgeting.carry_out")
def begin_project(act: Act, project: Project, *, due_on: date, seen: int | None = None) -> Project:
    """Begins with a project that won, and says by when it is to be done."""
    project.due_on = due_on
    project.save(update_fields=["due_on"])
    act.note(number=project.position)
    return take(act, PROJECT, project, "begin", seen=seen, conditions=[_published(project)])


@action("budgeting.add_purchase", needs="budgeting.carry_out")
def add_purchase(
    act: Act, project: Project, *, what: str, supplier: str, fen: int, on: date
) -> Purchase:
    """Writes down what was bought for it. Refused beyond what residents gave it."""
    project = _held(project)
    require(_going_on(project))
    fit_for_everybody(what, supplier)
    require(rules.within_cost(queries.spent_on(project), fen, project.fen))
    act.note(number=project.position, fen=fen)
    return Purchase.objects.create(
        community_id=project.community_id,
        project=project,
        what=what.strip(),
        supplier=supplier.strip(),
        fen=fen,
        on=on,
    )


@action("budgeting.add_photos", needs="budgeting.carry_out")
def add_photos(act: Act, project: Project, *, photos: Sequence[Any]) -> Project:
    """Shows what was built: places and things, nobody's face or door."""
    require(_going_on(project))
    for photo in photos:
        take_in(act, project.community_id, photo, Purpose(project, "photo", "public"))
    act.note(number=project.position, photos=len(photos))
    return project


@action("budgeting.name_acceptors", needs="budgeting.carry_out")
def name_acceptors(act: Act, project: Project, *, persons: Sequence[Person]) -> Project:
    """Names residents who will look at what was built; they are told."""
    project = _held(project)
    require(Finding(project.state in ("funded", "under_way"), "budgeting.before_acceptance"))
    for person in persons:
        try:
            with transaction.atomic():
                Acceptor.objects.create(
                    community_id=project.community_id, project=project, person=person
                )
        except IntegrityError:
            raise Refused(Finding(False, "budgeting.named_already")) from None
        act.tell("budgeting.named_acceptor", person=person.pk, project=project.title)
    act.note(number=project.position, named=len(persons))
    return project


@action("budgeting.build_project", needs="budgeting.carry_out")
def build_project(act: Act, project: Project, *, result: str, seen: int | None = None) -> Project:
    """It is built; those named are asked to look at it."""
    fit_for_everybody(result)
    named = list(queries.acceptors_of(project))
    least = promises_of(project.community, local_day(act.at)).acceptors
    require(rules.enough_acceptors(len(named), least=least))
    project.result = result.strip()
    project.save(update_fields=["result"])
    take(act, PROJECT, project, "build", seen=seen, public_note=project.result)
    for each in named:
        if each.person_id is not None:
            act.tell("budgeting.please_accept", person=each.person_id, project=project.title)
    act.note(number=project.position)
    return project


@action("budgeting.say_acceptance", needs="budgeting.accept")
def say_acceptance(act: Act, project: Project, *, says: bool, words: str = "") -> Project:
    """One of those named says whether it is as promised."""
    mine = queries.own_acceptance(project, act.by)
    require(Finding(mine is not None, "budgeting.named_to_accept"))
    assert mine is not None
    return _say(act, project, mine, says=says, words=words, on_paper=False)


@action("budgeting.enter_acceptance", needs="budgeting.carry_out")
def enter_acceptance(
    act: Act, project: Project, *, acceptor: Acceptor, says: bool, words: str = ""
) -> Project:
    """The desk enters what one of those named signed on paper."""
    return _say(act, project, acceptor, says=says, words=words, on_paper=True)


@action("budgeting.settle_acceptance", needs="budgeting.carry_out")
def settle_acceptance(act: Act, project: Project, *, seen: int | None = None) -> Project:
    """Once everybody named has said: accepted where more than half are for it, else back to work,
    to be looked at again by the same residents."""
    found = queries.accepting(project)
    require(rules.everybody_said(found.yes + found.no, found.named))
    act.note(number=project.position, yes=found.yes, no=found.no)
    if rules.accepted(found.yes, found.no, found.named):
        return take(act, PROJECT, project, "accept", seen=seen)
    queries.acceptors_of(project).update(says=None, said_on=None, on_paper=False)
    return take(act, PROJECT, project, "send_back", seen=seen)


@action("budgeting.give_up_project", needs="budgeting.run")
def give_up_project(act: Act, project: Project, *, reason: str, seen: int | None = None) -> Project:
    """It cannot be done after all; everybody reads why, and its money is left over."""
    fit_for_everybody(reason)
    project.result = reason.strip()
    project.save(update_fields=["result"])
    act.note(number=project.position)
    conditions = [_published(project)]
    return take(
        act, PROJECT, project, "give_up", seen=seen, reason=reason, public_note=reason,
        conditions=conditions,
    )  # fmt: skip


@action("budgeting.rate_project", needs="budgeting.rate")
def rate_project(act: Act, project: Project, *, stars: int) -> Project:
    """A resident says what they think of it, from 1 to 5; the last time counts. The book does not
    say who."""
    act.leave_out_who()
    require(Finding(project.state == "accepted", "budgeting.may_be_rated"))
    Rating.objects.update_or_create(
        community_id=project.community_id,
        project=project,
        token=queries.token_of(project, act.by),
        defaults={"stars": stars},
    )
    return project


@action("budgeting.end_round", needs="budgeting.run")
def end_round(act: Act, round_: Round) -> Round:
    """Ends a round once everything that won is accepted or given up, and publishes what was spent,
    what is left over and where it goes."""
    round_ = held(round_, "decided")
    won = list(queries.won_in(round_))
    open_ = [each for each in won if each.state not in ("accepted", "given_up")]
    require(rules.all_done(len(open_)))
    ruling = ruling_of(round_)
    assert ruling is not None
    paid = paid_of(round_)
    if paid is not None:
        differing = [
            each
            for each in won
            if each.spent != paid.get(each.pk, 0)  # type: ignore[attr-defined]
        ]
        require(rules.spent_as_paid(len(differing)))
    spent = sum(each.spent for each in won)  # type: ignore[attr-defined]
    round_.spent_fen, round_.left_fen = spent, round_.fen - spent
    round_.save(update_fields=["spent_fen", "left_fen"])
    with translation.override("zh-hans"):
        rows = [
            {
                "title": each.title,
                "state": str(each.state_label),
                "spent": each.spent,  # type: ignore[attr-defined]
                "result": each.result or "—",
            }
            for each in won
        ]
        post(
            act,
            END,
            round_,
            {
                "title": round_.title,
                "fen": round_.fen,
                "spent": spent,
                "left": round_.left_fen,
                "left_to": ruling.left_to,
                "projects": rows,
            },
            local_day(act.at),
            of=jurisdictions_of(round_.community),
        )
    act.note(spent=spent, left=round_.left_fen)
    return take(act, ROUND, round_, "end")


def _say(
    act: Act, project: Project, acceptor: Acceptor, *, says: bool, words: str, on_paper: bool
) -> Project:
    require(Finding(project.state == "built", "budgeting.to_be_accepted"))
    fit_for_everybody(words)
    acceptor.says, acceptor.words = says, words.strip()
    acceptor.said_on, acceptor.on_paper = local_day(act.at), on_paper
    acceptor.save(update_fields=["says", "words", "said_on", "on_paper"])
    act.note(number=project.position)
    return project


def _held(project: Project) -> Project:
    """As it now is, held: two purchases at once do not spend more than there is."""
    rows = Project.objects.select_for_update().filter(community=project.community_id)
    found = rows.get(pk=project.pk)
    found.community, found.round = project.community, project.round
    return found


def _going_on(project: Project) -> Finding:
    return Finding(project.state in ("under_way", "built"), "budgeting.under_way")


def _published(project: Project) -> Finding:
    return Finding(project.round.state == "decided", "budgeting.result_published")
