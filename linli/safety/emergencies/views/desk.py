"""The desk: the tree, the map, the store, drills. Each kind of row is put down and altered by the
same two views."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from linli.core.access.gates import Visit, needs
from linli.core.pages.answer import answer
from linli.core.pages.stepping import once, pressed, sent, step
from linli.lib.calendar import local_day
from linli.safety.emergencies.actions import contacts, drills, places, supplies
from linli.safety.emergencies.forms import prepared as forms
from linli.safety.emergencies.forms.incident import SureForm
from linli.safety.emergencies.models import (
    CallTest,
    Contact,
    Drill,
    Incident,
    Lesson,
    NightDuty,
    RiskPlace,
    Shelter,
    Supply,
    SupplySlip,
)
from linli.safety.emergencies.queries import map as sheet, prepared
from linli.safety.emergencies.views.sending import as_key, desk_tabs, here


@dataclass(frozen=True)
class Kind:
    """A kind of row: its form, its acts, what they take, and the page it stands on."""

    model: Any
    form: Any
    put: Any
    alter: Any
    takes: Callable[[Any], dict[str, Any]]
    page: str
    title: Any
    fields: tuple[str, ...]


def _given(form: Any) -> dict[str, Any]:
    return {"given": form.said()}


KINDS = {
    "contact": Kind(
        Contact, forms.ContactForm, contacts.list_contact, contacts.alter_contact,
        lambda form: {"listed": form.listed}, "tree", _("应急联系人"),
        ("kind", "duty", "name", "phone", "office_phone", "told", "agreed_on", "caller",
         "stand_in"),
    ),
    "risk": Kind(
        RiskPlace, forms.RiskForm, places.mark_risk, places.alter_risk, _given, "places",
        _("风险点"), ("kind", "title", "advice", "place", "lon", "lat"),
    ),
    "shelter": Kind(
        Shelter, forms.ShelterForm, places.list_shelter, places.alter_shelter, _given, "places",
        _("避难场所"),
        ("title", "where", "capacity", "step_free", "pets", "power", "opened_by", "keys", "place",
         "lon", "lat"),
    ),
    "supply": Kind(
        Supply, forms.SupplyForm, supplies.store_supply, supplies.alter_supply,
        lambda form: {"stored": form.stored}, "store", _("应急物资"),
        ("title", "measure", "where", "minimum", "expires_on"),
    ),
    "drill": Kind(
        Drill, forms.DrillForm, drills.plan_drill, drills.alter_drill,
        lambda form: {"planned": form.planned}, "drills", _("演练"),
        ("kind", "title", "on", "where", "plan"),
    ),
}  # fmt: skip


WITHDRAWN: dict[str, Any] = {
    "contact": contacts.withdraw_contact,
    "drill": drills.call_drill_off,
    "supply": supplies.withdraw_supply,
}


GONE: dict[str, Any] = {
    "contact": _("姓名和电话一起删除，找不回；由这一条通知的，改由上一级通知。"),
    "risk": _("从图上去掉，要再用就重新登记。"),
    "shelter": _("从图上去掉，要再用就重新登记。"),
    "supply": _("从台账上去掉，单子留着。"),
}


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise Http404
    return KINDS[name]


@needs("emergencies.keep")
def put(request: Visit, name: str) -> HttpResponse:
    """A further row."""
    kind = _kind(name)
    form = kind.form(sent(request), community=request.community)
    return step(
        request, form,
        lambda said: once(request, kind.put, request.community, said, **kind.takes(form)),
        title=_("登记：{what}").format(what=kind.title), done=_("登记好了。"),
        back=here(request, kind.page), says=_("登记"),
    )  # fmt: skip


@needs("emergencies.keep")
def alter(request: Visit, name: str, key: UUID) -> HttpResponse:
    """What is said of it now."""
    kind = _kind(name)
    row = prepared.one_of(kind.model, request.community, key)
    prepared.still_listed(row)
    initial = {each: getattr(row, each) for each in kind.fields}
    form = kind.form(sent(request), community=request.community, row=row, initial=initial)
    return step(
        request, form,
        lambda said: once(
            request, kind.alter, row, said, seen=said["seen"], **kind.takes(form)
        ),
        title=_("更新：{what}").format(what=row), done=_("更新了。"),
        back=here(request, kind.page), says=_("保存"),
    )  # fmt: skip


@needs("emergencies.keep")
def withdraw(request: Visit, name: str, key: UUID) -> HttpResponse:
    """Takes it off the list; asked once more, since there is no way back."""
    kind = _kind(name)
    row = prepared.one_of(kind.model, request.community, key)
    prepared.still_listed(row)
    act = WITHDRAWN.get(name, places.withdraw_place)
    title = _("取消演练：{what}") if name == "drill" else _("去掉：{what}")
    return _off(request, act, row, title.format(what=row), GONE.get(name, ""), kind.page)


def _off(request: Visit, act: Any, row: Any, title: Any, note: Any, page: str) -> HttpResponse:
    """Asks whether it is to go, and takes it off."""
    return step(
        request, SureForm(sent(request)), lambda said: once(request, act, row, said),
        title=title, note=note, done=_("去掉了。"), back=here(request, page),
    )  # fmt: skip


@needs("emergencies.keep")
@require_safe
def show_tree(request: Visit) -> HttpResponse:
    """Who calls whom, the last test, the nights."""
    test = prepared.last_test(request.community)
    results = {row.contact_id: row for row in test.results.all()} if test else {}
    context = {
        "branches": [
            (each, results.get(each.contact.pk)) for each in prepared.tree(request.community)
        ],
        "test": test,
        "outside": contacts.OUTSIDE,
        "nights": prepared.nights(request.community, local_day(timezone.now())),
        "tabs": desk_tabs(request, "tree"),
    }
    return answer(request, "emergencies/desk/tree.html", context)


@needs("emergencies.keep")
@require_POST
def test_calls(request: Visit, name: str) -> HttpResponse:
    """Begins a test of the tree, or ends it."""
    back = here(request, "tree")
    if name == "begin":
        done = _("开始了。逐个打，记下结果。")
        return pressed(request, contacts.begin_call_test, request.community, done, back)
    test = prepared.last_test(request.community)
    if name != "end" or test is None:
        raise Http404
    return pressed(request, contacts.end_call_test, test, _("试打结束。"), back)


@needs("emergencies.keep")
def drop_test(request: Visit) -> HttpResponse:
    """A test is not carried on: asked once, then what was noted is gone."""
    test = prepared.last_test(request.community)
    if test is None or test.ended_at is not None:
        raise Http404
    return step(
        request, SureForm(sent(request)),
        lambda said: once(request, contacts.drop_call_test, test, said),
        title=_("放弃这次试打"), note=_("已经记下的结果一起删除；本季度的试打还要再做。"),
        done=_("放弃了，没有记下。"), back=here(request, "tree"),
    )  # fmt: skip


@needs("emergencies.keep")
def note_call(request: Visit, key: UUID, contact: UUID) -> HttpResponse:
    """What became of one call."""
    test = prepared.one_of(CallTest, request.community, key)
    row = prepared.one_of(Contact, request.community, contact)
    form = forms.CallForm(sent(request))
    return step(
        request, form,
        lambda said: once(
            request, contacts.note_call, test, said, contact=row, result=said["result"]
        ),
        title=_("试打：{duty}").format(duty=row.duty), done=_("记下了。"),
        back=here(request, "tree"), says=_("记下"),
    )  # fmt: skip


@needs("emergencies.keep")
def set_night(request: Visit) -> HttpResponse:
    """Who has a night."""
    row: NightDuty | None = None
    if on := request.GET.get("on"):
        row = prepared.one_of(NightDuty, request.community, as_key(on))
    initial = {name: getattr(row, name) for name in ("on", "first", "second")} if row else {}
    form = forms.NightForm(sent(request), community=request.community, row=row, initial=initial)
    return step(
        request, form,
        lambda said: once(
            request, contacts.set_night, request.community, said, **form.said(),
            seen=said["seen"],
        ),
        title=_("排夜间值班"), done=_("排好了。"), back=here(request, "tree"), says=_("排好"),
    )  # fmt: skip


@needs("emergencies.keep")
@require_safe
def show_places(request: Visit) -> HttpResponse:
    """Risks and shelters, on the map and as a list, to be printed."""
    risks, shelters = prepared.risks(request.community), prepared.shelters(request.community)
    drawing, marks = sheet.draw(request.community, risks, shelters)
    context = {
        "drawing": drawing, "marks": marks, "tabs": desk_tabs(request, "places"), "desk": True,
    }  # fmt: skip
    return answer(request, "emergencies/desk/places.html", context)


@needs("emergencies.keep")
@require_safe
def show_store(request: Visit) -> HttpResponse:
    """What there is, what is short, what runs out, which slips wait for a second hand."""
    context = {
        "rows": prepared.store(request.community, local_day(timezone.now())),
        "slips": prepared.slips(request.community),
        "account": request.actor.account,
        "tabs": desk_tabs(request, "store"),
    }
    return answer(request, "emergencies/desk/store.html", context)


@needs("emergencies.keep")
@require_safe
def show_supply(request: Visit, key: UUID) -> HttpResponse:
    """One sort of thing and its slips."""
    row = prepared.one_of(Supply, request.community, key)
    context = {
        "stands": prepared.state_of_supply(row, local_day(timezone.now())),
        "slips": prepared.slips(request.community, row),
        "account": request.actor.account,
    }
    return answer(request, "emergencies/desk/supply.html", context)


@needs("emergencies.keep")
def draw_slip(request: Visit, key: UUID) -> HttpResponse:
    """In, out, or counted."""
    row = prepared.one_of(Supply, request.community, key)
    initial = {"on": local_day(timezone.now()), "incident": request.GET.get("incident")}
    prepared.still_listed(row)
    form = forms.SlipForm(sent(request), community=request.community, initial=initial)
    return step(
        request, form,
        lambda said: once(request, supplies.draw_slip, row, said, drawn=form.drawn),
        title=_("开单：{what}").format(what=row.title),
        done=_("开好了，请另一位同事点过签字。"), back=here(request, "supply", row.pk),
        says=_("开单"),
    )  # fmt: skip


@needs("emergencies.keep")
@require_POST
def settle_slip(request: Visit, key: UUID, name: str) -> HttpResponse:
    """The second hand signs, or a slip is struck out."""
    slip = prepared.one_of(SupplySlip, request.community, key)
    back = here(request, "supply", slip.supply_id)
    if name not in ("sign", "strike"):
        raise Http404
    if name == "sign":
        act = supplies.sign_count if slip.way == "count" else supplies.sign_slip
        return pressed(request, act, slip, _("签好了，台账动了。"), back)
    return pressed(request, supplies.strike_slip, slip, _("作废了，号码留着。"), back)


@needs("emergencies.keep")
@require_safe
def show_drills(request: Visit) -> HttpResponse:
    """Drills and lessons."""
    context = {
        "drills": prepared.drills(request.community),
        "enough": prepared.enough_drills(request.community, local_day(timezone.now())),
        "lessons": prepared.lessons_open(request.community),
        "tabs": desk_tabs(request, "drills"),
    }
    return answer(request, "emergencies/desk/drills.html", context)


@needs("emergencies.keep")
def hold_drill(request: Visit, key: UUID) -> HttpResponse:
    """How it went."""
    drill = prepared.one_of(Drill, request.community, key)
    form = forms.HeldForm(
        sent(request), community=request.community, row=drill,
        initial={"on": local_day(timezone.now())},
    )  # fmt: skip
    return step(
        request, form,
        lambda said: once(
            request, drills.hold_drill, drill, said, **form.said(), seen=said["seen"]
        ),
        title=_("演练完成：{drill}").format(drill=drill.title),
        done=_("记下了。有什么教训，写一条。"), back=here(request, "drills"), says=_("记下"),
    )  # fmt: skip


@needs("emergencies.keep")
def learn(request: Visit, name: str, key: UUID) -> HttpResponse:
    """A lesson, of a drill or an incident."""
    models: dict[str, Any] = {"drill": Drill, "incident": Incident}
    if name not in models:
        raise Http404
    source = prepared.one_of(models[name], request.community, key)
    form = forms.LessonForm(sent(request), community=request.community)
    back = here(request, "drills") if name == "drill" else here(request, "review", source.pk)
    return step(
        request, form,
        lambda said: once(request, drills.learn, source, said, **form.said()),
        title=_("记一条教训"), note=source.title, done=_("记下了，到期前列在日程里。"), back=back,
        says=_("记下"),
    )  # fmt: skip


@needs("emergencies.keep")
@require_POST
def settle_lesson(request: Visit, key: UUID) -> HttpResponse:
    """It has been changed."""
    lesson = prepared.one_of(Lesson, request.community, key)
    return pressed(request, drills.settle_lesson, lesson, _("好。"), here(request, "drills"))


@needs("emergencies.keep")
def alter_lesson(request: Visit, key: UUID) -> HttpResponse:
    """A lesson is written otherwise."""
    lesson = prepared.one_of(Lesson, request.community, key)
    prepared.still_listed(lesson)
    initial = {name: getattr(lesson, name) for name in ("found", "change", "due_on")}
    form = forms.LessonForm(sent(request), community=request.community, row=lesson, initial=initial)
    return step(
        request, form,
        lambda said: once(
            request, drills.alter_lesson, lesson, said, **form.said(), seen=said["seen"]
        ),
        title=_("改写教训"), done=_("更新了。"), back=here(request, "drills"), says=_("保存"),
        note=_("已经列入计划的那一条不跟着变，请到计划里改。") if lesson.planned else "",
    )  # fmt: skip


@needs("emergencies.keep")
def withdraw_lesson(request: Visit, key: UUID) -> HttpResponse:
    """It was none, or stands there twice; asked once more."""
    lesson = prepared.one_of(Lesson, request.community, key)
    prepared.still_listed(lesson)
    title = _("去掉：{what}").format(what=lesson.change)
    note = _("不再列出，也不再提醒；找不回。")
    return _off(request, drills.withdraw_lesson, lesson, title, note, "drills")
