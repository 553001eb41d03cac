"""The appraisal: for everybody while it runs and once it is published; its steps at the desk."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.governance.oversight.actions import appraisal as acts
from linli.governance.oversight.forms import appraisal as forms
from linli.governance.oversight.forms.committee import SureForm
from linli.governance.oversight.models import Appraisal
from linli.governance.oversight.queries import appraisal as queries
from linli.mechanisms.ballot.queries.polls import papers_handed_out, participation


@public
@require_safe
def show(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """What is going on; the result once it is published; the way to the paper for who is on the
    roll."""
    appraisal = queries.public_appraisal(request.community, appraisal_id)
    shown = queries.shown_in(appraisal) if appraisal.state == "published" else []
    context = {
        "appraisal": appraisal,
        "shown": shown,
        "titles": queries.titles_of(appraisal),
        "names": [each.name for each in queries.appraised_in(appraisal)],
        "running": queries.running_for(appraisal, request.actor),
    }
    return answer(
        request, "oversight/appraisal.html", context, json=lambda: _as_data(appraisal, shown)
    )


@needs("oversight.see_supervision")
@require_safe
def desk(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """Where it stands, and the next step. The result is for those who chair until it is posted."""
    appraisal = queries.appraisal_in(request.community, appraisal_id)
    chairs = may("oversight.chair_appraisal", request.actor, appraisal)
    tells = chairs or appraisal.state == "published"
    context = {
        "appraisal": appraisal,
        "appraised": list(queries.appraised_in(appraisal)),
        "shown": queries.shown_in(appraisal) if tells else [],
        "titles": queries.titles_of(appraisal),
        "cast": participation(appraisal.poll) if appraisal.poll else None,
        "chairs": chairs,
    }
    return answer(request, "oversight/appraisal_desk.html", context)


@needs("oversight.chair_appraisal")
def plan(request: Visit) -> HttpResponse:
    """Puts an appraisal on."""
    on = timezone.localdate()
    initial = {
        "year": on.year,
        "title": _("%(year)d 年度民主评议") % {"year": on.year},
    }
    return step(
        request,
        forms.PlanForm(sent(request), community=request.community, on=on, initial=initial),
        lambda given: acts.plan_appraisal(
            request.community, by=request.actor, at=timezone.now(), **given
        ),
        title=_("筹备民主评议"),
        note=_("居务监督委员会主持，居民代表无记名评议。评议居委会成员时，现任成员都在内。"),
        done=_("已列入。到会以后开始评议。"),
        back=reverse("oversight:supervision_desk", args=[request.community.code]),
        says=_("列入"),
    )


@needs("oversight.chair_appraisal")
def open_it(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """Takes the roll of who came, and opens the box."""
    appraisal = queries.appraisal_in(request.community, appraisal_id)
    on = timezone.localdate()
    return _step(
        request,
        appraisal,
        forms.OpenForm(sent(request), community=request.community, on=on),
        lambda given: acts.open_appraisal(appraisal, by=request.actor, at=timezone.now(), **given),
        title=_("开始评议"),
        note=_(
            "到会的居民代表列入名单，共 %(base)d 人，到三分之二以上才能评议。用手机的和用纸票的进同一"
            "个票箱，谁评了什么，谁也看不到。"
        )
        % {"base": appraisal.base},
        done=_("评议开始。请用手机的代表打开评议页面，给用纸票的发票。"),
    )


@needs("oversight.chair_appraisal")
def give_paper(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """A paper for who cannot mark on their phone after all."""
    appraisal = queries.appraisal_in(request.community, appraisal_id)
    if appraisal.state != "voting":
        raise Http404
    return _step(
        request,
        appraisal,
        forms.PaperForm(sent(request), appraisal=appraisal),
        lambda given: acts.give_paper(
            appraisal, elector=given["elector"].pk, by=request.actor, at=timezone.now()
        ),
        title=_("发一张纸票"),
        note=_("给手机用不了的代表。领了纸票就不能再用手机。"),
        done=_("已登记发票。"),
    )


@needs("oversight.chair_appraisal")
def close(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """Counts the papers into the box and ends the vote."""
    appraisal = queries.appraisal_in(request.community, appraisal_id)
    out = papers_handed_out(appraisal.poll) if appraisal.poll is not None else 0
    form = forms.CountForm(
        sent(request),
        appraisal=appraisal,
        appraised=list(queries.appraised_in(appraisal)),
        handed_out=out,
    )
    return _step(
        request,
        appraisal,
        form,
        lambda given: acts.close_appraisal(
            appraisal,
            counts=form.counts if out else (),
            returned=given["returned"] or 0,
            by=request.actor,
            at=timezone.now(),
        ),
        title=_("结束评议，计票"),
        note=_closing(out),
        done=_("已计票，结果在下面。核对以后公布。"),
    )


@needs("oversight.chair_appraisal")
def void(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """Breaks off a vote nobody knows anything of yet."""
    appraisal = queries.appraisal_in(request.community, appraisal_id)
    return _step(
        request,
        appraisal,
        SureForm(sent(request)),
        lambda _given: acts.void_appraisal(appraisal, by=request.actor, at=timezone.now()),
        title=_("停止评议，重新来"),
        note=_("已评的票全部不算，可以重新开始。"),
        done=_("这次的票都不算，可以重新开始。"),
    )


@needs("oversight.chair_appraisal")
def publish(request: Visit, appraisal_id: UUID) -> HttpResponse:
    """Posts the result."""
    appraisal = queries.appraisal_in(request.community, appraisal_id)
    ending = [each.name for each in queries.appraised_in(appraisal) if each.ends]
    note = _("结果贴到公告栏，居民都能看到。")
    if ending:
        note = _("%(note)s连续两次不称职的，公布时职务依法终止：%(names)s。") % {
            "note": note,
            "names": _("、").join(ending),
        }
    return _step(
        request,
        appraisal,
        SureForm(sent(request)),
        lambda _given: acts.publish_appraisal(appraisal, by=request.actor, at=timezone.now()),
        title=_("公布评议结果"),
        note=note,
        done=_("已公布。"),
    )


def _closing(handed_out: int) -> str:
    """What is said before the close; where papers were handed out, how they are counted."""
    note = _("结束以后不能再评，也不能再开。结束以前谁也看不到结果。")
    if not handed_out:
        return note
    return _("%(note)s发出纸票 %(n)d 张：请当众收齐、唱票，逐个填入各等次的张数。") % {
        "note": note,
        "n": handed_out,
    }


def _step(
    request: Visit, appraisal: Appraisal, form: Any, carry_out: Any, **words: Any
) -> HttpResponse:
    here = reverse("oversight:appraisal_desk", args=[request.community.code, appraisal.pk])
    return step(request, form, carry_out, back=here, **words)


def _as_data(appraisal: Appraisal, shown: list[queries.Shown]) -> dict[str, Any]:
    return {
        "kind": appraisal.kind,
        "year": appraisal.year,
        "title": appraisal.title,
        "state": appraisal.state,
        "held_on": appraisal.held_on,
        "papers": appraisal.papers,
        "published_on": appraisal.published_on,
        "results": [
            {
                "name": each.name,
                "office": each.office,
                "result": each.result,
                "counts": each.counts,
            }
            for each in shown
        ],
    }
