"""Those who were elected begin their term; the former committee's ends, and the handover begins."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from linli.core.access.actions import end_earlier_posts, end_posts_of, give_post, make_slip
from linli.core.access.models import Holding, Invitation
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.clocks.models import Holder
from linli.core.clocks.queries import clocks_of
from linli.core.people.models import Person
from linli.core.places.laid_down import weekend_rolls
from linli.governance.elections.actions.organising import kin_of
from linli.governance.elections.actions.wording import in_chinese
from linli.governance.elections.models import OFFICES, Election, HandoverItem, Membership, Round
from linli.governance.elections.queries.outcomes import members_from, without_post, written_in
from linli.governance.elections.rules.vacancy import committee_complete_enough
from linli.governance.elections.yardsticks import law_of, laws_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, parameter, require

SEED = (
    ("seal", "居民委员会印章、财务印章"),
    ("accounts", "账簿、会计凭证、票据"),
    ("accounts", "银行账户、现金和网上银行的保管"),
    ("property", "办公用房、活动用房和钥匙"),
    ("property", "办公设备和其他资产清单"),
    ("files", "居务档案和居民名册的管理权限"),
    ("files", "法人登记证、代码证和有效合同"),
    ("matters", "正在办理的诉求和未了事项清单"),
)
"""What every committee hands over; the election committee adds to it and strikes from it."""


@action("elections.seat_written_in", needs="elections.run")
def seat_written_in(act: Act, election: Election, *, name: str, person: Person) -> Membership:
    """Says who of the register is meant by a name that was written in and elected, once that
    person has said that they take the office."""
    wanted = [line for line in written_in(election) if line["name"] == name]
    require(Finding(bool(wanted), "elections.was_written_in", cites=("rcl2025.19",)))
    line = wanted[0]
    seat = _seat(act, election, line["round"], line, person.pk, name)
    _complete(act, election)
    act.about = person.pk
    act.note(office=in_chinese(line["title"]))
    return seat


@action("elections.invite_elected", needs="elections.run")
def invite_elected(act: Act, election: Election) -> list[tuple[Membership, Invitation, str]]:
    """Makes a slip for each of the elected whose desk nobody has opened yet: with it they make
    their account. The codes are shown this once."""
    slips = []
    for seat in without_post(election):
        slip, code = make_slip(act, election.community, person=seat.person, post=seat.office)
        slips.append((seat, slip, code))
    act.note(count=len(slips))
    return slips


def begin_term(act: Act, election: Election, round_: Round) -> None:
    """Enters those who were elected in the round. A step of declaring it."""
    for line in round_.outcome["elected"]:
        if line["person"] is not None:
            _seat(act, election, round_, line, UUID(line["person"]), line["name"])
    _complete(act, election)


def _seat(
    act: Act, election: Election, round_: Round, line: Any, person: UUID, name: str
) -> Membership:
    since = max(local_day(act.at), election.term_starts)
    for before in Membership.objects.filter(
        community=election.community_id, person=person, until__isnull=True
    ):
        _end(act, election, before, since)
    seat = Membership.objects.create(
        community_id=election.community_id,
        person_id=person,
        name=name,
        office=line["office"],
        round=round_,
        votes=line["votes"],
        since=since,
        term_ends=election.term_ends,
    )
    for each in (person, *kin_of(election, person)):  # art. 36
        if end_posts_of(act, election.community, person=each, post="supervisor", until=since):
            act.tell("elections.left_supervision", person=each)
    give_post(act, election.community, person=person, post=line["office"], since=since)
    seat.holding = Holding.objects.filter(
        account__person=person, post=line["office"], place=election.community, since=since
    ).first()
    seat.save(update_fields=["holding"])
    return seat


def _complete(act: Act, election: Election) -> None:
    """Where the elected make a committee: the former members' terms end, and with them every post
    of the former committee, also of an account the register joins to nobody; what is theirs to
    hand over is listed, with ten days for it."""
    seats = [seat for seat in members_from(election) if seat.until is None]
    law = law_of(election, local_day(act.at))
    if election.kind != "term" or not committee_complete_enough(len(seats), law=law):
        return
    since = min(seat.since for seat in seats)
    former = Membership.objects.filter(community=election.community_id, until__isnull=True).exclude(
        round__election=election
    )
    for seat in former:
        _end(act, election, seat, since)
    end_earlier_posts(
        act,
        election.community,
        posts=[office for office, _title in OFFICES],
        until=since,
        keep={(seat.person_id, seat.office) for seat in seats},
    )
    _begin_handover(act, election)


def _end(act: Act, election: Election, seat: Membership, until: date) -> None:
    """The term of a former member is over; the next one has begun."""
    seat.until, seat.ended_for = max(until, seat.since + timedelta(days=1)), "term"
    seat.save(update_fields=["until", "ended_for"])
    end_posts_of(act, election.community, person=seat.person_id, post=seat.office, until=until)


def _begin_handover(act: Act, election: Election) -> None:
    if clocks_of(election, "handover"):
        return
    HandoverItem.objects.bulk_create(
        HandoverItem(
            community_id=election.community_id,
            election=election,
            kind=kind,
            what=what,
            position=position,
        )
        for position, (kind, what) in enumerate(SEED, 1)
    )
    on, places = local_day(act.at), laws_of(election)
    limit = parameter("elections.handover_within", on, places)
    clocks.start(
        act,
        election,
        "handover",
        length=int(limit.value),
        unit=limit.unit,
        rule=limit.rule,
        title=in_chinese(election.title),
        url_name="elections:handover",
        url_args={
            "community_code": election.community.code,
            "election_id": str(election.pk),
        },
        holder=Holder(post="election_committee"),
        weekend_rolls=weekend_rolls(election.community, on),
    )
