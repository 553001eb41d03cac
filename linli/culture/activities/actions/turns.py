"""The rota of a group: members fill it themselves; whoever cannot says so, the next is asked."""

from linli.core.audit.door import Act, action
from linli.culture.activities.actions.plain_words import account_of, hold
from linli.culture.activities.models.groups import Member, Turn, TurnPassed
from linli.culture.activities.rules import groups as rules
from linli.lib.law import Finding, require


@action("activities.take_turn", needs="activities.take_turn")
def take_turn(act: Act, turn: Turn) -> Turn:
    """A member takes a turn nobody has, whoever was asked; of two at once the first gets it."""
    member = _own(act, turn)
    _still_to_come(act, turn)
    taken = Turn.objects.filter(
        community=turn.community_id, pk=turn.pk, holder__isnull=True
    ).update(holder=member, asked=None)
    require(Finding(taken == 1, "activities.turn_free"))
    TurnPassed.objects.filter(community=turn.community_id, turn=turn, member=member).delete()
    turn.refresh_from_db()
    act.note(group=turn.meeting.group.title, role=turn.role)
    return turn


@action("activities.pass_turn", needs="activities.take_turn")
def pass_turn(act: Act, turn: Turn) -> Turn:
    """I cannot: the turn is free, and whoever comes next is asked. No reason is asked."""
    member = _own(act, turn)
    hold(turn)
    _still_to_come(act, turn)
    concerned = member.pk in (turn.holder_id, turn.asked_id)
    require(Finding(concerned, "activities.turn_own"))
    _free(act, turn, member)
    act.note(group=turn.meeting.group.title, role=turn.role)
    return turn


def forget_turns(act: Act, member: Member) -> None:
    """Frees every turn to come of somebody who leaves."""
    turns = Turn.objects.filter(community=member.community_id, meeting__starts_at__gt=act.at)
    for turn in turns.filter(holder=member) | turns.filter(asked=member):
        hold(turn)
        if member.pk in (turn.holder_id, turn.asked_id):
            _free(act, turn, member)


def _own(act: Act, turn: Turn) -> Member:
    found = Member.objects.filter(
        community=turn.community_id, group=turn.meeting.group_id, account_id=account_of(act)
    ).first()
    require(Finding(found is not None, "activities.is_member"))
    assert found is not None  # the finding saw to it
    return found


def _still_to_come(act: Act, turn: Turn) -> None:
    stands = not turn.meeting.called_off_for and turn.meeting.ends_at > act.at
    require(Finding(stands, "activities.meeting_stands"))


def _free(act: Act, turn: Turn, member: Member) -> None:
    TurnPassed.objects.get_or_create(community_id=turn.community_id, turn=turn, member=member)
    members = Member.objects.filter(community=turn.community_id, group=turn.meeting.group_id)
    order = {each.pk: each for each in members.order_by("joined_at", "pk")}
    passed = TurnPassed.objects.filter(community=turn.community_id, turn=turn)
    key = rules.next_asked([*order], member.pk, set(passed.values_list("member", flat=True)))
    turn.holder, turn.asked = None, order.get(key) if key else None
    turn.save(update_fields=["holder", "asked"])
    if turn.asked is not None:
        act.tell(
            "activities.turn_asked", account=turn.asked.account_id,
            group=turn.meeting.group.title, starts=turn.meeting.starts_at,
            group_id=str(turn.meeting.group_id),
        )  # fmt: skip
