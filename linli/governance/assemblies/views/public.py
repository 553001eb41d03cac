"""For everybody: what is coming, what was held, and one meeting."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.governance.assemblies.models import Assembly
from linli.governance.assemblies.models.documents import KINDS
from linli.governance.assemblies.queries import (
    assembly_in,
    coming_public,
    in_force,
    open_petitions,
    past_public,
    public_resolutions,
    representing,
    topics_of,
    versions_of,
)
from linli.governance.assemblies.queries.secret import running_for
from linli.lib.law.keeping import take_out_if_any
from linli.mechanisms.gathering.queries import agenda_of, hall_of

NOT_YET = ("prepared",)


@public
@require_safe
def coming(request: Visit) -> HttpResponse:
    """What residents can come to, sign, read; what was decided lately and what became of it."""
    community, at = request.community, timezone.now()
    ahead, past = coming_public(community, at), past_public(community, 10)
    drafts = [
        version
        for kind, _title in KINDS
        for version in versions_of(community, kind).filter(state="consulting")
    ]
    context = {
        "ahead": ahead,
        "past": past,
        "resolutions": public_resolutions(community)[:6],
        "petitions": open_petitions(community).filter(state__in=["gathering", "enough"])[:5],
        "documents": [(kind, title, in_force(community, kind)) for kind, title in KINDS],
        "drafts": drafts,
        "mine": representing(community, request.actor, timezone.localdate(at)),
    }
    return answer(
        request,
        "assemblies/coming.html",
        context,
        json=lambda: {
            "coming": [_as_data(each) for each in ahead],
            "held": [_as_data(each) for each in past],
        },
    )


@public
@require_safe
def show(request: Visit, assembly_id: UUID) -> HttpResponse:
    """One meeting: agenda, how many came, what was decided. What was said in short is read by
    representatives, the committee and the supervisory committee."""
    assembly = assembly_in(request.community, assembly_id)
    if assembly.gathering.state in NOT_YET:
        raise Http404
    topics = topics_of(assembly)
    for topic in topics:
        decision = getattr(topic.item, "decision", None) if topic.item else None
        finding = take_out_if_any(decision.finding) if decision else None
        topic.assembly = assembly
        vars(topic).update(
            outcome=decision, finding=finding, running=running_for(topic, request.actor)
        )
    reads = may("assemblies.read_record", request.actor, request.community)
    context = {
        "assembly": assembly,
        "gathering": assembly.gathering,
        "topics": topics,
        "hall": hall_of(assembly.gathering),
        "record": agenda_of(assembly.gathering) if reads else [],
        "reads": reads,
    }
    data: Any = lambda: _as_data(assembly, topics)  # noqa: E731
    return answer(request, "assemblies/public_meeting.html", context, json=data)


def _as_data(assembly: Assembly, topics: Any = ()) -> dict[str, Any]:
    gathering = assembly.gathering
    return {
        "id": assembly.pk,
        "body": assembly.body,
        "title": gathering.title,
        "state": gathering.state,
        "starts_at": gathering.starts_at,
        "venue": gathering.venue,
        "called_by": gathering.called_by,
        "base": assembly.base,
        "agenda": [
            {
                "order": topic.order,
                "title": topic.title,
                "decides": topic.decides,
                "matter": topic.matter,
                "adopted": vars(topic)["outcome"].adopted if vars(topic)["outcome"] else None,
            }
            for topic in topics
        ],
    }
