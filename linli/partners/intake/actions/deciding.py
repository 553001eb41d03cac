"""The director decides over what is off the list, and signs the letter."""

from django.db.models import Max

from linli.core.audit.door import Act, action
from linli.core.clocks.queries import work_calendar
from linli.core.pages.bilingual import in_both
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import take
from linli.partners.intake import rules
from linli.partners.intake.actions.recording import start_due
from linli.partners.intake.flows import REQUEST
from linli.partners.intake.law import days_of, grounds_of, paper_needed
from linli.partners.intake.letters import refusal, sent_back
from linli.partners.intake.models import Letter, Request
from linli.partners.intake.words import GROUNDS


@action("intake.approve", needs="intake.decide")
def approve(
    act: Act, request: Request, *, nature: str = "", admission: str = "", seen: int | None = None
) -> Request:
    """Takes on what is off the list: only with a basis and a word about the money, and where the
    place asks for it with the admitting office's paper. Nothing that may never be passed on."""
    on = local_day(act.at)
    request.nature = nature or request.nature
    request.admission = admission.strip()
    request.decided_on = on
    found = rules.may_approve(
        never=request.never,
        basis=request.basis(),
        money=request.money_said(),
        paper_needed=paper_needed(request.community, on),
        cites=grounds_of("admission_paper", request.community, on),
        paper=request.admission,
    )
    take(act, REQUEST, request, "approve", seen=seen, conditions=found)
    request.save(update_fields=["nature", "admission", "decided_on"])
    start_due(act, request)
    act.tell("intake.approved", post="worker", office=request.body.name)
    return request


@action("intake.send_back", needs="intake.decide")
def send_back(act: Act, request: Request, *, reason: str, seen: int | None = None) -> Request:
    """Sends a request back for its basis or money, with a letter that says what is missing. The
    clock rests until the office has answered."""
    on = local_day(act.at)
    lacking = [found for found in (request.basis(), request.money_line()) if not found.holds]
    require(Finding(bool(lacking), "intake.something_lacks", cites=("rcl2025.43",)))
    take(act, REQUEST, request, "send_back", reason=reason, seen=seen)
    days = days_of("decided_within", request.community, on)
    act.tell("intake.sent_back", post="worker", office=request.body.name)
    _write(act, request, "return", sent_back(request, lacking, reason, on=on, days=days))
    return request


@action("intake.refuse", needs="intake.decide")
def refuse(
    act: Act, request: Request, *, ground: str, words: str = "", seen: int | None = None
) -> Request:
    """Does not take it on, with a letter that names the rule and the way on. The ground must be
    so: a letter never says that a basis is missing which was named."""
    on = local_day(act.at)
    days = days_of("decided_within", request.community, on)
    ahead = days_of("asked_ahead", request.community, on)
    so = rules.ground_holds(
        ground,
        never=request.never,
        basis=request.basis(),
        money=request.money_line(),
        ahead=came_in_time(request),
    )
    require(so)
    # Before the move: the database holds no refusal without its ground.
    request.ground, request.decided_on = ground, on
    request.save(update_fields=["ground", "decided_on"])
    take(act, REQUEST, request, "refuse", seen=seen)
    text = refusal(request, ground, words, on=on, days=days, ahead=ahead)
    _write(act, request, "refusal", text)
    act.note(ground=in_both(dict(GROUNDS)[ground]), office=request.body.name)
    act.tell("intake.refused", post="worker", office=request.body.name)
    return request


def came_in_time(request: Request) -> Finding:
    """Whether the office asked as long ahead as this place's rule says."""
    return rules.asked_ahead(
        request.received_on,
        request.starts_on,
        days=days_of("asked_ahead", request.community, request.received_on),
        cites=grounds_of("asked_ahead", request.community, request.received_on),
        calendar=work_calendar(request.community_id),
    )


def _write(act: Act, request: Request, kind: str, text: dict[str, str]) -> Letter:
    """Numbers a letter within its year and keeps it; two at once take their turns."""
    on = local_day(act.at)
    Place.objects.select_for_update().get(pk=request.community_id)
    latest = Letter.objects.filter(community=request.community_id, year=on.year).aggregate(
        last=Max("serial")
    )["last"]
    return Letter.objects.create(
        community_id=request.community_id,
        request=request,
        kind=kind,
        year=on.year,
        serial=(latest or 0) + 1,
        written_on=on,
        text=text,
        signed_by_id=act.by.account,
    )
