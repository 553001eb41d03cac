"""Who must be rung: until when, what about, and a button for what they said."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, signed_in
from linli.core.pages.answer import answer
from linli.mechanisms.signup import actions, rules
from linli.mechanisms.signup.models import Call
from linli.mechanisms.signup.queries.sheets import call_kept, calls_kept

SCRIPTS = {
    "offer": _("您报名候补的有空位了，还要不要？要的话名额就是您的；不要就让给下一位。"),
    "called_off": _("有一次取消了，请不要白跑一趟。"),
    "moved": _("时间或地点改了，您还能来吗？"),
    "cancelled": _("整个活动取消了，请不要白跑一趟。"),
    "drawn": _("抽签的结果出来了，现在告诉您。"),
    "removed": _("您的报名取消了，原因和您说一下。"),
    "words": _("组织者有句话转告您。"),
}


@signed_in
@require_safe
def calls(request: Visit) -> HttpResponse:
    """Everybody who waits to be rung, for the sheets one keeps."""
    rows = calls_kept(request.actor, request.community)
    if not rows and not request.actor.posts_over(request.community):
        raise Http404
    now = timezone.now()
    context = {
        "rows": [
            {
                "call": each,
                "script": SCRIPTS[each.about],
                "asks": each.about == "offer" and each.signup.state == rules.OFFERED,
                "late": each.until is not None and each.until < now,
            }
            for each in rows
        ]
    }
    return answer(request, "signup/calls.html", context)


@signed_in
@require_POST
def settle(request: Visit, call_id: UUID) -> HttpResponse:
    """What came of one call."""
    call = call_kept(request.actor, request.community, call_id)
    result = request.POST.get("result", "")
    if result not in dict(Call.RESULTS) or result == "moot":
        raise Http404
    actions.settle_call(call, result=result, by=request.actor, at=timezone.now())
    messages.success(request, _("已记下。"))
    return redirect("signup:calls", request.community.code)
