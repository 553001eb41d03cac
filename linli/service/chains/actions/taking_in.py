"""A pasted text becomes a list, or a newer version of one."""

from collections.abc import Sequence

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.lib.chains import Chain as Read, read_chain
from linli.lib.law import Finding, require
from linli.service.chains import rules
from linli.service.chains.matching import Matcher
from linli.service.chains.models import LONGEST_TITLE, Chain, Line, as_kept


@action("chains.open_chain", needs="chains.handle")
def open_chain(
    act: Act, community: Place, *, text: str, kind: str, title: str = "", where: str = ""
) -> Chain:
    """Takes a text in. Its own first line is the title where none is given."""
    assert kind in dict(Chain.KINDS), kind
    read = _read(community, text)
    chain = Chain.objects.create(
        community=community,
        title=(title or read.title or str(dict(Chain.KINDS)[kind]))[:LONGEST_TITLE],
        kind=kind,
        where=where,
        heading="\n".join(read.heading),
        account=act.by.account,
        opened_at=act.at,
        changed_at=act.at,
    )
    _write(act, chain, read, ())
    return chain


@action("chains.paste_again", needs="chains.handle")
def paste_again(act: Act, chain: Chain, *, text: str, seen: str = "") -> Chain:
    """Takes a newer version in. It stands for the whole list: who is missing in it is kept as
    lost until somebody decides, and what was set by hand stays where dwelling and name are the
    same. `seen`: the list as whoever pastes had it before their eyes (`Chain.as_seen`)."""
    chain = Chain.objects.select_for_update().get(community=chain.community_id, pk=chain.pk)
    require(rules.may_change(chain.state))
    require(Finding(seen in ("", chain.as_seen), "chains.fresh"))
    read = _read(chain.community, text)
    before = list(Line.objects.filter(community=chain.community_id, chain=chain))
    Line.objects.filter(community=chain.community_id, chain=chain).delete()
    _write(act, chain, read, before)
    chain.heading = "\n".join(read.heading) or chain.heading
    chain.changed_at = act.at
    chain.save()
    return chain


def _read(community: Place, text: str) -> Read:
    require(rules.is_short_enough(len(text)))
    compounds = Place.objects.filter(
        community=community, kind="compound", until__isnull=True
    ).values_list("name", flat=True)
    read = read_chain(text, list(compounds))
    require(rules.holds_entries(len(read.entries)))
    return read


def _write(act: Act, chain: Chain, read: Read, before: Sequence[Line]) -> None:
    matcher = Matcher(chain.community, chain.where)
    decided = {(line.hint, line.name): line for line in before if line.by_hand}
    lines: list[Line] = []
    for entry in read.entries:
        line = Line(
            community_id=chain.community_id,
            chain=chain,
            position=entry.number,
            hint=entry.hint,
            name=entry.name,
            note=entry.note,
            quantities=as_kept(entry.quantities),
            state=entry.state,
            by=entry.by,
            dwelling_id=matcher.find(entry.hint).dwelling,
        )
        earlier = decided.get((entry.hint, entry.name))
        if earlier is not None and line.counts:
            line.dwelling_id, line.by_hand = earlier.dwelling_id, True
        lines.append(line)
    said = {(line.hint, line.name) for line in lines}
    lines += _missing(chain, before, said, len(lines))
    Line.objects.bulk_create(lines)
    counting = [line for line in lines if line.counts]
    act.note(
        entries=len(counting),
        matched=sum(line.dwelling_id is not None for line in counting),
    )


def _missing(
    chain: Chain, before: Sequence[Line], said: set[tuple[str, str]], position: int
) -> list[Line]:
    """Those of the former version whom the new one does not name."""
    missing = [line for line in before if line.counts and (line.hint, line.name) not in said]
    return [
        Line(
            community_id=chain.community_id,
            chain=chain,
            position=number,
            hint=line.hint,
            name=line.name,
            note=line.note,
            quantities=line.quantities,
            # What somebody added by hand was never in the chat.
            state=Line.KEPT if line.by_hand and line.state == Line.KEPT else Line.LOST,
            dwelling_id=line.dwelling_id,
            by_hand=line.by_hand,
        )
        for number, line in enumerate(missing, position + 1)
    ]
