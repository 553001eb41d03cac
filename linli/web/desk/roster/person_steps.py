"""What can be done on the page of a person."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import Actor
from linli.core.people import actions
from linli.core.people.grounds import PURPOSES, purpose_title
from linli.core.people.models import Agency, Person, Tie
from linli.core.people.queries import agents_of, consents_of, search_persons, ties_of
from linli.core.places.models import Place
from linli.lib.calendar.periods import local_day
from linli.web.desk.roster.forms import (
    HOW,
    AddressField,
    AgentForm,
    ParticularsForm,
    day_field,
    offer,
)
from linli.web.desk.roster.steps import Step, choose_row, giving, of_fields, taking


def _tie_words(tie: Tie) -> str:
    return f"{tie.get_kind_display()} · {tie.dwelling.full_name}"


class CorrectForm(ParticularsForm):
    """What is held, put right. Numbers are not shown here: left empty they stay as they are."""

    clear = forms.MultipleChoiceField(
        label=_("清空"),
        choices=[
            ("phone", _("联系电话")),
            ("id_number", _("证件号码")),
            ("birth_date", _("出生日期")),
        ],
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("id_number", "phone", "birth_date"):
            self.fields[name].help_text = _("不改就留空。")

    def changes(self) -> dict[str, Any]:
        """What the act is to change."""
        said = self.cleaned_data
        given = {name: said[name] for name in ("name", "sex", "language", "needs")}
        for name in ("id_number", "phone", "birth_date"):
            if said[name]:
                given[name] = said[name]
            elif name in said["clear"]:
                given[name] = None if name == "birth_date" else ""
        if given.get("id_number"):
            given["id_kind"] = said["id_kind"]
        return given


def _correct_form(person: Person, data: Any, at: datetime) -> forms.Form:
    now = {name: getattr(person, name) for name in ("name", "sex", "language", "needs", "id_kind")}
    return CorrectForm(data, initial=now)


def _correct(person: Person, form: CorrectForm, by: Actor, at: datetime) -> None:
    actions.correct(person, by=by, at=at, consents=form.consents(), **form.changes())


def _move_in_form(person: Person, data: Any, at: datetime) -> forms.Form:
    form = forms.Form(data)
    form.fields["dwelling"] = AddressField()
    form.fields["kind"] = forms.ChoiceField(
        label=_("与住房的关系"), choices=Tie.KINDS, initial=Tie.RESIDENT
    )
    form.fields["since"] = day_field(_("从哪天起"))
    offer(form, person.community)
    return form


def _move_out_fields(person: Person, at: datetime) -> dict[str, forms.Field]:
    ties = ties_of(person, local_day(at)).filter(until__isnull=True)
    return {
        "tie": choose_row(_("哪一项"), ties, _tie_words),
        "until": day_field(_("从哪天起不再有效")),
    }


def _consent_fields(person: Person, at: datetime) -> dict[str, forms.Field]:
    given = set(
        consents_of(person).filter(withdrawn_at__isnull=True).values_list("purpose", flat=True)
    )
    guardians = agents_of(person, local_day(at)).filter(kind=Agency.GUARDIAN)
    fields: dict[str, forms.Field] = {
        "purpose": forms.ChoiceField(
            label=_("同意什么"),
            choices=[
                (key, each.title)
                for key, each in PURPOSES.items()
                if key not in given and not each.own_room
            ],
            widget=forms.RadioSelect,
        ),
        "how": forms.ChoiceField(label=_("怎样同意的"), choices=HOW),
    }
    if guardians:
        field = choose_row(
            _("由监护人同意"), [each.agent for each in guardians], lambda one: one.name
        )
        field.required = False
        fields["given_by"] = field
    return fields


def _withdraw_fields(person: Person, at: datetime) -> dict[str, forms.Field]:
    standing = consents_of(person).filter(withdrawn_at__isnull=True)
    return {
        "consent": choose_row(
            _("撤回哪一项"),
            standing,
            lambda row: purpose_title(row.purpose),
        )
    }


def _agent_form(person: Person, data: Any, at: datetime) -> forms.Form:
    class OfThisPerson(AgentForm):
        def clean_agent(self) -> Person:
            found = list(search_persons(person.community, self.cleaned_data["agent"])[:2])
            if len(found) != 1:
                raise forms.ValidationError(
                    _("要正好找到一个人；请用完整的证件号，或先登记这个人。"), code="not_one"
                )
            return found[0]

    return OfThisPerson(data)


def _end_agent_fields(person: Person, at: datetime) -> dict[str, forms.Field]:
    standing = agents_of(person, local_day(at))
    return {
        "agency": choose_row(
            _("结束哪一项"),
            standing,
            lambda row: f"{row.get_kind_display()} · {row.agent.name} · {row.get_scope_display()}",
        ),
        "until": day_field(_("从哪天起不再有效")),
    }


def _empty(_subject: Any, data: Any, _at: datetime) -> forms.Form:
    return forms.Form(data)


PERSON_STEPS: dict[str, Step] = {
    "correct": Step(
        _("更正"), "pencil", "people.correct", _correct_form, _correct, _("已更正。")
    ),
    "move-in": Step(
        _("登记住房"), "home", "people.register", _move_in_form, giving(actions.move_in),
        _("已登记。"), _("常住和户籍只能各有一处，登记新的，原来的到那一天为止。"),
    ),
    "move-out": Step(
        _("搬离"), "logout", "people.register", of_fields(_move_out_fields),
        taking(actions.move_out, "tie"), _("已登记搬离。"),
        _("所有关系结束满一年后，这个人的信息会自动清除。"),
    ),
    "consent": Step(
        _("登记同意"), "square-check", "people.consent", of_fields(_consent_fields),
        giving(actions.give_consent), _("已登记。"),
        _("同意要出于自愿；不同意不影响办事。"),
    ),
    "withdraw": Step(
        _("撤回同意"), "x", "people.consent", of_fields(_withdraw_fields),
        taking(actions.withdraw_consent, "consent"), _("已撤回，相应信息已清除。"),
        _("只靠这项同意保存的信息会立即清除。"),
    ),
    "agent": Step(
        _("登记受托人或监护人"), "heart-handshake", "people.appoint_agent", _agent_form,
        giving(actions.appoint_agent), _("已登记。"),
    ),
    "end-agent": Step(
        _("结束委托"), "ban", "people.appoint_agent", of_fields(_end_agent_fields),
        taking(actions.end_agency, "agency"), _("已结束。"),
    ),
    "death": Step(
        _("登记去世"), "calendar-event", "people.register",
        of_fields(lambda person, at: {"died_on": day_field(_("去世日期"))}),
        giving(actions.record_death), _("已登记。"),
        _("住房关系和委托从次日起结束。近亲属可以要求更正、删除。"),
    ),
    "forget": Step(
        _("清除个人信息"), "trash", "people.forget", _empty, giving(actions.forget_person),
        _("已清除。"), _("内容清除后不能恢复，只留一个空白编号。还有住房关系的不能清除。"), True,
    ),
}  # fmt: skip


def register_at_home(community: Place, form: Any, by: Actor, at: datetime) -> Person:
    """Somebody new, with their home: both or neither."""
    said = form.cleaned_data
    fields = ("name", "id_kind", "id_number", "birth_date", "sex", "phone", "language", "needs")
    with transaction.atomic():
        person: Person = actions.register_person(
            community,
            by=by,
            at=at,
            once=said["once"],
            consents=form.consents(),
            **{name: said[name] for name in fields},
        )
        actions.move_in(
            person, by=by, at=at, dwelling=said["address"], kind=said["kind"], since=said["since"]
        )
    return person
