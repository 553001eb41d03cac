"""Topics, courses and certificates at the desk."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import floor_laid_down, laid_down
from linli.culture.activities.actions import learning as acts
from linli.culture.activities.forms.learning import OnceForm, ReasonForm, TieForm, TopicForm
from linli.culture.activities.models.learning import CourseTopic, Topic
from linli.culture.activities.queries import learning
from linli.culture.activities.queries.attendance import held_of
from linli.culture.activities.views.doing import at, carried, desk_tabs, nothing


@needs("activities.run_learning")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """What is wished, what might be offered, and the courses with their certificates."""
    here = request.community
    whole, rows = learning.coverage_on(here, timezone.localdate())
    context = {
        "tabs": desk_tabs(request, "learning_desk"),
        "whole": whole,
        "rows": rows,
        "sheets": learning.sheets_for_courses(here),
    }
    return answer(request, "activities/learning/learning_desk.html", context)


@needs("activities.run_learning")
@require_safe
def show(request: Visit, sheet_id: UUID) -> HttpResponse:
    """One course: its topic, what those who came say, and its certificates."""
    sheet, on = learning.sheet_at(request.community, sheet_id), timezone.localdate()
    tie = CourseTopic.objects.filter(community=request.community, sheet=sheet)
    context = {
        "sheet": sheet,
        "topic": tie.select_related("topic").first(),
        "held": held_of(sheet),
        "least": laid_down("activities.completion_share", request.community, on).value,
        "needs": learning.needs_of(sheet, floor_laid_down(request.community, on)),
        "certificates": learning.certificates_of(sheet),
    }
    return answer(request, "activities/learning/course_desk.html", context)


@needs("activities.run_learning")
def add_topic(request: Visit) -> HttpResponse:
    """Something to be learnt comes on the list."""
    return step(
        request,
        TopicForm(sent(request)),
        carried(request, acts.add_topic, request.community),
        title=_("加一项可以学的"),
        done=_("加上了，居民可以勾了。"),
        back=at(request, "learning_desk"),
    )


@needs("activities.run_learning")
def close_topic(request: Visit, topic_id: UUID) -> HttpResponse:
    """A topic leaves the list."""
    topic = learning.topic_at(request.community, topic_id)
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, acts.close_topic, topic, nothing),
        title=_("从清单上拿下"),
        note=_("居民在这一项上勾的也一起删除。"),
        done=_("拿下了。"),
        back=at(request, "learning_desk"),
    )


@needs("activities.run_learning")
def tie(request: Visit, sheet_id: UUID) -> HttpResponse:
    """Which topic a course belongs to."""
    sheet = learning.sheet_at(request.community, sheet_id)
    topics = Topic.objects.filter(community=request.community, closed_on__isnull=True)

    def carry_out(said: dict[str, object]) -> object:
        topic = said.pop("topic")
        once = said.get("once")
        return carried(request, acts.tie_course, topic)({"sheet": sheet, "once": once})

    return step(
        request,
        TieForm(sent(request), topics=topics.order_by("title")),
        carry_out,
        title=_("这门课属于哪一项"),
        note=sheet.title,
        done=_("写上了，来学的人算进这一项。"),
        back=at(request, "course_desk", sheet.pk),
    )


@needs("activities.run_learning")
def give(request: Visit, sheet_id: UUID) -> HttpResponse:
    """Certificates for everybody who came often enough."""
    sheet = learning.sheet_at(request.community, sheet_id)
    share = laid_down("activities.completion_share", request.community, timezone.localdate()).value
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, acts.give_certificates, sheet, nothing),
        title=_("发结业证"),
        note=_("来了 %(share)s 以上的（含本数）都发；已经发过的不重发。") % {"share": share},
        done=_("发好了，请打印。"),
        back=at(request, "course_desk", sheet.pk),
    )


@needs("activities.run_learning")
@require_safe
def print_certificate(request: Visit, certificate_id: UUID) -> HttpResponse:
    """One certificate, to be printed and handed over."""
    found = learning.certificate_at(request.community, certificate_id)
    path = reverse("activities:check_certificate", args=[request.community.code, found.code])
    context = {
        "certificate": found,
        "address": request.build_absolute_uri(path),
        "community": request.community,
    }
    return answer(request, "activities/learning/certificate.html", context)


@needs("activities.run_learning")
def void_certificate(request: Visit, certificate_id: UUID) -> HttpResponse:
    """A certificate given by mistake."""
    found = learning.certificate_at(request.community, certificate_id)
    return step(
        request,
        ReasonForm(sent(request)),
        carried(request, acts.void_course_certificate, found),
        title=_("作废结业证"),
        note=_("查询页上会写明作废和原因。"),
        done=_("作废了。"),
        back=at(request, "course_desk", found.sheet_id),
    )
