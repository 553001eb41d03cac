"""Thanks and honours: named, agreed to, looked at, shown, given, and taken down at a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.culture.activities.actions.plain_words import (
    account_of,
    consent,
    day_of,
    hold,
    names_in,
    new_code,
    of_here,
    plain_words,
    take_back,
    tidy,
)
from linli.culture.activities.models.recognition import HonourCall, Nomination, Objection, Voice
from linli.culture.activities.rules import recognition as rules
from linli.lib.law import Finding, require


@dataclass(frozen=True)
class Called:
    """A round of thanks as the desk calls it."""

    title: str
    kind: str
    criteria: Sequence[str]
    opens_on: date
    closes_on: date
    months: int = 24


@action("activities.call_for_nominations", needs="activities.run_recognition")
def call_for_nominations(act: Act, community: Place, *, called: Called) -> HonourCall:
    """Calls for nominations, with what is looked at: each criterion is something one does for
    others."""
    lines = [tidy(each, community) for each in called.criteria if each.strip()]
    require(rules.has_criteria(lines))
    for words in (called.title, *lines):
        require(rules.positive_only(words))
    require(Finding(called.opens_on <= called.closes_on, "activities.honour_days"))
    call = HonourCall(
        community=community,
        kind=called.kind,
        title=tidy(called.title),
        criteria=lines,
        opens_on=called.opens_on,
        closes_on=called.closes_on,
        months=called.months,
    )
    call.save(force_insert=True)
    act.note(call=call.title)
    return call


@action("activities.nominate", needs="activities.nominate")
def nominate(
    act: Act, call: HonourCall, *, deed: str, name: str = "", own: bool = False, nominee: Any = None
) -> Nomination:
    """Names somebody, or oneself. Only the desk reads it until whoever is named agrees; whoever
    names themselves still agrees to the very words, in a second step, and is named as the register
    knows them, whatever is typed."""
    hold(call)
    require(
        rules.takes_nominations(
            call.opens_on, call.closes_on, call.closed_on is not None, day_of(act)
        )
    )
    require(rules.positive_only(deed))
    account = act.by.account if own else getattr(nominee, "pk", nominee)
    person = _person_of(call, act.by.person if own else None, account)
    name = getattr(person, "name", "") if own else name
    require(Finding(bool(name.strip() and deed.strip()), "activities.honour_said"))
    row = Nomination(
        community_id=call.community_id,
        call=call,
        code=new_code(),
        own=own,
        nominee_id=account,
        person=person,
        nominated_by_id=act.by.account,
        name=name.strip(),
        deed=deed.strip(),
        at=act.at,
    )
    row.save(force_insert=True)
    act.note(call=call.title)
    act.tell("activities.nominated", post="worker", call=call.title)
    if row.nominee_id is not None and not own:
        act.tell("activities.you_are_named", account=row.nominee_id, call=call.title, code=row.code)
    return row


@action("activities.agree_to_honour", needs="activities.own_nomination")
def agree_to_honour(
    act: Act,
    row: Nomination,
    *,
    way: str,
    shown_name: str,
    told: str,
    witness: str = "",
    person: Person | None = None,
) -> Nomination:
    """Whoever is named agrees to be shown, under the name and in the words they chose: signed,
    online by their own hand, or spoken before a witness. Nothing is public before this. Online
    nobody writes a neighbour's name. `person`: who of the register it is, as the desk found."""
    hold(row)
    require(rules.in_state(row.state, "named"))
    own_hand = row.pk in act.by.bears or (
        act.by.account is not None and act.by.account == row.nominee_id
    )
    require(Finding(way != "online" or own_hand, "activities.consent_own_hand", cites=("pipl.14",)))
    require(Finding(bool(shown_name.strip()), "activities.honour_said"))
    shown = " ".join(shown_name.split())
    require(plain_words(shown))
    if way == "online":
        known = {row.person.name} if row.person is not None else set()
        require(rules.own_name(len(names_in(row.community_id, shown) - known)))
    words = tidy(told, row.community_id)
    require(rules.positive_only(words))
    consent(act, row, way, witness)
    row.state, row.told, row.shown_name = "agreed", words, shown
    if person is not None and way != "online":
        require(Finding(of_here(person, row.community_id), "activities.honour_said"))
        row.person = person
    row.save()
    act.note(call=row.call.title)
    act.tell("activities.to_look_at", post="representative", call=row.call.title)
    return row


