"""What residents are to decide and the Party organisation studies first (RCL 30): the assemblies'
room keeps topic and record, the Party's desk shows which still wait.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from linli.governance.assemblies.models import Topic
from linli.governance.assemblies.rules.reserved import RESERVED
from linli.lib.calendar import local_day
from linli.partners.party.studies import Study, tell_studies

LOOK_BACK = timedelta(days=92)
OVER = ("cancelled",)
AT_ONCE = 60


def studies_of_assemblies(community: Any, on: date) -> Iterable[Study]:
    """The weighty topics of meetings to come and of the last three months."""
    topics = Topic.objects.filter(
        community=community,
        decides=True,
        matter__in=list(RESERVED),
        assembly__gathering__starts_at__date__gte=on - LOOK_BACK,
    ).exclude(assembly__gathering__state__in=OVER)
    newest = topics.order_by("-assembly__gathering__starts_at", "pk")
    for topic in newest.select_related("assembly__gathering", "study")[:AT_ONCE]:
        study = getattr(topic, "study", None)
        yield Study(
            topic.title,
            local_day(topic.assembly.gathering.starts_at),
            reverse("assemblies:study", args=[community.code, topic.pk]) if study is None else "",
            study.on if study else None,
            study.by if study else "",
        )


tell_studies(studies_of_assemblies)
