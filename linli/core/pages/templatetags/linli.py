"""Components: each is one tag here, one template in `components/`, one place on /styleguide/."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import segno
from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from linli.core.pages import wording
from linli.core.pages.sentences import sentence, working
from linli.core.pages.shapes import Deadline, Entry, Place
from linli.lib.identity.mask import mask_name, mask_phone
from linli.lib.law.citations import Citation, Status, cite_each
from linli.lib.law.finding import Finding

register = template.Library()

TONES: Mapping[str, str] = {
    "new": "circle-dashed",
    "open": "circle-dot",
    "waiting": "hourglass",
    "paused": "clock-pause",
    "done": "circle-check",
    "soon": "alarm",
    "late": "alert-triangle",
    "stopped": "ban",
}


@cache
def icon_names() -> frozenset[str]:
    """The icons of the sprite."""
    return frozenset((Path(__file__).parent.parent / "icons.txt").read_text().split())


@register.simple_tag
def vendor(path: str) -> str:
    """Address of a fetched front-end file, or nothing where it was never fetched: pages then
    come in a plainer style instead of failing."""
    try:
        return static(path)
    except ValueError:
        return ""


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite; with a `label` it is read aloud, without one it is decoration."""
    if name not in icon_names() and getattr(settings, "LINLI_STRICT", False):
        raise LookupError(f"no icon {name!r} in icons.txt")
    href = f"{vendor('icons/sprite.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, href
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', href)


@register.simple_tag
def day(value: date | None, short: bool = False) -> SafeString:
    """A day in the reader's language; `short` leaves this year's number out."""
    if value is None:
        return SafeString("—")
    if isinstance(value, datetime):
        value = wording.localise(value).date()
    words = wording.tell_day(value, short)
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag
def moment(value: datetime | None) -> SafeString:
    """A day and time in the reader's language and the community's time zone."""
    if value is None:
        return SafeString("—")
    stamp = wording.localise(value).isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', stamp, wording.tell_moment(value))


@register.simple_tag
def money(fen: int | None) -> SafeString:
    """An amount given in fen."""
    return SafeString(
        render_to_string(
            "components/money.html", {"words": "—" if fen is None else wording.tell_money(fen)}
        ).strip()
    )


@register.filter
def grouped(value: int | None) -> str:
    """A whole number with its thousands grouped; nothing becomes a dash, not a nought."""
    if value is None:
        return "—"
    return f"{value:,}"


@register.inclusion_tag("components/status.html")
def status(word: Any, tone: str = "new", icon: str = "") -> dict[str, Any]:
    """A word with its icon and colour. Tones: new, open, waiting, paused, done, soon, late,
    stopped."""
    return {"word": word, "tone": tone, "icon": icon or TONES[tone]}


@register.inclusion_tag("components/deadline.html")
def deadline(promise: Deadline | None, limit: Deadline | None = None) -> dict[str, Any]:
    """One clock, or the two that run side by side: the promise made and the legal limit."""
    clocks = [clock for clock in (promise, limit) if clock is not None]
    told = [(clock, wording.tell_deadline(clock)) for clock in clocks]
    return {
        "clocks": [
            {
                "clock": clock,
                "words": words,
                "tone": tone,
                "icon": "clock" if tone == "open" else TONES[tone],
            }
            for clock, (words, tone) in told
        ]
    }


@register.inclusion_tag("components/finding.html")
def finding(
    found: Finding, show_working: bool = True, unknown: bool = False, told: bool = False
) -> dict[str, Any]:
    """What a rule found: ✓ or ✗, the sentence, the article it stands on, the working.

    `unknown`: nothing is found yet, so ? and the way on. `told`: it goes by what somebody said and
    decides nothing, so the sign is read as yes or no."""
    words = sentence(found)
    return {
        "unknown": unknown,
        "told": told,
        "holds": found.holds,
        "text": words.text,
        "way_on": words.way_on,
        "working": working(found) if show_working else "",
        "citations": [_refer(each) for each in cite_each(found.cites)],
    }


