"""Files of those who work here, for who leads; and everybody's own."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, signed_in
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.partners.organisations import actions
from linli.partners.organisations.forms.staff import (
    CloseForm,
    FileForm,
    GradesForm,
    LeaveForm,
    LevelForm,
    QualificationForm,
    TrainingForm,
)
from linli.partners.organisations.forms.told import SureForm
from linli.partners.organisations.models import Staff
from linli.partners.organisations.queries.grades import SHIPPED, table_on
from linli.partners.organisations.queries.holders import offices_held_by
from linli.partners.organisations.queries.staff import (
    away_on,
    certified_on,
    file_of,
    looks_at,
    own_staff,
    staff_for,
    staff_on,
)
from linli.partners.organisations.views.desk import at


@needs("organisations.lead")
@require_safe
def show_all(request: Visit) -> HttpResponse:
    """Who works here, who is away and who stands in, and how many hold a certificate."""
    here, today = request.community, timezone.localdate()
    certified, whole = certified_on(here, today)
    context = {
        "rows": staff_on(here, today),
        "away": away_on(here, today, today.replace(month=12, day=31)),
        "certified": certified,
        "whole": whole,
        "table": table_on(here, today),
    }
    return answer(request, "organisations/staff/list.html", context)


@needs("organisations.lead")
@require_safe
def show(request: Visit, staff_id: UUID) -> HttpResponse:
    """One file; that it was looked at is written down."""
    staff = staff_for(request.actor, request.community, staff_id)
    _look(request, staff)
    context = {"file": file_of(staff, timezone.localdate()), "staff": staff, "leads": True}
    return answer(request, "organisations/staff/file.html", context)


@signed_in
@require_safe
def show_own(request: Visit) -> HttpResponse:
    """The own file, and the offices one holds: of a representative how many households chose them,
    never who lives there."""
    here, today = request.community, timezone.localdate()
    staff = own_staff(request.actor, here, today)
    context = {
        "file": file_of(staff, today) if staff else None,
        "staff": staff,
        "looks": looks_at(staff) if staff else [],
        "offices": offices_held_by(here, person=request.actor.person, on=today),
        "leads": False,
    }
    return answer(request, "organisations/staff/own.html", context)


@needs("organisations.lead")
def take_on(request: Visit) -> HttpResponse:
    """Opens a file."""
    here = request.community
    form = FileForm(sent(request), community=here, table=table_on(here, timezone.localdate()))
    return step(
        request,
        form,
        lambda said: actions.take_on(
            here, given=form.given, by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("建工作人员档案"),
        done=_("建好了。只记工作需要的。"),
        back=at(request, "staff"),
        leads_to=lambda made: at(request, "file", made.pk),
        note=_("不写身份证号、住址、收入和健康。"),
    )


@needs("organisations.lead")
def alter(request: Visit, staff_id: UUID) -> HttpResponse:
    """Changes post and work."""
    staff = staff_for(request.actor, request.community, staff_id)
    _look(request, staff)
    table = table_on(request.community, timezone.localdate())
    form = FileForm(sent(request), community=request.community, table=table, row=staff)
    return _step(
        request, staff, form,
        lambda said: actions.alter_file(
            staff, given=form.given, seen=said["seen"] or 0, by=request.actor, at=timezone.now(),
            once=said["once"],
        ),
        title=_("改岗位和分工"), done=_("改好了。"),
    )  # fmt: skip


@needs("organisations.lead")
def fix_level(request: Visit, staff_id: UUID) -> HttpResponse:
    """A level is fixed by a paper."""
    staff = staff_for(request.actor, request.community, staff_id)
    _look(request, staff)
    proposal = file_of(staff, timezone.localdate()).proposal
    start = {"level": proposal.level if proposal else None}
    return _step(
        request, staff, LevelForm(sent(request), row=staff, initial=start),
        lambda said: actions.fix_level(staff, **said, by=request.actor, at=timezone.now()),
        title=_("登记定级"), done=_("登记好了。"),
        note=_("等级表只提建议；定级以有权部门的文件为准，待遇不在这里。"),
    )  # fmt: skip


@needs("organisations.lead")
def close(request: Visit, staff_id: UUID) -> HttpResponse:
    """Somebody works here no longer."""
    staff = staff_for(request.actor, request.community, staff_id)
    return _step(
        request, staff, CloseForm(sent(request), row=staff),
        lambda said: actions.close_file(staff, **said, by=request.actor, at=timezone.now()),
        title=_("登记离岗"), done=_("登记好了。离岗满一年后档案自动删除。"),
    )  # fmt: skip


@needs("organisations.lead")
def add_qualification(request: Visit, staff_id: UUID) -> HttpResponse:
    """A certificate that was shown."""
    staff = staff_for(request.actor, request.community, staff_id)
    return _step(
        request, staff, QualificationForm(sent(request)),
        lambda said: actions.add_qualification(staff, **said, by=request.actor, at=timezone.now()),
        title=_("登记证书"), done=_("登记好了。"), note=_("看原件登记，不留复印件和编号。"),
    )  # fmt: skip


@needs("organisations.keep")
def train(request: Visit, staff_id: UUID) -> HttpResponse:
    """Hours of training."""
    staff = staff_for(request.actor, request.community, staff_id)
    return _step(
        request, staff, TrainingForm(sent(request)),
        lambda said: actions.record_training(
            staff, on=said["on"], half_hours=said["hours"], subject=said["subject"],
            given_by=said["by"], by=request.actor, at=timezone.now(), once=said["once"],
        ),
        title=_("登记培训"), done=_("登记好了。"),
    )  # fmt: skip


@signed_in
def enter_leave(request: Visit, staff_id: UUID) -> HttpResponse:
    """Days away, and who stands in."""
    staff = staff_for(request.actor, request.community, staff_id)
    return _step(
        request, staff, LeaveForm(sent(request), row=staff),
        lambda said: actions.enter_leave(staff, **said, by=request.actor, at=timezone.now()),
        title=_("登记请假"), done=_("登记好了，已经告诉替班的人。"),
        note=_("只记哪几天、谁替班，不问原因。"),
    )  # fmt: skip


@signed_in
def strike_leave(request: Visit, staff_id: UUID, leave_id: UUID) -> HttpResponse:
    """There after all."""
    staff = staff_for(request.actor, request.community, staff_id)
    leave = staff.leaves.filter(community=request.community, pk=leave_id).first()
    if leave is None:
        raise Http404
    return _step(
        request, staff, SureForm(sent(request)),
        lambda said: actions.strike_leave(
            staff, leave=leave, by=request.actor, at=timezone.now(), once=said["once"]
        ),
        title=_("取消请假"), done=_("取消了。"),
    )  # fmt: skip


@needs("organisations.lead")
def adopt_grades(request: Visit) -> HttpResponse:
    """The local table is taken into use."""
    here = request.community
    form = GradesForm(sent(request), initial={"text": SHIPPED.read_text("utf-8")})
    return step(
        request,
        form,
        lambda said: actions.adopt_grades(here, **said, by=request.actor, at=timezone.now()),
        title=_("启用本地等级表"),
        done=_("启用了。建议的等级按新表重新算，已定的级没有动。"),
        back=at(request, "staff"),
        note=_("下面是通行样式，请换成本地文件里的。"),
    )


def _look(request: Visit, staff: Staff) -> None:
    """What the form already says of them is read as on the page: it is written down."""
    if request.method != "POST":
        actions.open_file(staff, by=request.actor, at=timezone.now())


def _step(request: Visit, staff: Staff, form: Any, carry_out: Any, **words: Any) -> HttpResponse:
    leads = request.actor.holds("director", over=staff)
    back = at(request, "file", staff.pk) if leads else at(request, "own")
    return step(request, form, carry_out, back=back, **words)
