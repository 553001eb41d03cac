"""Whose entry in the directory will be hidden in those days unless somebody rings."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy

from linli.core.audit.actor import Actor
from linli.core.audit.door import may
from linli.core.clocks.expiring import Expiring, Source
from linli.service.catalogue.queries.providers import hidden_between


def entries_hidden(community: Any, since: date, until: date, actor: Actor) -> Iterator[Expiring]:
    """The last days on which residents see them, for who keeps the directory."""
    if not may("catalogue.keep_providers", actor, community):
        return
    for provider, on in hidden_between(community, since, until):
        url = reverse(
            "catalogue:provider_call",
            kwargs={"community_code": community.code, "provider_id": provider.pk},
        )
        yield Expiring(_("{name}：打电话核实").format(name=provider.name), on, url)


HIDDEN_SOON = Source("providers", gettext_lazy("服务单位"), find=entries_hidden)
