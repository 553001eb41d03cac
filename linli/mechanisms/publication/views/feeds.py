"""What is up as a feed. A feed's readers keep what they were given: what names persons, or is
hidden from search, is there by its sort alone."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _

from linli.mechanisms.publication.face import Face
from linli.mechanisms.publication.queries import faces_up
from linli.mechanisms.publication.renditions import as_text

NEWEST = 40


class Notices(Feed):
    """The newest notices of one community, as RSS 2.0."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    description_template = None

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override("zh-hans"):
            response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response

    def get_object(self, request: Any, **_named: Any) -> Any:
        return request.community

    def title(self, community: Any) -> str:
        return _("{community}公告栏").format(community=community.name)

    def link(self, community: Any) -> str:
        return reverse("publication:notices", args=[community.code])

    def description(self, community: Any) -> str:
        return _("正在公示的公告；到期自动撤下，请以页面为准。")

    subtitle = description

    def items(self, community: Any) -> list[tuple[Any, Face]]:
        faces = faces_up(community.pk, timezone.now(), limit=NEWEST)
        return [(community, face) for face in faces]

    def item_title(self, item: Any) -> str:
        face: Face = item[1]
        return face.title if face.hidden_from_search else face.heading

    def item_description(self, item: Any) -> str:
        face: Face = item[1]
        if face.hidden_from_search:
            return _("内容请看公告的页面或公告栏。")
        return as_text(face, "")

    def item_link(self, item: Any) -> str:
        community, face = item
        return reverse("publication:notice", args=[community.code, face.id])

    def item_guid(self, item: Any) -> str:
        return f"urn:uuid:{item[1].id}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: Any) -> datetime | None:
        face: Face = item[1]
        return face.posted_at

    def item_categories(self, item: Any) -> tuple[str, ...]:
        return (item[1].category_title,)


class AtomNotices(Notices):
    """The same as Atom."""

    feed_type = Atom1Feed

    def item_updateddate(self, item: Any) -> datetime | None:
        face: Face = item[1]
        return face.corrections[-1].at if face.corrections else face.posted_at
