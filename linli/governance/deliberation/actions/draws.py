"""Residents are invited by lot: first the seed, then the draw, the next for whoever says no."""

import secrets
from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.messages.models import Message
from linli.governance.deliberation.actions.posting import post_draw
from linli.governance.deliberation.actions.talks import expect_drawn
from linli.governance.deliberation.gatherings import DRAWN, RESIDENT
from linli.governance.deliberation.models import Draw, Drawn, Talk, Topic
from linli.governance.deliberation.queries.draws import last_number
from linli.governance.deliberation.queries.frame import mark_of, order_of, parts_of, read_frame
from linli.governance.deliberation.rules.agreements import draw_fits, seed_said
from linli.governance.deliberation.words import STRATA
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.gathering.actions import fold_capacity

RESERVE = 3
"""For each of the wanted, so many more of their stratum are kept in the drawn order."""
OF_THE_LOT = ("deliberation.drawn", "deliberation.called", "deliberation.cancelled")
DRAWN_IN = ("accepted", "talking")


@action("deliberation.announce_draw", needs="deliberation.keep")
def announce_draw(
    act: Act,
    topic: Topic,
    *,
    wanted: int,
    by_what: Sequence[str],
    seed: str = "",
    seed_from: str = "",
) -> Draw:
    """Makes the seed known before anybody is drawn. It is best made in public (dice, a number a
    resident calls out), and `seed_from` says how; else the machine makes one."""
    require(Finding(topic.state in DRAWN_IN, "deliberation.can_be_talked_over"))
    if not seed.strip():
        seed, seed_from = secrets.token_hex(8), "程序随机产生"
    require(seed_said(seed, seed_from))
    known = [code for code, _words in STRATA]
    draw = Draw.objects.create(
        community_id=topic.community_id,
        topic=topic,
        number=last_number(topic) + 1,
        seed=seed.strip(),
        seed_from=seed_from.strip(),
        by=[code for code in known if code in by_what],
        wanted=wanted,
        announced_on=local_day(act.at),
    )
    act.note(number=topic.number, draw=draw.number, wanted=wanted)
    post_draw(act, draw)
    return draw


@action("deliberation.draw", needs="deliberation.keep")
def draw_residents(act: Act, draw: Draw) -> Draw:
    """Draws with the seed that is up: so many of each stratum as its share of the register, in
    the order the lot gives. Only the counts become public. Once."""
    require(Finding(draw.topic.state in DRAWN_IN, "deliberation.can_be_talked_over"))
    on = local_day(act.at)
    strata = read_frame(draw.topic.community, on, draw.by)
    sizes = {each.code: len(each.persons) for each in strata}
    whole = sum(sizes.values())
    require(draw_fits(draw.wanted, whole))
    parts = parts_of(strata, draw.wanted)
    rows = Draw.objects.filter(community=draw.community_id, pk=draw.pk, drawn_at__isnull=True)
    told = [
        {
            "code": each.code,
            "title": each.title,
            "size": sizes[each.code],
            "wanted": parts[each.code],
        }
        for each in strata
    ]
    once = rows.update(
        frame_on=on, frame_size=whole, frame_hash=mark_of(strata), strata=told, drawn_at=act.at
    )
    require(Finding(bool(once), "deliberation.drawn_once"))
    draw.refresh_from_db()
    met = []
    for stratum in strata:
        wanted = parts[stratum.code]
        order = order_of(stratum, draw.seed)
        met += [
            Drawn(
                community_id=draw.community_id,
                draw=draw,
                stratum=stratum.code,
                place=place,
                person_id=person,
                asked_at=act.at if place <= wanted else None,
            )
            for place, person in enumerate(order[: wanted * (1 + RESERVE)], 1)
        ]
    Drawn.objects.bulk_create(met, batch_size=500)
    for each in met:
        if each.asked_at is not None:
            _ask(act, draw, each.person_id)
    act.note(number=draw.topic.number, wanted=draw.wanted, whole=whole)
    post_draw(act, draw)
    return draw


@action("deliberation.answer_draw", needs="deliberation.answer_draw")
def answer_draw(act: Act, drawn: Drawn, *, comes: bool) -> Draw:
    """Yes or no, from the phone or as told at the door. For a no, the next in the drawn order of
    the same stratum is asked. Nobody needs a reason, and the book does not say whom it was."""
    act.leave_out_who()
    draw = drawn.draw
    answer = "yes" if comes else "no"
    rows = Drawn.objects.filter(community=drawn.community_id, draw=draw)
    once = rows.filter(pk=drawn.pk, answer="", asked_at__isnull=False).update(answer=answer)
    if not once:
        raise Refused(Finding(False, "deliberation.answered_once"))
    counted = {"said_yes": F("said_yes") + 1} if comes else {"said_no": F("said_no") + 1}
    Draw.objects.filter(community=draw.community_id, pk=draw.pk).update(**counted)
    act.note(number=draw.topic.number, draw=draw.number)
    if comes:
        expect_drawn(act, drawn)
    else:
        following = (
            rows.filter(stratum=drawn.stratum, asked_at__isnull=True)
            .select_for_update()
            .order_by("place")
            .first()
        )
        if following is not None:
            following.asked_at = act.at
            following.save(update_fields=["asked_at"])
            _ask(act, draw, following.person_id)
    draw.refresh_from_db()
    return draw


@action("deliberation.forget_drawn", needs="deliberation.forget")
def forget_drawn(act: Act, draw: Draw) -> Draw:
    """Deletes whom the lot met, once the talk is over, with what they were told of it and their
    places on the lists of the talks, where they came as residents; how many said yes and no
    stays."""
    act.note(number=draw.topic.number, draw=draw.number)
    met = Drawn.objects.filter(community=draw.community_id, draw=draw)
    keys, persons = (
        list(met.values_list("pk", flat=True)),
        list(met.values_list("person", flat=True)),
    )
    talks = Talk.objects.filter(community=draw.community_id, topic=draw.topic_id)
    told = Message.objects.filter(community=draw.community_id)
    told.filter(kind__in=OF_THE_LOT, subject__in=[draw.pk, *keys]).delete()
    told.filter(
        kind__in=OF_THE_LOT, subject__in=talks.values("pk"), account__person__in=persons
    ).delete()
    for talk in talks.select_related("gathering"):
        fold_capacity(act, talk.gathering, DRAWN.code, into=RESIDENT.code, persons=persons)
    met.delete()
    draw.forgotten_at = act.at
    draw.save(update_fields=["forgotten_at"])
    return draw


def _ask(act: Act, draw: Draw, person: UUID) -> None:
    act.tell("deliberation.drawn", person=person, number=draw.topic.number)
