"""The community's own kinds of matter, and its routing table with a dry run before it is saved."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy as _, ngettext

from linli.core.access.gates import Visit, needs
from linli.core.access.queries import bodies_of, staff_of
from linli.core.pages.answer import answer
from linli.core.places.queries import public_places
from linli.lib.identity.ids import new_id
from linli.service.matters import actions, rules
from linli.service.matters.models import Kind
from linli.service.matters.models.kinds import HANDLING
from linli.service.matters.models.matter import CHANNELS
from linli.service.matters.queries import dry_run, kinds_of
from linli.service.matters.queries.tables import DRY_RUN_DAYS, DRY_RUN_MOST, table_of

MOST_LINES = 40


class WordsField(forms.CharField):
    """Words with any separator between them, kept as a list."""

    def prepare_value(self, value: Any) -> Any:
        return "、".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        for sign in ",，;；\n":
            text = text.replace(sign, "、")
        return [word.strip() for word in text.split("、") if word.strip()]


class KindForm(forms.ModelForm):
    """One kind."""

    words = WordsField(label=_("常用词"), required=False, help_text=_("用顿号隔开。"))

    class Meta:
        model = Kind
        fields = (
            "title",
            "title_en",
            "group",
            "words",
            "standard",
            "handling",
            "promise_days",
            "limit_days",
            "offered",
            "order",
        )


class LineForm(forms.Form):
    """One line of the routing table; what is left empty fits everything."""

    order = forms.IntegerField(label=_("次序"), min_value=1, max_value=999)
    name = forms.CharField(label=_("名称"), max_length=80)
    kinds = forms.MultipleChoiceField(label=_("类型"), required=False)
    words = WordsField(label=_("包含任一个词"), required=False)
    channels = forms.MultipleChoiceField(label=_("来源"), required=False, choices=CHANNELS)
    place = forms.ModelChoiceField(
        label=_("位置在"), queryset=None, required=False, empty_label=_("不限")
    )
    # The initial is what a browser sends of a line nobody filled in; that is no new line.
    handling = forms.ChoiceField(label=_("办理方式"), choices=HANDLING, initial="self_governed")
    body = forms.ModelChoiceField(
        label=_("转给"), queryset=None, required=False, empty_label=_("不转")
    )
    assignee = forms.ModelChoiceField(
        label=_("交给"), queryset=None, required=False, empty_label=_("谁有空谁办")
    )
    promise_days = forms.IntegerField(
        label=_("承诺（工作日）"), min_value=1, max_value=60, required=False
    )
    active = forms.BooleanField(label=_("启用"), required=False, initial=True)

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on = timezone.localdate()
        fields: Any = self.fields
        fields["kinds"].choices = [(kind.code, kind.name) for kind in kinds_of(community)]
        places = [place.pk for place in public_places(community) if place.kind != "entrance"]
        fields["place"].queryset = type(community).objects.filter(
            community=community, pk__in=places
        )
        fields["place"].label_from_instance = lambda place: place.full_name
        fields["body"].queryset = bodies_of(community, on)
        fields["assignee"].queryset = staff_of(community, on)
        fields["assignee"].label_from_instance = lambda account: account.label

    @property
    def told(self) -> dict[str, Any]:
        """The line in a few words, as it stands in the form, for the list of all lines."""
        given = {name: self[name].value() for name in self.fields}
        words = self.fields["words"].prepare_value(given["words"] or [])
        place, body = (self._called(name, given[name]) for name in ("place", "body"))
        kinds = [
            *self._labels("kinds", given["kinds"]),
            *self._labels("channels", given["channels"]),
        ]
        when = [str(_("、")).join(kinds), f"“{words}”" if words else "", place]
        then = [*self._labels("handling", [given["handling"]]), body]
        then.append(self._called("assignee", given["assignee"]))
        if given["promise_days"]:
            days = ngettext("{count} 个工作日", "{count} 个工作日", int(given["promise_days"]))
            then.append(days.format(count=given["promise_days"]))
        return {
            "order": given["order"],
            "name": given["name"],
            "active": given["active"],
            "when": " · ".join(filter(None, when)) or gettext("所有诉求"),
            "then": " · ".join(filter(None, then)),
        }

    def _labels(self, name: str, values: Any) -> list[str]:
        field: Any = self.fields[name]
        return [str(label) for value, label in field.choices if value in (values or [])]

    def _called(self, name: str, key: Any) -> str:
        """What the row chosen in a field is called; nothing where none is."""
        field: Any = self.fields[name]
        try:
            row = field.queryset.filter(pk=key).first() if key else None
        except (ValueError, ValidationError):
            return ""
        return str(field.label_from_instance(row)) if row else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("handling") == "forward" and not cleaned.get("body"):
            self.add_error("body", _("转办要选定转给谁。"))
        return cleaned


Lines = forms.formset_factory(
    LineForm, extra=1, can_delete=True, max_num=MOST_LINES, absolute_max=MOST_LINES
)


@needs("matters.set_rules")
def kinds(request: Visit) -> HttpResponse:
    """The list, and a form for a new one."""
    form = KindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind = form.save(commit=False)
        kind.community = request.community
        kind.code = f"own_{new_id().hex[-10:]}"
        actions.save_kind(kind, by=request.actor, at=timezone.now())
        messages.success(request, gettext("已添加。"))
        return redirect("matters:kinds", community_code=request.community.code)
    context = {"form": form, "kinds": kinds_of(request.community)}
    return answer(request, "matters/kinds.html", context, status=422 if form.is_bound else 200)


@needs("matters.set_rules")
def edit_kind(request: Visit, kind_id: UUID) -> HttpResponse:
    """One kind changed; matters already raised keep their clocks."""
    kind = Kind.objects.filter(community=request.community, pk=kind_id).first()
    if kind is None:
        raise Http404
    form = KindForm(request.POST or None, instance=kind)
    if request.method == "POST" and form.is_valid():
        actions.save_kind(form.save(commit=False), by=request.actor, at=timezone.now())
        messages.success(request, gettext("已保存。"))
        return redirect("matters:kinds", community_code=request.community.code)
    context = {"form": form, "kind": kind}
    return answer(request, "matters/kind.html", context, status=422 if form.is_bound else 200)


@needs("matters.set_rules")
def routing(request: Visit) -> HttpResponse:
    """The table; `try` shows what it would have done in the last 90 days, `save` keeps it."""
    community = request.community
    forms_of_lines = Lines(
        request.POST or None, initial=_as_initial(community), form_kwargs={"community": community}
    )
    trial = None
    if request.method == "POST" and forms_of_lines.is_valid():
        lines = _lines(forms_of_lines)
        if "save" in request.POST:
            actions.save_routing(community, lines=lines, by=request.actor, at=timezone.now())
            messages.success(request, gettext("规则已保存，从现在起对新来的诉求生效。"))
            return redirect("matters:routing", community_code=community.code)
        trial = _try(community, lines)
    context = {
        "lines": forms_of_lines,
        "trial": trial,
        "days": DRY_RUN_DAYS,
        "most": DRY_RUN_MOST,
    }
    wrong = forms_of_lines.is_bound and trial is None
    return answer(request, "matters/routing.html", context, status=422 if wrong else 200)


def _as_initial(community: Any) -> list[dict[str, Any]]:
    return [
        {
            "order": rule.order,
            "name": rule.name,
            "kinds": rule.kinds,
            "words": rule.words,
            "channels": rule.channels,
            "place": rule.place_id,
            "handling": rule.handling,
            "body": rule.body_id,
            "assignee": rule.assignee_id,
            "promise_days": rule.promise_days,
            "active": rule.active,
        }
        for rule in table_of(community)
    ]


def _lines(formset: Any) -> list[dict[str, Any]]:
    """The lines to keep, in the order the numbers say."""
    kept = [
        {key: value for key, value in form.cleaned_data.items() if key != "DELETE"}
        for form in formset
        if form.cleaned_data and not form.cleaned_data.get("DELETE")
    ]
    kept.sort(key=lambda line: line["order"])
    for line in kept:
        line.pop("order")
    return kept


def _try(community: Any, lines: list[dict[str, Any]]) -> dict[str, Any]:
    """The dry run, each line with how often it would have caught."""
    plain = [
        rules.Line(
            id=new_id(),
            name=line["name"],
            kinds=tuple(line["kinds"]),
            words=tuple(line["words"]),
            channels=tuple(line["channels"]),
            path=line["place"].path if line["place"] else "",
            handling=line["handling"],
            body=line["body"].pk if line["body"] else None,
            assignee=line["assignee"].pk if line["assignee"] else None,
            promise_days=line["promise_days"],
        )
        for line in lines
        if line["active"]
    ]
    run = dry_run(community, plain, timezone.now())
    return {
        "tried": run.tried,
        "unrouted": run.unrouted,
        "changed": run.changed[:20],
        "changed_count": len(run.changed),
        "cut": run.cut,
        "lines": [(line.name, run.hits[line.id]) for line in plain],
    }
