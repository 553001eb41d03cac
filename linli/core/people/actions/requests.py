"""What people ask about their own data, and the answer they are owed (PIPL 44–50)."""

from datetime import timedelta

from linli.core.audit.door import Act, action
from linli.core.people import rules
from linli.core.people.models import Person, RightsRequest
from linli.lib.calendar.periods import local_day
from linli.lib.law import Finding, require


@action("people.ask", needs="people.own")
def ask(act: Act, person: Person, *, kind: str, words: str = "") -> RightsRequest:
    """The person asks to have something corrected, deleted or explained."""
    waiting = RightsRequest.objects.filter(
        community=person.community_id, person=person, kind=kind, answered_at__isnull=True
    )
    require(Finding(not waiting.exists(), "people.not_asked_yet"))
    require(
        Finding(bool(words.strip()) or kind == RightsRequest.DELETE, "people.said_what_to_change")
    )
    act.about = person.pk
    act.note(kind=kind)
    promised_on = local_day(act.at) + timedelta(days=rules.DAYS_TO_ANSWER)
    act.tell("people.asked", post="registrar", kind=kind, promised_on=promised_on)
    return RightsRequest.objects.create(
        community_id=person.community_id,
        person=person,
        kind=kind,
        words=words.strip(),
        asked_at=act.at,
        promised_on=promised_on,
    )


@action("people.answer_request", needs="people.answer")
def answer_request(
    act: Act, request: RightsRequest, *, granted: bool, answer: str
) -> RightsRequest:
    """Tells the person what was done; a refusal says why."""
    require(Finding(request.answered_at is None, "people.not_answered_yet"))
    require(Finding(granted or bool(answer.strip()), "people.reason_given", cites=("pipl.50",)))
    request.outcome = "granted" if granted else "refused"
    request.answer = answer.strip()
    request.answered_at = act.at
    request.save()
    act.about = request.person_id
    act.note(kind=request.kind, granted=granted)
    act.tell("people.answered", person=request.person_id, kind=request.kind)
    return request
