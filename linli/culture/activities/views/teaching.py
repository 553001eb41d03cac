"""Teachers and instructors: what everybody reads of them, and the desk that keeps them."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.culture.activities.actions import teaching as acts
from linli.culture.activities.forms.learning import (
    CertificateForm,
    OnceForm,
    TaughtForm,
    TeacherForm,
    UntilForm,
)
from linli.culture.activities.models.teachers import Teacher
from linli.culture.activities.queries import teaching
from linli.culture.activities.queries.teaching import by_code
from linli.culture.activities.views.doing import at, carried, desk_tabs, nothing, public_tabs


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """Who teaches here, by name only where they agreed; certificates with how they stand."""
    context = {
        "tabs": public_tabs(request, "teachers"),
        "rows": teaching.teachers_on(request.community, timezone.localdate()),
        "desk": may("activities.run_learning", request.actor, request.community),
    }
    return answer(request, "activities/learning/teachers.html", context)


@public
@require_safe
def show_own(request: Visit, code: str) -> HttpResponse:
    """What a teacher may do with their slip, with or without an account."""
    teacher = by_code(Teacher, request.community, code)
    return answer(request, "activities/learning/teacher_slip.html", {"teacher": teacher})


@public
def hide_own(request: Visit, code: str) -> HttpResponse:
    """The teacher's name is no longer public, at once."""
    teacher = by_code(Teacher, request.community, code)
    by = request.actor.bearing(teacher.pk)
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, acts.hide_teacher, teacher, nothing, by=by),
        title=_("不再公开姓名"),
        note=_("不用说原因，照样教课。"),
        done=_("姓名已从公开的页面上拿下。"),
        back=at(request, "teacher_slip", teacher.code),
        frame="portal.html",
    )


@needs("activities.run_learning")
@require_safe
def show_desk(request: Visit) -> HttpResponse:
    """The register."""
    on = timezone.localdate()
    context = {
        "tabs": desk_tabs(request, "teachers_desk"),
        "rows": teaching.teachers_on(request.community, on),
        "active": teaching.active_instructors(request.community, on),
    }
    return answer(request, "activities/learning/teachers_desk.html", context)


@needs("activities.run_learning")
def register(request: Visit) -> HttpResponse:
    """Registers a teacher or an instructor."""
    form = TeacherForm(
        sent(request), initial={"since": timezone.localdate()}, community=request.community
    )
    return step(
        request,
        form,
        carried(
            request, acts.register_teacher, request.community, lambda _: {"taught": form.taught}
        ),
        title=_("登记老师或指导员"),
        done=_("登记好了，请把纸条打印给本人，再补上证书。"),
        back=at(request, "teachers_desk"),
        leads_to=lambda made: (
            at(request, "teacher_paper", made.pk) if made else at(request, "teachers_desk")
        ),
    )


@needs("activities.run_learning")
@require_safe
def show_paper(request: Visit, teacher_id: UUID) -> HttpResponse:
    """The slip for a teacher, to be printed and handed over: it takes the name down."""
    teacher = teaching.teacher_at(request.community, teacher_id)
    path = reverse("activities:teacher_slip", args=[request.community.code, teacher.code])
    context = {"teacher": teacher, "address": request.build_absolute_uri(path)}
    return answer(request, "activities/learning/teacher_paper.html", context)


@needs("activities.run_learning")
def add_certificate(request: Visit, teacher_id: UUID) -> HttpResponse:
    """Writes a certificate down."""
    teacher = teaching.teacher_at(request.community, teacher_id)
    return step(
        request,
        CertificateForm(sent(request)),
        carried(request, acts.add_certificate, teacher),
        title=_("登记证书"),
        note=_("到期以前 60 天起页面上标出来；过期了也不删，一直标着，直到换新的。"),
        done=_("证书登记好了。"),
        back=at(request, "teachers_desk"),
    )


@needs("activities.run_learning")
def note_taught(request: Visit, teacher_id: UUID) -> HttpResponse:
    """Writes down a day somebody taught."""
    teacher = teaching.teacher_at(request.community, teacher_id)
    return step(
        request,
        TaughtForm(sent(request), initial={"on": timezone.localdate()}),
        carried(request, acts.note_taught, teacher),
        title=_("记一天授课或指导"),
        done=_("记下了。"),
        back=at(request, "teachers_desk"),
    )


@needs("activities.run_learning")
def end(request: Visit, teacher_id: UUID) -> HttpResponse:
    """Somebody teaches here no longer."""
    teacher = teaching.teacher_at(request.community, teacher_id)
    return step(
        request,
        UntilForm(sent(request), initial={"until": timezone.localdate()}),
        carried(request, acts.end_teaching, teacher),
        title=_("不再任教"),
        done=_("已从公开的页面上拿下。"),
        back=at(request, "teachers_desk"),
    )


@needs("activities.run_learning")
def hide(request: Visit, teacher_id: UUID) -> HttpResponse:
    """The teacher told the desk that the name is no longer to be public."""
    teacher = teaching.teacher_at(request.community, teacher_id)
    return step(
        request,
        OnceForm(sent(request)),
        carried(request, acts.hide_teacher, teacher, nothing),
        title=_("不再公开姓名"),
        note=_("本人说不要公开了，不用问原因。"),
        done=_("姓名已从公开的页面上拿下。"),
        back=at(request, "teachers_desk"),
    )
