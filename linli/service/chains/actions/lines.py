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
    seen: str = "",
) -> Line:
    """Says which dwelling a line means, who, how much, and whether it counts. `seen`: the line as
    whoever corrects it had it before their eyes (`Line.as_seen`)."""
    chain = _locked(line.chain)
    require(rules.may_change(chain.state))
    now = Line.objects.filter(community=chain.community_id, chain=chain, pk=line.pk).first()
    fresh = now is not None and seen in ("", now.as_seen)
    require(Finding(fresh, "chains.line_fresh"))
    assert now is not None
    line = now
    _require_here(dwelling, chain)
    line.dwelling, line.name, line.note = dwelling, name, note
    line.quantities = as_kept(quantities)
    line.state = Line.KEPT if counts else Line.STRUCK
    line.by, line.by_hand = None, True
    line.save()
    _touch(act, chain)
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
    chain = _locked(chain)
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


def _locked(chain: Chain) -> Chain:
    """The list, whose lines nobody else changes before this act has ended."""
    return Chain.objects.select_for_update().get(community=chain.community_id, pk=chain.pk)


def _require_here(dwelling: Place | None, chain: Chain) -> None:
    here = dwelling is None or (
        dwelling.kind == "dwelling" and dwelling.community_id == chain.community_id
    )
    require(Finding(here, "people.dwelling_here"))


def _touch(act: Act, chain: Chain) -> None:
    Chain.objects.filter(community=chain.community_id, pk=chain.pk).update(changed_at=act.at)
