"""What everybody may read: what was asked, where, and what was done."""

from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_lazy as _

from linli.core.access.gates import Visit, public
from linli.core.pages import cursors
from linli.core.pages.answer import answer
from linli.mechanisms.publication.models import Posting
from linli.service.matters.flows import MATTER, OPEN
from linli.service.matters.queries import kinds_of
from linli.service.matters.queries.public import public_page, public_posting


class PublicFilter(forms.Form):
    """What to show; the address holds it."""

    kind = forms.ChoiceField(label=_("类型"), required=False)
    show = forms.ChoiceField(
        label=_("进展"),
        required=False,
        choices=[("", _("全部")), ("open", _("办理中")), ("done", _("已答复"))],
    )

    def __init__(self, *args: Any, community: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = kinds_of(community)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("全部")), *((kind.code, kind.name) for kind in kinds)]


@public
def show_list(request: Visit) -> HttpResponse:
    """Newest first, a page at a time."""
    form = PublicFilter(request.GET, community=request.community)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = public_page(
        request.community,
        timezone.now(),
        kind=wanted.get("kind", ""),
        show=wanted.get("show", ""),
        after=cursors.read(request.GET.get("after", "")),
    )
    items = [shown(posting) for posting in page.postings]
    after = cursors.write(page.next)
    context = {"form": form, "items": items, "after": after}
    return answer(
        request,
        "matters/public_list.html",
        context,
        "matters/_public_list.html",
        json=lambda: {"matters": [as_data(posting) for posting in page.postings], "after": after},
    )


@public
def show_one(request: Visit, posting_id: UUID) -> HttpResponse:
    """One matter as it is public."""
    posting = public_posting(request.community, posting_id, timezone.now())
    if posting is None:
        raise Http404
    versions = list(posting.versions.order_by("version"))
    context = {
        "item": shown(posting),
        "posting": posting,
        "versions": versions,
        "address": request.build_absolute_uri(
            reverse(
                "matters:public_one",
                kwargs={"community_code": request.community.code, "posting_id": posting.pk},
            )
        ),
    }
    return answer(request, "matters/public_one.html", context, json=lambda: as_data(posting))


def shown(posting: Posting) -> dict[str, Any]:
    """The whitelisted fields as a page draws them, in the reader's language."""
    fields = posting.fields
    return {
        "id": posting.pk,
        "title": fields["title"],
        "kind": fields["kind"],
        "place": fields.get("place", ""),
        "asked_on": _day(fields.get("asked_on")),
        "status": gettext(fields["status"]),
        "tone": _tone(fields["status"]),
        "text": fields["text"],
        "answer": fields.get("answer", ""),
        "answered_on": _day(fields.get("answered_on")),
        "rounds": fields.get("rounds") or 0,
    }


def as_data(posting: Posting) -> dict[str, Any]:
    """The same as data."""
    return {
        "id": str(posting.pk),
        "number": posting.number,
        "posted_at": posting.posted_at,
        **{key: posting.fields.get(key) for key in sorted(posting.fields)},
    }


def _day(text: str | None) -> Any:
    return datetime.fromisoformat(text).date() if text else None


def is_open(status: str) -> bool:
    """Whether a public status says that something is still to be done."""
    with translation.override("zh-hans"):
        return any(
            state.open and status in (str(state.label), str(state.public_label))
            for name, state in MATTER.states.items()
            if name in OPEN
        )


def _tone(status: str) -> str:
    return _tones().get(status, "open")


@cache
def _tones() -> dict[str, str]:
    """The tone of each state by its words in the source language, which is what a posting holds."""
    with translation.override("zh-hans"):
        return {
            str(words): state.tone
            for state in MATTER.states.values()
            for words in (state.label, state.public_label)
            if words
        }
