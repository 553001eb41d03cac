"""Changes: told of by residents and waiting for their paper to be seen, or typed in at the door."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs
from linli.core.audit.actor import Actor
from linli.core.pages.answer import answer
from linli.core.people import actions
from linli.core.people.models import Declaration, Person
from linli.core.people.presentation import MaskedPerson, masked
from linli.core.people.queries import dwelling_of, load_person
from linli.core.people.queries.declarations import waiting_declarations
from linli.core.places.models import Place
from linli.core.places.queries import place_in
from linli.lib.law import Refused
from linli.web.desk.roster.change_forms import ICONS, PAPERS, ChangeForm, together_with
from linli.web.desk.roster.forms import HOW, NO_CHOICE
from linli.web.desk.roster.told import particulars
from linli.web.desk.roster.views.people import add_refusal

SETTLED = 20
NEW_PEOPLE = (Declaration.MOVED_IN, Declaration.BORN)


class PaperForm(forms.Form):
    """The paper that was seen, and what is read from it."""

    paper = forms.CharField(label=gettext_lazy("看过的材料"), max_length=80)

    def __init__(self, data: Any, *, kind: str, somebody_new: bool) -> None:
        super().__init__(data)
        self.fields["paper"].help_text = gettext_lazy("一般是：{papers}").format(
            papers=PAPERS[kind]
        )
        if somebody_new:
            self.fields["id_number"] = forms.CharField(
                label=gettext_lazy("证件号码"), max_length=30, required=False,
                help_text=gettext_lazy("从证件上看到的；没有就不填。"),
                widget=forms.TextInput(attrs={"autocomplete": "off", "data-no-draft": True}),
            )  # fmt: skip
        if kind == Declaration.PHONE:
            self.fields["contact"] = forms.ChoiceField(
                label=gettext_lazy("同意用电话联系"), choices=[NO_CHOICE, *HOW], required=False
            )

    def added(self) -> dict[str, Any]:
        """What goes along with the paper."""
        return {name: value for name, value in self.cleaned_data.items() if name != "paper"}


@needs("people.register")
@require_safe
def declarations(request: Visit) -> HttpResponse:
    """What waits, the oldest first; and what was decided lately."""
    settled = Declaration.objects.filter(
        community=request.community, decided_at__isnull=False
    ).select_related("about")
    context = {
        "waiting": [
            (row, masked(row.about, request.actor) if row.about else None)
            for row in waiting_declarations(request.community)
        ],
        "settled": settled.order_by("-decided_at", "-pk")[:SETTLED],
        "icons": ICONS,
    }
    return answer(request, "roster/declarations.html", context)


@needs("people.register")
@require_safe
def choose(request: Visit) -> HttpResponse:
    """Which change is to be recorded, of somebody or at a home."""
    about = _about(request)
    kinds = [
        (kind, word, ICONS[kind], PAPERS[kind])
        for kind, word in Declaration.KINDS
        if about is not None or kind in NEW_PEOPLE
    ]
    context = {
        "about": masked(about, request.actor) if about else None,
        "kinds": kinds,
        "here": request.GET.urlencode(),
    }
    return answer(request, "roster/choose_change.html", context)


@needs("people.register")
def record(request: Visit, kind: str) -> HttpResponse:
    """A worker records a change whose paper they have seen: told and confirmed in one."""
    at, about = timezone.now(), _about(request)
    if kind not in dict(Declaration.KINDS) or (about is None and kind not in NEW_PEOPLE):
        raise Http404
    data = request.POST if request.method == "POST" else None
    form = _change_form(request, data, kind, about)
    paper = PaperForm(data, kind=kind, somebody_new=kind == "born" or form.about is None)
    if data is not None and form.is_valid() and paper.is_valid():
        try:
            done = _record(request, form, paper, at)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("已登记。"))
            return _to(request, done)
    context = {"form": form, "paper": paper, "title": dict(Declaration.KINDS)[kind],
               "who": masked(about, request.actor) if about else None}  # fmt: skip
    status = 422 if form.errors or paper.errors else 200
    return answer(request, "roster/record.html", context, status=status)


@needs("people.register")
def decide(request: Visit, declaration_id: UUID) -> HttpResponse:
    """One change that was told of: the paper seen and registered, or refused with its reason."""
    row = _load(request, declaration_id)
    refusing = request.POST.get("what") == "refuse"
    data = request.POST if request.method == "POST" else None
    somebody_new = row.kind in NEW_PEOPLE and row.about_id is None
    form = PaperForm(None if refusing else data, kind=row.kind, somebody_new=somebody_new)
    refusal_form = RefuseForm(data if refusing else None)
    chosen: Any = refusal_form if refusing else form
    if data is not None and chosen.is_valid():
        try:
            _decide(request, row, chosen)
        except Refused as refusal:
            add_refusal(chosen, refusal)
        else:
            return redirect("roster:declarations", request.community.code)
    context = {"row": row, "pairs": particulars(row, request.actor), "form": form,
               "refusal_form": refusal_form, "by": _told_by(row, request.actor)}  # fmt: skip
    return answer(
        request, "roster/decide_declaration.html", context, status=422 if chosen.errors else 200
    )


class RefuseForm(forms.Form):
    """Why it does not go into the register."""

    reason = forms.CharField(
        label=gettext_lazy("理由"), max_length=500,
        help_text=gettext_lazy("申报的人看得到；写明缺什么、怎么补。"),
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 500, "data-no-draft": True}),
    )  # fmt: skip


def _decide(request: Visit, row: Declaration, form: Any) -> None:
    by, at = request.actor, timezone.now()
    if isinstance(form, RefuseForm):
        actions.refuse_declaration(row, by=by, at=at, reason=form.cleaned_data["reason"])
        messages.success(request, _("已退回，理由会告诉申报的人。"))
        return
    actions.confirm_declaration(
        row, by=by, at=at, paper=form.cleaned_data["paper"], added=form.added()
    )
    messages.success(request, _("已登记。"))


def _told_by(row: Declaration, viewer: Actor) -> MaskedPerson | None:
    return masked(row.declared_by, viewer) if row.declared_by else None


def _record(request: Visit, form: ChangeForm, paper: PaperForm, at: Any) -> Declaration:
    by = request.actor
    with transaction.atomic():
        told = actions.declare(request.community, by=by, at=at, **form.declared())
        done: Declaration = actions.confirm_declaration(
            told, by=by, at=at, paper=paper.cleaned_data["paper"], added=paper.added()
        )
    return done


def _change_form(request: Visit, data: Any, kind: str, about: Person | None) -> ChangeForm:
    on = timezone.localdate()
    home = dwelling_of(about, on) if about else _home(request)
    offered = together_with(about, on) if about else []
    # On a person's page somebody new may move in with them.
    fixed = None if kind in NEW_PEOPLE else about
    return ChangeForm(
        data, kind=kind, community=request.community, on=on, offered=offered, about=fixed, home=home
    )


def _about(request: Visit) -> Person | None:
    try:
        key = UUID(request.GET.get("about", ""))
    except ValueError:
        return None
    return load_person(request.community, key)


def _home(request: Visit) -> Place | None:
    try:
        return place_in(request.community, UUID(request.GET.get("home", "")))
    except ValueError:
        return None


def _load(request: Visit, declaration_id: UUID) -> Declaration:
    found = (
        Declaration.objects.filter(community=request.community, pk=declaration_id)
        .select_related("about", "declared_by", "dwelling", "community")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _to(request: Visit, done: Declaration) -> HttpResponse:
    if done.about_id is None:
        return redirect("roster:declarations", request.community.code)
    return redirect("roster:person", request.community.code, done.about_id)
