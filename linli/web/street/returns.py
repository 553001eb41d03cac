"""The office's side of returns: files taken in, checked, answered; whose key is believed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.pages.answer import answer
from linli.core.pages.downloads import file_response
from linli.core.places.queries import communities
from linli.evaluation.presentation import say_period
from linli.evaluation.returns import actions, keys
from linli.evaluation.returns.actions.answering import pack
from linli.evaluation.returns.forms import AnswerForm, FileForm, KeyForm
from linli.evaluation.returns.lines import as_csv
from linli.evaluation.returns.models import KnownKey, Return
from linli.evaluation.returns.presentation import show_lines, show_question
from linli.evaluation.returns.queries import flags_of, keys_of, received_by, return_in
from linli.evaluation.returns.rules import BLOCKING
from linli.evaluation.returns.unpacking import unpack_return
from linli.evaluation.returns.views import CSV, ZIP, name_of
from linli.lib.law import Finding, Refused
from linli.web.street.gate import needs_street

_TONES = {"waiting": "waiting", "accepted": "done", "questions": "soon", "sent_back": "late"}


@needs_street
@require_safe
def show_all(request: Any, street: Any) -> HttpResponse:
    """What came, and what is to be answered."""
    return _list(request, street)


@needs_street
@require_POST
def receive(request: Any, street: Any) -> HttpResponse:
    """Takes one file in."""
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _list(request, street, file_form=form, status=422)
    row = actions.receive(
        street, content=form.cleaned_data["file"].read(), by=request.actor, at=timezone.now()
    )
    messages.success(request, _("收下了，签名核对无误。请看下面要问的，再答复。"))
    return redirect("street:return", street.code, row.pk)


@needs_street
@require_safe
def show_one(request: Any, street: Any, return_id: UUID) -> HttpResponse:
    """One return: what is asked about it, what it holds, the answer."""
    return _one(request, street, return_in(street, return_id), AnswerForm())


@needs_street
@require_POST
def give_answer(request: Any, street: Any, return_id: UUID) -> HttpResponse:
    """Answers it."""
    row = return_in(street, return_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _one(request, street, row, form, status=422)
    actions.answer(
        street, return_id=row.pk, **form.cleaned_data, by=request.actor, at=timezone.now()
    )
    messages.success(request, _("答复了。不在一个系统的社区，请把答复文件发给它。"))
    return redirect("street:return", street.code, row.pk)


@needs_street
@require_safe
def download_values(request: Any, street: Any, return_id: UUID) -> HttpResponse:
    """Its values as CSV, byte for byte as they were signed."""
    row = return_in(street, return_id)
    body = as_csv(unpack_return(bytes(row.body)).lines)
    return file_response(body, f"{name_of(row.community, row)}.csv", CSV)


@needs_street
@require_safe
def download_answer(request: Any, street: Any, return_id: UUID) -> HttpResponse:
    """The answer as a signed file."""
    row = return_in(street, return_id)
    if row.answered_at is None:
        raise Refused(Finding(False, "returns.not_answered"))
    content = pack(row, flags_of(row)).content
    return file_response(content, f"{name_of(row.community, row)}-answer.zip", ZIP)


@needs_street
@require_POST
def register_key(request: Any, street: Any) -> HttpResponse:
    """Takes down a community's key."""
    form = KeyForm(list(communities(street)), request.POST, must_hear=False)
    if not form.is_valid():
        return _list(request, street, key_form=form, status=422)
    key = actions.register_sender(
        street,
        community=form.cleaned_data["whose"],
        public_key=form.cleaned_data["public_key"],
        heard=form.cleaned_data["heard"],
        by=request.actor,
        at=timezone.now(),
    )
    messages.success(
        request, _("公钥登记好了。") if key.is_believed else _("公钥记下了，等第二个人确认。")
    )
    return redirect("street:returns", street.code)


@needs_street
@require_POST
def confirm_key(request: Any, street: Any, key_id: UUID) -> HttpResponse:
    """The second person confirms."""
    actions.confirm_key(street, key=_key_in(street, key_id), by=request.actor, at=timezone.now())
    messages.success(request, _("公钥确认了，从现在起认它签的文件。"))
    return redirect("street:returns", street.code)


@needs_street
@require_POST
def end_key(request: Any, street: Any, key_id: UUID) -> HttpResponse:
    """Nothing signed with it is believed from now on."""
    actions.end_key(street, key=_key_in(street, key_id), by=request.actor, at=timezone.now())
    messages.success(request, _("公钥停用了；已经采用的数照旧。"))
    return redirect("street:returns", street.code)


def _key_in(street: Any, key_id: UUID) -> KnownKey:
    found = [each for each in keys_of(street, "below") if each.pk == key_id]
    if not found:
        raise Refused(Finding(False, "returns.key_open"))
    return found[0]


def _list(
    request: Any,
    street: Any,
    *,
    file_form: FileForm | None = None,
    key_form: KeyForm | None = None,
    status: int = 200,
) -> HttpResponse:
    own = keys.own_key()
    context = {
        "street": street,
        "lines": [(row, say_period(row.period), _TONES[row.state]) for row in received_by(street)],
        "file_form": file_form or FileForm(),
        "key_form": key_form or KeyForm(list(communities(street)), must_hear=False),
        "known": keys_of(street, "below"),
        "me": request.actor.account,
        "own_key": own,
        "own_fingerprint": keys.fingerprint(own),
    }
    return answer(request, "street/returns.html", context, status=status)


def _one(
    request: Any, street: Any, row: Return, form: AnswerForm, *, status: int = 200
) -> HttpResponse:
    flags = flags_of(row)
    against = sum(flag.kind in BLOCKING and not flag.explanation for flag in flags)
    if not form.is_bound:
        first = "sent_back" if against else "questions" if flags else "accepted"
        form = AnswerForm(initial={"state": first})
    context = {
        "street": street,
        "row": row,
        "period": say_period(row.period),
        "tone": _TONES[row.state],
        "against": against,
        "questions": [
            show_question(each.kind, each.indicator, each.period, each.numbers, each.explanation)
            for each in flags
        ],
        "lines": show_lines(unpack_return(bytes(row.body)).lines),
        "form": form if row.state == "waiting" else None,
    }
    return answer(request, "street/return.html", context, status=status)
