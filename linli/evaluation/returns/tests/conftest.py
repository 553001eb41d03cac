"""A community that sends, an invented neighbour with a key of its own, and the office of both."""

import base64
from datetime import date
from types import SimpleNamespace

import pytest

from linli.core.access.queries import actor_for
from linli.core.audit.actor import the_clock
from linli.core.places.actions import describe_community
from linli.core.places.tests.town import a_community, a_town, by_operator
from linli.evaluation import sources
from linli.evaluation.actions import reckon
from linli.evaluation.outcome import reckon_community
from linli.evaluation.periods import period_of, plan_span
from linli.evaluation.returns import actions, packing
from linli.evaluation.returns.keys import fingerprint, public_half
from linli.evaluation.returns.lines import Line
from linli.evaluation.returns.packing import pack_return
from linli.evaluation.tests.cast import AT, DAY, Room, busy_months, make_account

SEED = base64.b64encode(bytes(range(32))).decode()
OTHER_SEED = base64.b64encode(bytes(range(1, 33))).decode()
YEAR = period_of("year", DAY)


def neighbours_lines(code, *, factor=3, more=()):
    """Eleven months that add up to their year, and a share that does not."""
    counts = [factor * (9 + month) for month in range(1, 12)]
    lines = [
        Line(code, "MT05", 1, f"2026-{month:02d}", count, 1, count, None, "told")
        for month, count in enumerate(counts, 1)
    ]
    return [
        *lines,
        Line(code, "MT05", 1, "2026", sum(counts), 1, sum(counts), None, "told"),
        Line(code, "BS01", 1, "2026", 300, 900, 900, None, "told"),
        Line(code, "MT04", 1, "2026", None, None, None, None, "hidden"),
        *more,
    ]


@pytest.fixture
def scene(db, monkeypatch):
    room = Room()
    monkeypatch.setattr(sources, "sources", lambda: (room.as_source(),))
    town = a_town()
    ours, theirs = a_community(1, "湖东社区", town=town), a_community(2, "湖西社区", town=town)
    by_operator(describe_community, ours, households=300, on=date(2026, 1, 1))
    for month in range(1, 12):
        busy_months(room, ours, months=[month], a_month=25 + month)
    room.stocks = list(dict.fromkeys(room.stocks))
    outcome = reckon_community(ours, plan_span(DAY))
    reckon(ours, by=the_clock(), at=AT, outcome=outcome)
    accounts = {
        "director": make_account(ours, "director"),
        "officer": make_account(town, "street_officer"),
        "second": make_account(town, "street_officer"),
    }

    def actor(who):
        return actor_for(accounts[who], DAY)

    def trust(seed=SEED, heard=True):
        key = public_half(seed)
        return actions.register_sender(
            town,
            community=theirs,
            public_key=key,
            heard=fingerprint(key) if heard else "",
            by=actor("officer"),
            at=AT,
        )

    def pack(lines=None, *, seed=SEED, lines_said=None, **given):
        said = {
            "community": {"code": theirs.code, "name": theirs.name},
            "office": {"code": town.code, "name": town.name},
            "period": "2026",
            "through": "2026-11-20",
            "edition": 1,
            "sent_at": "2026-11-21T10:00:00+08:00",
            "notes": [],
            **given,
        }
        chosen = neighbours_lines(theirs.code) if lines is None else lines
        with monkeypatch.context() as patch:
            if lines_said is not None:
                patch.setattr(packing, "len", lambda lines: lines_said, raising=False)
            return pack_return(said, chosen, with_key=seed)

    def receive(content, who="officer"):
        return actions.receive(town, content=content, by=actor(who), at=AT)

    return SimpleNamespace(
        room=room, town=town, ours=ours, theirs=theirs, accounts=accounts, actor=actor,
        trust=trust, pack=pack, receive=receive,
    )  # fmt: skip
