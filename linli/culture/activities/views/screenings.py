"""Culture brought to the door and days of sport: for everybody, and at the desk."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from linli.core.access.gates import Visit, needs, public
from linli.core.audit.door import may
from linli.core.pages.answer import answer
from linli.core.pages.stepping import sent, step
from linli.core.places.laid_down import floor_laid_down
from linli.culture.activities.actions import screenings as acts
from linli.culture.activities.forms.learning import CameForm, ReasonForm
from linli.culture.activities.forms.screenings import (
    DeliveredForm,
    DeliveryForm,
    FeedbackForm,
    SportDayForm,
)
from linli.culture.activities.queries import screenings
from linli.culture.activities.views.doing import at, carried, desk_tabs, public_tabs


@public
@require_safe
def show(request: Visit) -> HttpResponse:
    """What was asked for and brought, and the days of sport."""
    here, on = request.community, timezone.localdate()
    floor = floor_laid_down(here, on)
    context = {
        "tabs": public_tabs(request, "brought"),
        "rows": [
            (each, screenings.came_told(each.came, floor)) for each in screenings.deliveries(here)
        ],
        "days": [
            (each, screenings.came_told(each.came, floor)) for each in screenings.sport_days(here)
        ],
        "desk": may("activities.run_learning", request.actor, here),
        "now": timezone.now(),
    }
    return answer(request, "activities/learning/brought.html", context)


@needs("activities.run_learning")
@require_safe
def show_desk(request: Visit) -> HttpResponse:
    """The desk of both."""
    here, on = request.community, timezone.localdate()
    context = {
        "tabs": desk_tabs(request, "brought_desk"),
        "rows": screenings.deliveries(here),
        "days": screenings.sport_days(here),
        "eighth": screenings.next_eighth_of_august(on),
        "now": timezone.now(),
    }
    return answer(request, "activities/learning/brought_desk.html", context)


@needs("activities.run_learning")
@require_safe
def print_sheet(request: Visit, delivery_id: UUID) -> HttpResponse:
    """The sheet that goes to the authority for culture."""
    row = screenings.delivery_at(request.community, delivery_id)
    return answer(request, "activities/learning/delivery_sheet.html", {"row": row})


@needs("activities.run_learning")
def ask(request: Visit) -> HttpResponse:
    """Asks for something to be brought."""
    form = DeliveryForm(sent(request), initial={"asked_on": timezone.localdate()})
    done = _("记下了。")
    return _step(request, form, acts.ask_delivery, request.community, _("提出送文化的需要"), done)


@needs("activities.run_learning")
def deliver(request: Visit, delivery_id: UUID) -> HttpResponse:
    """What came."""
    row = screenings.delivery_at(request.community, delivery_id)
    form = DeliveredForm(sent(request), initial={"delivered_on": timezone.localdate()})
    done = _("记下了，请写居民怎么说。")
    return _step(request, form, acts.note_delivered, row, _("送到了"), done)


@needs("activities.run_learning")
def feed_back(request: Visit, delivery_id: UUID) -> HttpResponse:
    """What residents said, for the authority."""
    row = screenings.delivery_at(request.community, delivery_id)
    title, done = _("写反馈"), _("写好了，请打印反馈单。")
    form = FeedbackForm(sent(request), initial={"feedback": row.feedback})
    return _step(request, form, acts.send_delivery_feedback, row, title, done)


@needs("activities.run_learning")
def announce(request: Visit) -> HttpResponse:
    """Announces a day of sport."""
    form = SportDayForm(sent(request))
    return step(
        request,
        form,
        carried(
            request, acts.announce_sport_day, request.community,
            lambda _: {"announced": form.announced},
        ),
        title=_("公布体育日"),
        note=_("测出来的结果当场交给本人，这里不存。"),
        done=_("公布了。"),
        back=at(request, "brought_desk"),
    )  # fmt: skip


@needs("activities.run_learning")
def call_off(request: Visit, day_id: UUID) -> HttpResponse:
    """Calls a day of sport off."""
    row = screenings.sport_day_at(request.community, day_id)
    title, done = _("取消体育日"), _("取消了。")
    return _step(request, ReasonForm(sent(request)), acts.call_off_sport_day, row, title, done)


@needs("activities.run_learning")
def tell(request: Visit, day_id: UUID) -> HttpResponse:
    """How many came to a day of sport."""
    row = screenings.sport_day_at(request.community, day_id)
    title, done = _("记来了多少人"), _("记下了。")
    return _step(request, CameForm(sent(request)), acts.tell_sport_day, row, title, done)


def _step(request: Visit, form: Any, act: Any, subject: Any, title: Any, done: Any) -> HttpResponse:
    carry_out = carried(request, act, subject)
    return step(request, form, carry_out, title=title, done=done, back=at(request, "brought_desk"))