@action("activities.decline_honour", needs="activities.own_nomination")
def decline_honour(act: Act, row: Nomination) -> Nomination:
    """Whoever is named does not wish it; every word about them is taken out at once."""
    hold(row)
    require(rules.in_state(row.state, "named"))
    end_nomination(row, "declined")
    act.note(call=row.call.title)
    return row


@action("activities.withdraw_honour", needs="activities.own_nomination")
def withdraw_honour(act: Act, row: Nomination) -> Nomination:
    """Takes the consent back: it leaves the page at once, whatever stage it had come to. No reason
    is asked (PIPL 15)."""
    hold(row)
    require(rules.in_state(row.state, "agreed", "shown", "awarded"))
    end_nomination(row, "withdrawn")
    act.note(call=row.call.title)
    return row


@action("activities.look_at_nomination", needs="activities.look_at_nominations")
def look_at_nomination(act: Act, row: Nomination, *, says: str, question: str = "") -> Voice:
    """A representative says that they support it, or asks. There are no marks."""
    hold(row)
    require(rules.in_state(row.state, "agreed"))
    own = act.by.account in (row.nominee_id, row.nominated_by_id)
    require(rules.not_about_oneself(own))
    asks = says == "question"
    require(Finding(not asks or bool(question.strip()), "activities.question_said"))
    voice, _made = Voice.objects.update_or_create(
        community_id=row.community_id,
        nomination=row,
        account_id=account_of(act),
        defaults={
            "says": says, "question": question.strip() if asks else "", "answer": "", "at": act.at
        },
    )  # fmt: skip
    act.note(call=row.call.title)
    return voice


@action("activities.answer_voice", needs="activities.run_recognition")
def answer_voice(act: Act, voice: Voice, *, answer: str) -> Voice:
    """Answers what a representative asked."""
    require(Finding(bool(answer.strip()), "activities.reason_given"))
    voice.answer = answer.strip()
    voice.save(update_fields=["answer"])
    act.note(call=voice.nomination.call.title)
    act.tell(
        "activities.voice_answered", account=voice.account_id, call=voice.nomination.call.title
    )
    return voice


@action("activities.show_nomination", needs="activities.run_recognition")
def show_nomination(act: Act, row: Nomination) -> Nomination:
    """Shows it to everybody for the days of objection. Refused without consent; the database
    refuses it too."""
    hold(row)
    require(rules.agreed_first(row.consent_way))
    require(rules.in_state(row.state, "agreed"))
    on = day_of(act)
    least = number_laid_down("activities.honour_voices", row.community, on)
    voices = Voice.objects.filter(community=row.community_id, nomination=row)
    unanswered = voices.filter(says="question", answer="").count()
    require(rules.looked_at(voices.count(), unanswered, least=least))
    days = number_laid_down("activities.honour_shown_days", row.community, on)
    row.state, row.shown_since, row.shown_until = "shown", on, on + timedelta(days=days)
    row.save(update_fields=["state", "shown_since", "shown_until"])
    act.note(call=row.call.title)
    return row


@action("activities.object_to_honour", needs="activities.object_to_honour")
def object_to_honour(act: Act, row: Nomination, *, words: str) -> Objection:
    """Somebody has something against it; only the desk reads it, and answers."""
    hold(row)
    require(rules.may_object(row.shown_since, row.shown_until, day_of(act)))
    require(rules.in_state(row.state, "shown"))
    require(Finding(bool(words.strip()), "activities.reason_given"))
    said = Objection(
        community_id=row.community_id, nomination=row, account_id=act.by.account,
        words=words.strip(), at=act.at,
    )  # fmt: skip
    said.save(force_insert=True)
    act.note(call=row.call.title)
    act.tell("activities.objected", post="worker", call=row.call.title)
    return said


