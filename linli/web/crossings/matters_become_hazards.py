"""A matter about a danger becomes a hazard, by whoever handles it, in one step.

Kind, place and the one line of the matter go along, without names, phones and doors, and whoever
takes the step reads them before everybody does. Who raised it, what they said and their photographs
stay with the matter: a hazard knows nobody. Each page leads to the other; once the hazard is over,
whoever handles the matter hears, and the answer begins with what was done.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _, override

from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, crosses, may
from linli.core.links.linking import link
from linli.core.pages.bilingual import SOURCE
from linli.core.pages.sentences import say
from linli.core.places.models import Place
from linli.core.places.queries import public_places
from linli.lib.identity.redact import redact
from linli.lib.law import Finding, require
from linli.safety.hazards.models import Hazard
from linli.safety.hazards.origins import Known, Origin, tell_known, tell_origins
from linli.service.matters.actions.handling import tell_handler
from linli.service.matters.actions.publishing import names_of
from linli.service.matters.models import Matter
from linli.service.matters.onward import Onward, tell_drafts, tell_onward

KINDS = {
    "hazard": "other",
    "parking": "fire_lane",
    "ebike": "charging",
    "stair_light": "power",
    "lift": "lift",
    "building_repair": "high_fall",
    "greenery": "high_fall",
    "water_pipes": "other",
    "waste": "corridor",
    "barrier": "access",
    "accessibility": "access",
    "other": "other",
}
"""Of which kinds of matter a hazard may come, and of which kind it then most likely is."""
OPEN = ("received", "in_hand", "asked", "forwarded")
LONGEST_WHAT, LONGEST_WHERE = 200, 120


def hazards_of_matter(matter: Matter) -> list[Hazard]:
    """What it became, the latest first."""
    rows = Hazard.objects.filter(community=matter.community_id, matter=matter.pk)
    return list(rows.order_by("-id"))


def onward_to_hazards(matter: Matter, actor: Actor) -> Iterator[Onward]:
    """The hazard it became and how that stands; else, where it is a danger and open, the step."""
    here = [matter.community.code]
    became = hazards_of_matter(matter)
    if may("hazards.see_desk", actor, matter):
        for each in became:
            url = reverse("hazards:work", args=[*here, each.pk])
            title = _("隐患 %(number)s") % {"number": each.number}
            yield Onward(title, url, state=each.state_label, tone=each.current.tone)
    stands = any(each.state != "unfounded" for each in became)
    if not stands and _may_become(matter, actor):
        url = f"{reverse('hazards:find', args=here)}?matter={matter.pk}"
        yield Onward(_("记成隐患"), url, "alert-triangle")


def known_of_matter(community: Any, key: UUID, actor: Actor) -> Iterator[Known]:
    """What the matter says of the danger, without whoever raised it."""
    rows = Matter.objects.filter(community=community, pk=key)
    matter = rows.select_related("community", "kind", "place").first()
    if matter is None or not _may_become(matter, actor):
        return
    names = names_of(matter)
    what = matter.public_title or redact(matter.title, known_names=names).text
    where = redact(matter.where, known_names=names).text
    with override(SOURCE):  # what everybody may read later is in the community's language
        no_photo = _("居民诉求转来，还没有到现场拍")
    yield Known(
        kind=KINDS[matter.kind.code],
        what=what[:LONGEST_WHAT],
        place=_pointable(matter),
        where=where[:LONGEST_WHERE],
        no_photo=no_photo,
        back=reverse("matters:show", args=[matter.community.code, matter.pk]),
    )


@crosses("hazards.find")
def matter_becomes_hazard(act: Act, hazard: Hazard) -> None:
    """Ties the two. Refused where there is no such matter here, whoever writes the hazard down does
    not handle matters, or it is a hazard already."""
    if hazard.matter is None:
        return
    rows = Matter.objects.filter(community=hazard.community_id, pk=hazard.matter)
    # The row is held: two who take the step at once do not make two hazards of it.
    matter = rows.select_for_update(of=("self",)).select_related("kind").first()
    known = matter is not None and _may_become(matter, act.by)
    require(Finding(known, "hazards.matter_known"))
    assert matter is not None, "of none nothing is known"
    others = [each for each in hazards_of_matter(matter) if each.pk != hazard.pk]
    free = all(each.state == "unfounded" for each in others)
    require(Finding(free, "hazards.matter_once"))
    link(act, matter, "referred_to", hazard)


@crosses("hazards.look_again")
@crosses("hazards.dismiss")
def matter_hears_of_the_end(act: Act, hazard: Hazard) -> None:
    """Whoever handles the matter hears that the hazard is over, where it is still to answer."""
    if hazard.matter is None or hazard.state not in ("closed", "unfounded"):
        return
    rows = Matter.objects.filter(community=hazard.community_id, pk=hazard.matter, state__in=OPEN)
    matter = rows.select_related("kind").first()
    if matter is not None:
        tell_handler(act, matter, "matters.onward_ended", which=str(matter.pk))


def draft_from_hazard(matter: Matter) -> Iterator[str]:
    """What was done, in the words of the hazard's own page and the community's language: whoever
    raised the matter reads it, not whoever drafts."""
    with override(SOURCE):
        yield from _draft(matter)


def _draft(matter: Matter) -> Iterator[str]:
    became = hazards_of_matter(matter)
    last = became[0] if became else None
    if last is None or last.state not in ("closed", "unfounded"):
        return
    if last.state == "unfounded":
        yield _("我们到现场看过，没有发现隐患。")
        return
    mending = last.mendings.filter(good=True).order_by("-id").first()
    given = {
        "number": last.number,
        "how": mending.how.rstrip("。") if mending else "",
        "day": say(last.closed_on),
    }
    yield _("您反映的隐患（%(number)s）已经整改：%(how)s。%(day)s 另一位工作人员复查合格。") % given


def origin_of_hazard(hazard: Hazard, actor: Actor) -> Iterable[Origin]:
    """The matter it comes from, for who may open that as well."""
    if hazard.matter is None:
        return
    rows = Matter.objects.filter(community=hazard.community_id, pk=hazard.matter)
    for matter in rows.select_related("community"):
        if may("matters.handle", actor, matter):
            url = reverse("matters:show", args=[matter.community.code, matter.pk])
            yield Origin(_("诉求 %(receipt)s") % {"receipt": matter.receipt}, url)


def _may_become(matter: Matter, actor: Actor) -> bool:
    return (
        matter.kind.code in KINDS
        and matter.state in OPEN
        and may("matters.handle", actor, matter)
        and may("hazards.sort", actor, matter)
    )


def _pointable(matter: Matter) -> Place | None:
    """Its place, or the entrance or building it lies in: never a door."""
    path = matter.place.path or "" if matter.place else ""
    above = [path.rsplit("/", count)[0] for count in range(path.count("/") + 1)]
    return public_places(matter.community).filter(path__in=above).order_by("-level").first()


tell_onward(onward_to_hazards)
tell_drafts(draft_from_hazard)
tell_known(known_of_matter)
tell_origins(origin_of_hazard)
