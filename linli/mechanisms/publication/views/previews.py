"""A draft in every form it will have, before it is posted."""

from typing import Any

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from linli.core.pages.shapes import Tab
from linli.mechanisms.publication.declaration import Template
from linli.mechanisms.publication.models import Posting
from linli.mechanisms.publication.queries.desk import planned_face
from linli.mechanisms.publication.renditions import as_text, screens_of, script_of
from linli.mechanisms.publication.views.shapes import address_of

FORMS = {
    "page": _("网页"),
    "sheet": _("张贴版"),
    "hall": _("大厅屏幕"),
    "large": _("大字版"),
    "text": _("发到群里"),
    "script": _("电话告知稿"),
    "feed": _("订阅和列表"),
}
"""What a draft is shown as, one at a time."""


def previewed(request: Any, posting: Posting, template: Template, page: str = "") -> dict[str, Any]:
    """What the page of a draft shows of it: one form at a time, chosen by `?as=`. `page`: the
    name of the draft's page, where it is not this mechanism's own."""
    chosen = request.GET.get("as", "page")
    chosen = chosen if chosen in FORMS else "page"
    face = planned_face(posting, template, timezone.now())
    here = reverse(page or "publication:draft", args=[request.community.code, posting.pk])
    url = address_of(request, posting.pk)
    with translation.override(posting.locale):
        text, said = as_text(face, url), script_of(face)
    return {
        "face": face,
        "as": chosen,
        "text": text,
        "said": said,
        "url": url,
        "screens": screens_of([face]),
        "listed": face.title if face.hidden_from_search else face.heading,
        "preview_tabs": [
            Tab(title, f"{here}?as={key}#preview", key == chosen) for key, title in FORMS.items()
        ],
    }