@action("activities.answer_objection", needs="activities.run_recognition")
def answer_objection(act: Act, said: Objection, *, answer: str, upheld: bool) -> Objection:
    """Answers an objection to whoever made it. One that is right ends the nomination, and every
    word about the nominee is taken out."""
    hold(said.nomination)
    hold(said)
    require(Finding(said.answered_at is None, "activities.nomination_fresh"))
    require(Finding(bool(answer.strip()), "activities.reason_given"))
    row = said.nomination
    said.answer, said.upheld, said.answered_at = answer.strip(), upheld, act.at
    said.save(update_fields=["answer", "upheld", "answered_at"])
    if upheld:
        end_nomination(row, "objected")
    act.note(call=row.call.title)
    if said.account_id is not None:
        act.tell("activities.objection_answered", account=said.account_id, call=row.call.title)
    return said


@action("activities.award_honour", needs="activities.award")
def award_honour(act: Act, row: Nomination) -> Nomination:
    """Gives the honour, when the days of objection are over, for as long as the call said."""
    hold(row)
    require(rules.agreed_first(row.consent_way))
    require(rules.in_state(row.state, "shown"))
    assert row.shown_until is not None  # shown
    on = day_of(act)
    said = Objection.objects.filter(community=row.community_id, nomination=row)
    require(
        rules.objections_heard(row.shown_until, on, said.filter(answered_at__isnull=True).count())
    )
    row.state, row.awarded_on = "awarded", on
    row.expires_on = rules.expires_on(on, row.call.months)
    row.save(update_fields=["state", "awarded_on", "expires_on"])
    act.note(call=row.call.title)
    if row.nominee_id is not None:
        act.tell("activities.honoured", account=row.nominee_id, call=row.call.title, code=row.code)
    return row


@action("activities.close_honour_call", needs="activities.run_recognition")
def close_honour_call(act: Act, call: HonourCall) -> HonourCall:
    """Ends a round. Whoever was not taken up is told alone and forgotten: there is no list of
    them. What is being shown goes on."""
    hold(call)
    require(Finding(call.closed_on is None, "activities.nomination_fresh"))
    call.closed_on = day_of(act)
    call.save(update_fields=["closed_on"])
    left = Nomination.objects.filter(
        community=call.community_id, call=call, state__in=("named", "agreed")
    )
    for row in left:
        hold(row)
        if row.state not in ("named", "agreed"):
            continue
        if row.nominated_by_id is not None:
            act.tell("activities.round_over", account=row.nominated_by_id, call=call.title)
        end_nomination(row, "closed")
    act.note(call=call.title)
    return call


@action("activities.end_honour", needs="activities.end_honour")
def end_honour(act: Act, row: Nomination) -> Nomination:
    """Time takes an honour down when it has run out, a name nobody answered for, and what was
    shown and never given."""
    hold(row)
    over = rules.run_out(
        row.state, row.call.closes_on, row.shown_until, row.expires_on, day_of(act)
    )
    require(Finding(over, "activities.nomination_fresh"))
    if row.state == "named" and row.nominated_by_id is not None:
        act.tell("activities.round_over", account=row.nominated_by_id, call=row.call.title)
    end_nomination(row, "expired" if row.state == "awarded" else "closed")
    act.note(call=row.call.title)
    return row


def end_nomination(row: Nomination, reason: str) -> None:
    """Takes it down and every word about the person out; that there was one stays, as a count."""
    take_back(row)
    row.state, row.ended_for = "ended", reason
    row.name = row.deed = row.told = row.shown_name = ""
    row.nominee = row.nominated_by = row.person = None
    row.save()
    within = {"community": row.community_id, "nomination": row}
    Voice.objects.filter(**within).delete()
    said = Objection.objects.filter(**within)
    if reason == "objected":  # whoever was right still reads the answer
        said = said.filter(answered_at__isnull=True)
    said.delete()


def _person_of(call: HonourCall, person: Any, account: Any) -> Person | None:
    """Who of the register is named, where their account says so."""
    if person is None and account is not None:
        person = Account.objects.filter(pk=account).values_list("person", flat=True).first()
    rows = Person.objects.filter(community=call.community_id, pk=person)
    return rows.first() if person is not None else None
