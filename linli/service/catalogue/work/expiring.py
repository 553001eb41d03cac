"""Which openings will be hidden in those days unless somebody rings."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, pgettext_lazy

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.expiring import Expiring, Source
from linli.service.catalogue.work.queries.openings import hidden_between

_DAY = timedelta(days=1)


def openings_hidden(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """The last days on which they are shown, for who keeps them."""
    if not may("catalogue.keep_openings", actor, community):
        return
    for row in hidden_between(community, since + _DAY, until + _DAY):
        assert row.expires_on is not None
        here = {"community_code": community.code, "opening_id": row.pk}
        title = _("{name}：问问还招不招").format(name=row.name)
        url = reverse("catalogue:ring_opening", kwargs=here)
        yield Expiring(title, row.expires_on - _DAY, url)


HIDDEN_SOON = Source("openings", pgettext_lazy("work", "岗位"), find=openings_hidden)
