"""What becomes of a name: the offer is taken or not, somebody cannot come, somebody is taken off,
somebody was rung."""

from linli.core.audit.door import Act, action
from linli.lib.law import Finding, require
from linli.mechanisms.signup import rules
from linli.mechanisms.signup.actions.line import (
    close_calls,
    count_taken,
    locked,
    offer_free_places,
)
from linli.mechanisms.signup.actions.telling import tell
from linli.mechanisms.signup.models import Call, SignUp


@action("signup.take_offer", needs="signup.answer")
def take_offer(act: Act, signup: SignUp) -> SignUp:
    """The place that was offered is taken, by link or by telephone."""
    return _answer(act, signup, (rules.OFFERED,), rules.IN)


@action("signup.decline_offer", needs="signup.answer")
def decline_offer(act: Act, signup: SignUp) -> SignUp:
    """The place that was offered is not wanted; whoever is next is asked."""
    return _answer(act, signup, (rules.OFFERED,), rules.LEFT)


@action("signup.leave", needs="signup.answer")
def leave(act: Act, signup: SignUp) -> SignUp:
    """ "I cannot come", in one tap and without a reason; the place goes to whoever is next."""
    return _answer(act, signup, rules.LIVE, rules.LEFT)


@action("signup.remove", needs="signup.keep")
def remove(act: Act, signup: SignUp, *, reason: str) -> SignUp:
    """A keeper takes a name off, with a reason the person is told."""
    require(Finding(bool(reason.strip()), "signup.reason_given"))
    gone = _answer(act, signup, rules.LIVE, rules.REMOVED, removed_for=reason.strip()[:200])
    tell(act, gone, "removed", words=gone.removed_for)
    return gone


@action("signup.settle_call", needs="signup.keep")
def settle_call(act: Act, call: Call, *, result: str) -> Call:
    """Somebody was rung: told, wants the place, does not come, or was not reached. What they
    answered is carried out; whoever was not reached stays on the list."""
    assert result in dict(Call.RESULTS), result
    locked(call.signup.sheet)
    call = Call.objects.select_for_update().get(community=call.community_id, pk=call.pk)
    require(Finding(call.done_at is None, "signup.call_open"))
    if result == "not_reached":
        call.tries += 1
        call.save(update_fields=["tries"])
        return call
    if result == "takes":
        require(Finding(call.about == "offer", "signup.answers_from_here"))
        _answer(act, call.signup, (rules.OFFERED,), rules.IN)
    elif result == "declines":
        _answer(act, call.signup, rules.LIVE, rules.LEFT)
    call.tries += 1
    call.result, call.done_at, call.by_id = result, act.at, act.by.account
    call.save()
    act.about = call.signup.person_id
    act.note(result=str(call.get_result_display()))
    return call


def _answer(
    act: Act, signup: SignUp, before: tuple[str, ...], after: str, removed_for: str = ""
) -> SignUp:  # fmt: skip
    sheet = locked(signup.sheet)
    row = SignUp.objects.select_for_update().get(community=signup.community_id, pk=signup.pk)
    require(Finding(row.state in before, "signup.answers_from_here"))
    if row.state == rules.OFFERED and after == rules.IN:
        in_time = row.offered_until is not None and act.at <= row.offered_until
        require(Finding(in_time, "signup.offer_stands", numbers={"until": row.offered_until}))
    row.state, row.state_since, row.version = after, act.at, row.version + 1
    row.removed_for = removed_for
    row.save()
    row.sheet = sheet
    if after == rules.IN:
        close_calls(act, row, "takes", about="offer")
    else:
        close_calls(act, row, "declines", about="offer")
        close_calls(act, row, "moot")
    count_taken(sheet)
    if after != rules.IN:
        offer_free_places(act, sheet)
    act.about = row.person_id
    act.note(state=str(row.get_state_display()))
    return row
