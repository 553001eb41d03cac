"""The engine: opening a case and taking a move, as steps of the domain's own acts.

@action("matters.accept", needs="matters.work")
def accept(act: Act, matter: Matter, *, kind: str, seen: int) -> Matter:
    matter.kind = kind
    matter.save(update_fields=["kind"])
    return take(act, FLOW, matter, "accept", seen=seen)
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.db.models import F

from linli.core.audit.door import Act, may
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.clocks.queries import clocks_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Parameter, Refused, parameter, require
from linli.mechanisms.flow import rules
from linli.mechanisms.flow.declaration import Flow, Move, Within
from linli.mechanisms.flow.models import FlowRow
from linli.mechanisms.flow.queries import input_titles, last_step, posts_that_may, who_took

Case = TypeVar("Case", bound=FlowRow)
NOTHING: Mapping[str, Any] = {}


def begin(
    act: Act,
    flow: Flow,
    case: Case,
    move: str,
    *,
    limits: Mapping[str, Parameter] = NOTHING,
    of: Sequence[str] = (),
    public_note: str = "",
    **inputs: Any,
) -> Case:
    """Opens a case, which is not saved yet, by one of the flow's opening moves, and saves it.

    `limits`: the length of clocks that depend on the case, by clock; `of`: the jurisdictions
    whose parameters hold, the nearest first. Who may open is judged over the case itself.
    """
    chosen = flow.move(move)
    if chosen.from_ or chosen.to is None:
        raise ValueError(f"{move} does not open a case of {flow.name}")
    who = posts_that_may(chosen.who)
    require(rules.is_theirs(chosen, may(chosen.who, act.by, case), who))
    require(rules.all_given(chosen, inputs, input_titles(flow)))
    case.state, case.state_since, case.version = chosen.to, act.at, 1
    case.save(force_insert=True)
    _record(act, case, chosen, "", public_note, inputs)
    _move_clocks(act, flow, case, chosen, limits, of, inputs)
    return case


def take(
    act: Act,
    flow: Flow,
    case: Case,
    move: str,
    *,
    seen: int | None = None,
    conditions: Iterable[Finding] = (),
    limits: Mapping[str, Parameter] = NOTHING,
    of: Sequence[str] = (),
    public_note: str = "",
    **inputs: Any,
) -> Case:
    """Takes a move: checks that it is legal, changes the state, tells the step, moves the
    clocks. Refused where it does not start from here, is not theirs, lacks an input, fails one
    of the domain's `conditions`, or where somebody else has acted since.

    `seen` is the version the form was drawn from. Two who act at once: one UPDATE decides, and
    the other is told who did what, when.
    """
    chosen = flow.move(move)
    if seen is not None and seen != case.version:
        raise Refused(what_happened(flow, case, seen))
    who = posts_that_may(chosen.who)
    require(rules.starts_here(flow, case.state, chosen, who))
    require(rules.is_theirs(chosen, may(chosen.who, act.by, case), who))
    require(rules.all_given(chosen, inputs, input_titles(flow)))
    for finding in conditions:
        require(finding)
    before, version = case.state, case.version
    values: dict[str, Any] = {"version": F("version") + 1}
    if chosen.to is not None:
        values |= {"state": chosen.to, "state_since": act.at}
    rows: Any = type(case)._default_manager
    changed = rows.filter(
        community_id=case.community_id, pk=case.pk, state=before, version=version
    ).update(**values)
    if not changed:
        raise Refused(what_happened(flow, case, version))
    case.version = version + 1
    if chosen.to is not None:
        case.state, case.state_since = chosen.to, act.at
    _record(act, case, chosen, before, public_note, inputs)
    _move_clocks(act, flow, case, chosen, limits, of, inputs)
    return case


def what_happened(flow: Flow, case: FlowRow, seen: int) -> Finding:
    """That a case has moved on since version `seen`: who did what, when."""
    step = last_step(case)
    if step is None:
        return rules.is_fresh(seen, seen + 1)
    did = str(flow.move(step.move).title)
    return rules.is_fresh(seen, seen + 1, did=did, who=who_took(step), at=step.at)


def _record(
    act: Act,
    case: FlowRow,
    move: Move,
    before: str,
    public_note: str,
    inputs: Mapping[str, Any],
) -> None:
    # A step is bound to its case and told with it: of a nameless act it names nobody either.
    held = () if act.nameless else act.by.posts_over(case)
    given = dict(inputs)
    case.steps.create(  # type: ignore[attr-defined]
        community_id=case.community_id,
        version=case.version,
        move=move.name,
        from_state=before,
        to_state=case.state,
        at=act.at,
        account_id=None if act.nameless else act.by.account,
        post=held[0].post if held else "",
        reason=given.pop("reason", ""),
        given=given,
        public=move.public,
        public_note=public_note,
    )
    # The labels only: what was said stands in the step, which can be forgotten.
    act.note(move=move.name, from_state=before, to_state=case.state)


def _move_clocks(
    act: Act,
    flow: Flow,
    case: FlowRow,
    move: Move,
    limits: Mapping[str, Parameter],
    of: Sequence[str],
    inputs: Mapping[str, Any],
) -> None:
    if move.settles:
        clocks.settle(act, case, *move.settles)
    if move.drops:
        clocks.drop(act, case, *move.drops)
    if move.pauses:
        clocks.pause(act, case, *move.pauses, reason=str(inputs["reason"]))
    if move.resumes:
        clocks.resume(act, case, *move.resumes)
    if move.extends:
        reason, by = str(inputs["reason"]), int(inputs["longer_by"])
        clocks.extend(act, case, move.extends, by=by, reason=reason)
    if not flow.has_clocks:
        return
    face = case.face()
    for within in move.starts:
        limit = _limit(within, limits, local_day(act.at), of)
        clocks.start(
            act,
            case,
            within.clock,
            length=limit.length,
            unit=limit.unit,
            rule=limit.rule,
            title=face.title,
            url_name=face.url_name,
            url_args=face.url_args,
            holder=face.holder,
            private=face.private,
            weekend_rolls=bool(parameter("calendar.weekend_rolls", local_day(act.at), of).value),
        )
    if case.version > 1:  # a case that was opened just now has no clocks but these
        _follow(act, case, face.holder)


class _Limit(NamedTuple):
    length: int
    unit: str
    rule: str


def _limit(within: Within, limits: Mapping[str, Parameter], on: date, of: Sequence[str]) -> _Limit:
    """How long a clock runs: as the act says, as the flow says, or as the law of the day says."""
    found = limits.get(within.clock)
    if found is None and within.length is not None:
        return _Limit(within.length, within.unit, within.rule)
    if found is None:
        found = parameter(within.rule, on, of)
    return _Limit(int(found.value), found.unit, found.rule)


def _follow(act: Act, case: FlowRow, holder: Holder) -> None:
    """Whoever must act next holds the clocks."""
    others = [clock.name for clock in clocks_of(case) if clock.is_open and clock.holder != holder]
    if others:
        clocks.hand_over(act, case, holder, *others)
