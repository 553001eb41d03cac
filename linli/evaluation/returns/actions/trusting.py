"""Whose key is believed: registered by one person and confirmed by a second, or by comparing the
fingerprint with the one that the other side reads out."""

from typing import Any

from linli.core.audit.door import Act, action
from linli.core.places.models import Place
from linli.core.places.queries import communities
from linli.evaluation.returns.keys import NoKey, fingerprint, same_fingerprint
from linli.evaluation.returns.models import KnownKey
from linli.evaluation.returns.queries import offices_of
from linli.lib.law import Finding, Refused, require


@action("returns.register_sender", needs="returns.receive")
def register_sender(
    act: Act, office: Place, *, community: Place, public_key: str, heard: str = ""
) -> KnownKey:
    """The office takes down the key of one of its communities. `heard`: the fingerprint as the
    community read it out; without it a second person of the office confirms. So it is too for a
    key that was taken down before and ended: what was seen of it then is no comparing."""
    inside = communities(office).filter(pk=community.pk).exists()
    require(Finding(inside, "returns.own_community"))
    return _register(act, community, office, "below", public_key, heard)


@action("returns.register_office", needs="returns.send")
def register_office(
    act: Act, community: Place, *, office: Place, public_key: str, heard: str
) -> KnownKey:
    """The community takes down the key of an office above it, by which answers are believed."""
    require(Finding(office in offices_of(community), "returns.own_office"))
    require(Finding(bool(heard.strip()), "returns.fingerprint_same"))
    return _register(act, community, office, "above", public_key, heard)


@action("returns.confirm_key", needs="returns.receive")
def confirm_key(act: Act, office: Place, *, key: KnownKey) -> KnownKey:
    """Somebody else of the office has looked at it as well."""
    row = _open(key)
    require(Finding(row.office_id == office.pk and not row.is_believed, "returns.key_open"))
    require(Finding(row.registered_by != act.by.account, "returns.second_person"))
    _end_former(row, act)
    row.how, row.confirmed_at = "second", act.at
    row.save(update_fields=["how", "confirmed_at"])
    act.note(label=row.community.name, fingerprint=row.fingerprint)
    return row


@action("returns.end_key", needs="returns.receive")
def end_key(act: Act, office: Place, *, key: KnownKey) -> KnownKey:
    """From now on nothing signed with it is believed; what was taken in stays."""
    row = _open(key)
    require(Finding(row.office_id == office.pk and row.side == "below", "returns.key_open"))
    row.ended_at = act.at
    row.save(update_fields=["ended_at"])
    act.note(label=row.community.name, fingerprint=_told(row))
    return row


def _register(
    act: Act, community: Any, office: Any, side: str, public_key: str, heard: str
) -> KnownKey:
    text = "".join(public_key.split())
    try:
        print_ = fingerprint(text)
    except NoKey:
        raise Refused(Finding(False, "returns.is_key")) from None
    compared = bool(heard.strip())
    if compared:
        require(Finding(same_fingerprint(heard, text), "returns.fingerprint_same"))
    same = KnownKey.objects.filter(community=community, office=office, side=side, public_key=text)
    there = list(same.values_list("ended_at", flat=True))
    require(Finding(None not in there, "returns.key_new"))
    compared = compared and not (side == "below" and there)
    row = KnownKey(
        community=community,
        office=office,
        side=side,
        public_key=text,
        fingerprint=print_,
        registered_at=act.at,
        registered_by=act.by.account,
    )
    if compared:
        _end_former(row, act)
        row.how, row.confirmed_at = "compared", act.at
    row.save(force_insert=True)
    act.note(label=(office if side == "above" else community).name, fingerprint=_told(row))
    return row


def _told(row: KnownKey) -> str:
    """The fingerprint as the entry holds it: nothing before somebody compared it, or whoever
    took the key down could read here what the other side is to read out."""
    return row.fingerprint if row.confirmed_at else "—"


def _end_former(row: KnownKey, act: Act) -> None:
    former = KnownKey.objects.filter(
        community=row.community_id,
        office=row.office_id,
        side=row.side,
        ended_at__isnull=True,
        confirmed_at__isnull=False,
    )
    former.exclude(pk=row.pk).update(ended_at=act.at)


def _open(key: KnownKey) -> KnownKey:
    rows = KnownKey.objects.select_for_update(of=("self",)).select_related("community")
    row = rows.filter(community=key.community_id, pk=key.pk, ended_at__isnull=True).first()
    if row is None:
        raise Refused(Finding(False, "returns.key_open"))
    return row
