"""The floor: the item in hand, who asked to speak, what was said in short."""

from linli.core.audit.door import Act, action
from linli.lib.law import Finding, require
from linli.mechanisms.gathering import rules
from linli.mechanisms.gathering.actions.moving import hold
from linli.mechanisms.gathering.models import AgendaItem, Attendance, Gathering, Speech

BEFORE_SIGNED = (rules.OPEN, rules.CLOSED)


@action("gathering.take_up", needs="gathering.keep")
def take_up(act: Act, gathering: Gathering, *, item: AgendaItem) -> Gathering:
    """Takes up the next item; the hall's view shows it."""
    held = hold(gathering)
    require(rules.stands(held.state, rules.OPEN))
    held.in_hand = item
    held.save(update_fields=["in_hand"])
    act.note(order=item.order)
    return held


@action("gathering.ask_to_speak", needs="gathering.keep")
def ask_to_speak(
    act: Act, gathering: Gathering, *, attendance: Attendance, item: AgendaItem | None = None
) -> Speech:
    """Puts somebody present on the list of speakers: members and those who only listen in alike."""
    require(rules.stands(hold(gathering).state, rules.OPEN))
    act.note(capacity=str(gathering.sort.capacity(attendance.capacity).title))
    return Speech.objects.create(
        community_id=gathering.community_id,
        gathering=gathering,
        item=item or gathering.in_hand,
        attendance=attendance,
        capacity=attendance.capacity,
        name=attendance.name,
        asked_at=act.at,
    )


@action("gathering.record_speech", needs="gathering.keep")
def record_speech(act: Act, speech: Speech, *, gist: str) -> Speech:
    """Writes down in short what somebody said; may be bettered until the minutes are signed."""
    require(rules.stands(hold(speech.gathering).state, *BEFORE_SIGNED))
    require(Finding(bool(gist.strip()), "gathering.said_something"))
    speech.gist = gist.strip()
    speech.spoke_at = speech.spoke_at or act.at
    speech.save(update_fields=["gist", "spoke_at"])
    return speech


@action("gathering.strike_speech", needs="gathering.keep")
def strike_speech(act: Act, speech: Speech) -> Gathering:
    """Takes somebody off the list who no longer wishes to speak."""
    gathering = hold(speech.gathering)
    require(rules.stands(gathering.state, *BEFORE_SIGNED))
    require(Finding(speech.spoke_at is None, "gathering.not_yet_spoken"))
    speech.delete()
    return gathering


@action("gathering.write_down", needs="gathering.keep")
def write_down(
    act: Act, gathering: Gathering, *, item: AgendaItem | None = None, words: str
) -> Gathering:
    """Writes what was said on an item in general, or (without one) what else is to be told."""
    held = hold(gathering)
    require(rules.stands(held.state, *BEFORE_SIGNED))
    if item is None:
        held.remarks = words.strip()
        held.save(update_fields=["remarks"])
    else:
        item.said = words.strip()
        item.save(update_fields=["said"])
        act.note(order=item.order)
    return held
