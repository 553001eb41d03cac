"""One line set right, or added, by hand."""

from collections.abc import Sequence

from django.db.models import Max

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.chains import Quantity
from linli.lib.law import Finding, require
from linli.service.chains import rules
from linli.service.chains.models import Chain, Line, as_kept


@action("chains.correct_line", needs="chains.handle")
def correct_line(
    act: Act,
    line: Line,
    *,
    dwelling: Place | None,
    name: str,
    quantities: Sequence[Quantity],
    note: str,
    counts: bool,
) -> Line:
    """Says which dwelling a line means, who, how much, and whether it counts."""
    line = (
        Line.objects.select_for_update()
        .select_related("chain")
        .get(community=line.community_id, pk=line.pk)
    )
    require(rules.may_change(line.chain.state))
    _require_here(dwelling, line.chain)
    line.dwelling, line.name, line.note = dwelling, name, note
    line.quantities = as_kept(quantities)
    line.state = Line.KEPT if counts else Line.STRUCK
    line.by, line.by_hand = None, True
    line.save()
    _touch(act, line.chain)
    return line


@action("chains.add_line", needs="chains.handle")
def add_line(
    act: Act,
    chain: Chain,
    *,
    dwelling: Place | None,
    name: str,
    quantities: Sequence[Quantity],
    note: str,
) -> Line:
    """Somebody who asked at the window or by telephone joins the list."""
    chain = Chain.objects.select_for_update().get(community=chain.community_id, pk=chain.pk)
    require(rules.may_change(chain.state))
    _require_here(dwelling, chain)
    lines = Line.objects.filter(community=chain.community_id, chain=chain)
    last = lines.aggregate(last=Max("position"))["last"] or 0
    line = Line.objects.create(
        community_id=chain.community_id,
        chain=chain,
        position=last + 1,
        name=name,
        note=note,
        quantities=as_kept(quantities),
        dwelling=dwelling,
        by_hand=True,
    )
    _touch(act, chain)
    return line


def _require_here(dwelling: Place | None, chain: Chain) -> None:
    here = dwelling is None or (
        dwelling.kind == "dwelling" and dwelling.community_id == chain.community_id
    )
    require(Finding(here, "people.dwelling_here"))


def _touch(act: Act, chain: Chain) -> None:
    Chain.objects.filter(community=chain.community_id, pk=chain.pk).update(changed_at=act.at)
