"""The community's side: what goes upward, exactly these cells, and the answer."""

from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.places.models import Place
from linli.evaluation.periods import Period
from linli.evaluation.presentation import say_period
from linli.evaluation.queries import last_reckoning
from linli.evaluation.returns import actions, keys
from linli.evaluation.returns.forms import ExplanationForm, FileForm, KeyForm, SendForm
from linli.evaluation.returns.models import SentReturn
from linli.evaluation.returns.outgoing import draw_up
from linli.evaluation.returns.presentation import ShownQuestion, show_lines, show_question
from linli.evaluation.returns.queries import (
    believed_key,
    explanations_of,
    offices_of,
    sent_by,
    sent_in,
)
from linli.evaluation.returns.unpacking import unpack_return
from linli.lib.calendar import local_day

ZIP = "application/zip"
CSV = "text/csv; charset=utf-8"


@needs("returns.see")
@require_safe
def list_sent(request: Visit) -> HttpResponse:
    """What was sent and answered; what to send next; the keys."""
    return _list(request, SendForm(offices_of(request.community), timezone.localdate()))


@needs("returns.send")
def preview(request: Visit) -> HttpResponse:
    """The very cells that would go up; sending makes the file of them."""
    given = request.POST if request.method == "POST" else request.GET
    form = SendForm(offices_of(request.community), timezone.localdate(), given)
    if not form.is_valid():
        return _list(request, form, status=422)
    office, period = form.cleaned_data["office"], form.cleaned_data["period"]
    if request.method == "POST":
        return _send(request, office, period)
    reckoned = last_reckoning(request.community)
    drawn = draw_up(request.community, period)
    context = {
        "office": office,
        "period": say_period(period),
        "key": period.key,
        "reckoned": reckoned,
        "through": drawn.through,
        "seen": drawn.digest,
        "lines": show_lines(drawn.lines),
        "hidden": sum(line.status == "hidden" for line in drawn.lines),
    }
    return answer(request, "returns/preview.html", context)


@needs("returns.see")
@require_safe
def show_sent(request: Visit, sent_id: UUID) -> HttpResponse:
    """One file: when it was made, what it holds, what was answered."""
    sent = sent_in(request.community, sent_id)
    questions = _questions(sent)
    context = {
        "sent": sent,
        "period": say_period(sent.period),
        "state": _answer_word(sent),
        "received_on": _received_on(sent),
        "lines": show_lines(unpack_return(bytes(sent.body)).lines),
        "questions": [(each, _explain_form(each)) for each in questions],
        "open": any(not each.explanation for each in questions),
        "may_send": may("returns.send", request.actor, request.community),
    }
    return answer(request, "returns/sent.html", context)


@needs("returns.send")
@require_POST
def explain(request: Visit, sent_id: UUID) -> HttpResponse:
    """Keeps why a value is so."""
    sent = sent_in(request.community, sent_id)
    form = ExplanationForm(request.POST)
    said = form.cleaned_data if form.is_valid() else {}
    actions.explain(
        sent,
        **{name: said.get(name, "") for name in ("kind", "indicator", "period", "text")},
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("说明写好了。报下一版时会一起交上去。"))
    return redirect("returns:sent", request.community.code, sent.pk)


@needs("returns.see")
@require_safe
def download(request: Visit, sent_id: UUID) -> HttpResponse:
    """The file as it was signed."""
    sent = sent_in(request.community, sent_id)
    return file_response(bytes(sent.body), f"{name_of(request.community, sent)}.zip", ZIP)


@needs("returns.see")
@require_safe
def download_csv(request: Visit, sent_id: UUID) -> HttpResponse:
    """Its values alone, for a look in a spreadsheet."""
    from linli.evaluation.returns.lines import as_csv

    sent = sent_in(request.community, sent_id)
    body = as_csv(unpack_return(bytes(sent.body)).lines)
    return file_response(body, f"{name_of(request.community, sent)}.csv", CSV)


@needs("returns.send")
@require_POST
def take_answer(request: Visit) -> HttpResponse:
    """The office's answer, as a file."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("请选上级发回的答复文件。"))
        return redirect("returns:list", request.community.code)
    sent = actions.take_answer(
        request.community,
        content=form.cleaned_data["file"].read(),
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("答复收到了。"))
    return redirect("returns:sent", request.community.code, sent.pk)


@needs("returns.send")
@require_POST
def register_key(request: Visit) -> HttpResponse:
    """The key by which an office's answers are believed."""
    form = KeyForm(offices_of(request.community), request.POST, must_hear=True)
    if not form.is_valid():
        plain = SendForm(offices_of(request.community), timezone.localdate())
        return _list(request, plain, key_form=form, status=422)
    actions.register_office(
        request.community,
        office=form.cleaned_data["whose"],
        public_key=form.cleaned_data["public_key"],
        heard=form.cleaned_data["heard"],
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("公钥登记好了。"))
    return redirect("returns:list", request.community.code)


def name_of(community: object, row: object) -> str:
    """A file's name: code, period and edition."""
    return f"{community.code}-{row.period.key}-{row.edition}"  # type: ignore[attr-defined]


def _send(request: Visit, office: Place, period: Period) -> HttpResponse:
    sent = actions.send(
        request.community,
        office=office,
        period=period,
        seen=request.POST.get("seen", ""),
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("文件做好了。请下载，原样发给对方，不要打开另存。"))
    return redirect("returns:sent", request.community.code, sent.pk)


def _list(
    request: Visit, form: SendForm, *, key_form: KeyForm | None = None, status: int = 200
) -> HttpResponse:
    offices = offices_of(request.community)
    own = keys.own_key()
    believed = [(office, believed_key(request.community, office, "above")) for office in offices]
    context = {
        "sent": [
            (row, say_period(row.period), _answer_word(row)) for row in sent_by(request.community)
        ],
        "form": form,
        "file_form": FileForm(),
        "key_form": key_form or KeyForm(offices, must_hear=True),
        "own_key": own,
        "own_fingerprint": keys.fingerprint(own),
        "believed": [(office, key) for office, key in believed if key is not None],
        "may_send": may("returns.send", request.actor, request.community),
    }
    return answer(request, "returns/list.html", context, status=status)


def _answer_word(sent: SentReturn) -> tuple[str, str]:
    """The answer in a word, and its tone."""
    words = {
        "accepted": (_("已采用"), "done"),
        "questions": (_("已采用，有疑问"), "soon"),
        "sent_back": (_("退回"), "late"),
    }
    return words.get(sent.answer.get("state", ""), (_("等答复"), "waiting"))


def _received_on(sent: SentReturn) -> date | None:
    """The day the office took it in, as its answer says."""
    try:
        return local_day(datetime.fromisoformat(str(sent.answer.get("received_at", ""))))
    except ValueError:
        return None


def _questions(sent: SentReturn) -> list[ShownQuestion]:
    said = explanations_of(sent)
    return [
        show_question(
            each["kind"],
            each["indicator"],
            each["period"],
            each["numbers"],
            said.get((each["kind"], each["indicator"], each["period"]), ""),
        )
        for each in sent.answer.get("questions", ())
    ]


def _explain_form(question: ShownQuestion) -> ExplanationForm:
    place = f"q-{question.kind}-{question.indicator}-{question.period}-"
    return ExplanationForm(
        auto_id=f"{place}%s",
        initial={
            "kind": question.kind,
            "indicator": question.indicator,
            "period": question.period,
            "text": question.explanation,
        },
    )