@register.inclusion_tag("components/person.html")
def person(
    who: Any = None, reveal_url: str = "", name: str = "", phone: str = ""
) -> dict[str, Any]:
    """A person as this viewer may see them: a `MaskedPerson` of core/people, never a record.

    Of someone who is in no register give `name` and `phone`, which are masked here. `reveal_url`
    leads to the page where a purpose is asked and opening recorded."""
    if isinstance(who, str) or hasattr(who, "_meta"):
        raise TypeError("a person is drawn from a MaskedPerson, or from name= and phone=")
    if who is None:
        who = {
            "is_shown": bool(name or phone),
            "can_be_opened": True,
            "name": mask_name(name) if name else "",
            "phone": mask_phone(phone) if phone else "",
        }
    return {"who": who, "reveal_url": reveal_url}


@register.inclusion_tag("components/place.html")
def place(place: Place | str, path: Iterable[str] = (), url: str = "") -> dict[str, Any]:
    """A place with the names above it. Takes a `Place`, or a name with its path."""
    if isinstance(place, str):
        place = Place(place, tuple(path), url)
    return {"place": place}


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[Entry]) -> dict[str, Any]:
    """What happened, in the order given."""
    return {"entries": entries}


@register.inclusion_tag("components/tally.html")
def tally(
    label: Any,
    value: Any = None,
    unit: Any = "",
    note: Any = "",
    url: str = "",
    suppressed: bool = False,
    tone: str = "",
    way: Any = "",
) -> dict[str, Any]:
    """A figure with its label; `url` leads to what it counts, in the words of `way`.
    `suppressed`: too few people to show (fewer than ten); no value: no evidence yet, which is
    not nought."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = grouped(value)
    return {
        "label": label,
        "value": value,
        "unit": unit,
        "note": note,
        "url": url,
        "suppressed": suppressed,
        "tone": tone,
        "way": way,
    }


@register.inclusion_tag("components/empty_state.html")
def empty_state(
    title: Any, text: Any = "", icon: str = "inbox", url: str = "", action: Any = ""
) -> dict[str, Any]:
    """Nothing here, why, and what can be done. (The word `empty` belongs to {% for %}.)"""
    return {"title": title, "text": text, "icon": icon, "url": url, "action": action}


@register.inclusion_tag("components/progress.html")
def progress(
    label: Any,
    done: int = 0,
    total: int | None = None,
    poll_url: str = "",
    state: str = "running",
    note: Any = "",
    name: str = "progress",
) -> dict[str, Any]:
    """How far a long job is; asks again by itself while it runs. States: waiting, running,
    done, failed. The address in `poll_url` answers with this same component."""
    percent = done * 100 // total if total else None
    return {
        "label": label,
        "done": grouped(done),
        "total": grouped(total) if total else "",
        "value": done,
        "most": total,
        "percent": percent,
        "poll_url": poll_url,
        "state": state,
        "running": state in ("waiting", "running"),
        "note": note,
        "name": name,
    }


@register.inclusion_tag("components/emergency.html")
def emergency(name: str = "emergency", hidden: bool = False) -> dict[str, Any]:
    """110, 119 and 120. `hidden` until words of danger are typed (see enhance.js)."""
    return {
        "name": name,
        "hidden": hidden,
        "numbers": [
            ("110", _("报警"), "shield"),
            ("119", _("火警"), "flame"),
            ("120", _("急救"), "ambulance"),
        ],
    }


@register.inclusion_tag("components/qr.html")
def qr(data: str, label: Any = "", caption: Any = "") -> dict[str, Any]:
    """A QR code drawn inline; `label` is read aloud, `caption` is printed below it."""
    code = segno.make(data, error="m", micro=False)
    # Drawn from the code's modules; the data itself does not come into the markup.
    drawing = code.svg_inline(border=2, omitsize=True, svgclass="qr-code", lineclass="qr-line")
    return {
        "drawing": SafeString(drawing),
        "label": label or _("二维码"),
        "caption": caption,
    }


@register.inclusion_tag("components/facts.html")
def facts(pairs: Sequence[tuple[Any, Any]]) -> dict[str, Any]:
    """Terms with what is so, e.g. the particulars of a case."""
    return {"pairs": pairs}


def _refer(citation: Citation) -> dict[str, Any]:
    in_chinese = wording.in_chinese()
    return {
        "url": f"{get_script_prefix()}law/{quote(citation.key)}/",
        "reference": citation.reference if in_chinese else citation.reference_en,
        "paraphrase": citation.paraphrase if in_chinese else citation.paraphrase_en,
        "to_verify": citation.status == Status.TO_VERIFY,
    }
