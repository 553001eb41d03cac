"""An activity as plain data: for the page's twin, for search engines, for a group's message."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from linli.core.pages.encoding import PageEncoder
from linli.core.pages.wording import tell_moment, tell_money
from linli.culture.activities.models import Activity
from linli.culture.activities.queries.told import When
from linli.mechanisms.signup.models import Occasion

SCHEMA = {"planned": "EventScheduled", "held": "EventScheduled", "called_off": "EventCancelled"}
TEXT_DATES = 6


def page_of(activity: Activity, request: Any) -> str:
    """The whole address of its page."""
    path = reverse("activities:activity", args=[request.community.code, activity.pk])
    return str(request.build_absolute_uri(path))


def price_of(activity: Activity) -> str:
    """What it costs, with its class."""
    title = str(activity.get_price_display())
    return f"{title} · {tell_money(activity.fen)}" if activity.fen else title


def ages_of(activity: Activity) -> str:
    """For which ages it is, where that is limited."""
    low, high = activity.sheet.age_from, activity.sheet.age_to
    if low is not None and high is not None:
        return _("{low}–{high} 岁").format(low=low, high=high)
    if low is not None:
        return _("满 {low} 岁").format(low=low)
    return _("{high} 岁以下（含）").format(high=high) if high is not None else ""


def ways_of(activity: Activity) -> list[str]:
    """How it is for whoever hears, sees or walks with difficulty, as far as somebody looked."""
    told = (
        (activity.step_free, _("无台阶"), _("有台阶")),
        (activity.hearing, _("有助听设备"), ""),
        (activity.quiet, _("安静时段"), ""),
    )
    found = [yes if value else no for value, yes, no in told if value is not None]
    return [*(each for each in found if each), *filter(None, [activity.access_note])]


def facts_of(activity: Activity) -> list[tuple[Any, Any]]:
    """The particulars as a page tells them; what is not known is left out."""
    whom = " · ".join(filter(None, [str(activity.get_audience_display()), ages_of(activity)]))
    pairs = [
        (_("地点"), activity.venue),
        (_("适合"), whom),
        (_("谁来教、谁来带"), activity.lead.shown_name if activity.lead else ""),
        (_("收费"), price_of(activity)),
        (_("要带什么"), activity.bring),
        (_("无障碍"), "，".join(ways_of(activity))),
        (_("谁办的"), activity.organiser),
        (_("到哪里问"), activity.ask_at),
        (_("学期"), activity.term.name if activity.term else ""),
        (_("大型活动许可"), activity.licence),
    ]
    return [(term, words) for term, words in pairs if words]


def as_data(activity: Activity, request: Any) -> dict[str, Any]:
    """An activity for the page's twin: numbers of seats, never names."""
    sheet = activity.sheet
    return {
        "id": activity.pk,
        "title": activity.title,
        "kind": activity.kind,
        "topic": activity.topic,
        "audience": activity.audience,
        "about": activity.about,
        "bring": activity.bring,
        "organiser": activity.organiser,
        "venue": activity.venue,
        "price": activity.price,
        "fen": activity.fen,
        "step_free": activity.step_free,
        "hearing": activity.hearing,
        "quiet": activity.quiet,
        "state": activity.state,
        "seats": sheet.seats,
        "seats_left": sheet.left,
        "sign_up": sheet.state if activity.by_signup else None,
        "url": page_of(activity, request),
    }


def date_data(when: When, request: Any) -> dict[str, Any]:
    """One date for the page's twin."""
    return {
        "title": when.activity.title,
        "starts_at": when.occasion.starts_at,
        "ends_at": when.occasion.ends_at,
        "venue": when.occasion.venue,
        "state": when.occasion.state,
        "reason": when.occasion.called_off_for,
        "url": page_of(when.activity, request),
    }


def event_data(activity: Activity, dates: Sequence[Occasion], request: Any) -> SafeString:
    """The activity as schema.org tells events, for search engines: one event a date."""
    events = [_event(activity, each, request) for each in dates[:50]]
    told = {"@context": "https://schema.org", "@graph": events}
    text = PageEncoder(ensure_ascii=False).encode(told)
    # A data block is never run; still nothing in it may end it.
    for letter, code in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        text = text.replace(letter, code)
    return SafeString(text)


def _event(activity: Activity, occasion: Occasion, request: Any) -> dict[str, Any]:
    left = activity.sheet.left
    return {
        "@type": "Event",
        "name": activity.title,
        "description": activity.about,
        "startDate": occasion.starts_at,
        "endDate": occasion.ends_at,
        "eventStatus": f"https://schema.org/{SCHEMA[occasion.state]}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": occasion.venue, "address": occasion.venue},
        "organizer": {"@type": "Organization", "name": activity.organiser},
        "isAccessibleForFree": activity.price == "free",
        "url": page_of(activity, request),
        "offers": {
            "@type": "Offer",
            "price": f"{(activity.fen or 0) / 100:.2f}",
            "priceCurrency": "CNY",
            "url": page_of(activity, request),
            "availability": "https://schema.org/"
            + ("SoldOut" if left is not None and left <= 0 else "InStock"),
        },
    }


def wechat_text(activity: Activity, dates: Sequence[Occasion], request: Any) -> str:
    """The activity as words to paste into a group; with the address to sign up at."""
    standing = [each for each in dates if each.state == "planned"]
    said = [f"【{activity.title}】", activity.about, ""]
    said += [f"{tell_moment(each.starts_at)} {each.venue}" for each in standing[:TEXT_DATES]]
    rest = len(standing) - TEXT_DATES
    if rest > 0:
        said.append(_("还有 {rest} 次，见网页。").format(rest=rest))
    said.append("")
    said += [f"{term}：{words}" for term, words in facts_of(activity) if term != _("地点")]
    if activity.by_signup:
        left = activity.sheet.left
        if left is not None:
            said.append(_("名额还有 {left} 个").format(left=left) if left else _("满了，可以候补"))
        said.append(_("报名（没有手机可以打电话、到窗口，或请家人代报）："))
    said.append(page_of(activity, request))
    return "\n".join(said).strip()
