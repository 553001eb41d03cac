"""Those who stand: the list, its posting, meetings with residents, withdrawal (art. 18)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from linli.core.audit.door import Act, action
from linli.core.pages.wording import tell_moment
from linli.governance.elections.actions.posting import announce, notice_of, post_by_two
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import Candidate, CandidateMeeting, Election, Nomination
from linli.governance.elections.postings import CANDIDATES
from linli.governance.elections.rules import nomination as law_rules, steps as rules
from linli.governance.elections.rules.law import MEMBER, ElectionLaw
from linli.governance.elections.yardsticks import law_of, laws_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.ballot.models import Elector
from linli.mechanisms.flow.actions import take
from linli.mechanisms.publication.actions import correct


def standing_nominations(election: Election) -> Sequence[Nomination]:
    """Those who were nominated in due form, said that they stand, and were confirmed, and whom
    no correction has struck from the roll since."""
    listed = Elector.objects.filter(
        community=election.community_id,
        electorate=election.electorate_id,
        struck_at__isnull=True,
        person__isnull=False,
    )
    rows = Nomination.objects.filter(
        community=election.community_id,
        election=election,
        state="accepted",
        complete=True,
        confirmed_on__isnull=False,
        person__in=listed.values("person"),
    )
    return list(rows.select_related("person", "office").order_by("office__position", "pk"))


def judge_candidates(election: Election, law: ElectionLaw) -> list[Finding]:
    """Whether, for each office, candidates outnumber the seats, and each stands for one office."""
    standing = standing_nominations(election)
    by_office: dict[UUID, set[UUID]] = {}
    offices_of: dict[UUID, set[UUID]] = {}
    for row in standing:
        by_office.setdefault(row.office_id, set()).add(row.person_id)
        offices_of.setdefault(row.person_id, set()).add(row.office_id)
    findings = [
        law_rules.more_candidates_than_seats(
            len(by_office.get(office.pk, ())),
            office.seats,
            office=MEMBER if office.office == "committee_member" else office.office,
            law=law,
        )
        for office in election.offices.order_by("position")
    ]
    several = max((len(each) for each in offices_of.values()), default=1)
    return [*findings, law_rules.one_office(several, confirmed=False)]


@action("elections.prepare_candidates", needs="elections.help")
def prepare_candidates(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Draws up the list of candidates, for another to look at and post."""
    for finding in judge_candidates(election, law_of(election, local_day(act.at))):
        require(finding)
    take(act, ELECTION, election, "prepare_candidates", seen=seen)
    _rows(election).delete()
    chosen: dict[tuple[UUID, UUID], Nomination] = {}
    for row in standing_nominations(election):
        chosen.setdefault((row.office_id, row.person_id), row)
    positions: dict[UUID, int] = {}
    for row in sorted(chosen.values(), key=lambda each: (each.office.position, each.person.name)):
        positions[row.office_id] = positions.get(row.office_id, 0) + 1
        Candidate.objects.create(
            community_id=election.community_id,
            election=election,
            office=row.office,
            person=row.person,
            name=row.person.name,
            position=positions[row.office_id],
        )
    act.note(candidates=len(chosen))
    return election


@action("elections.introduce_candidate", needs="elections.help")
def introduce_candidate(
    act: Act, election: Election, *, candidate: Candidate, statement: str
) -> Candidate:
    """Takes down how a candidate introduces themselves, in their own words, for the list."""
    require(rules.nominations_open(election.state))
    candidate.statement = statement
    candidate.save(update_fields=["statement"])
    act.about = candidate.person_id
    return candidate


@action("elections.post_candidates", needs="elections.run")
def post_candidates(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Posts who stands for which office. Whoever drew the list up does not post it."""
    on, law = local_day(act.at), law_of(election, local_day(act.at))
    listed = _rows(election).values_list("office", "person")
    require(rules.prepared(there=bool(listed)))
    now = {(row.office_id, row.person_id) for row in standing_nominations(election)}
    require(rules.list_as_prepared(same=set(listed) == now))
    for finding in judge_candidates(election, law):
        require(finding)
    require(law_rules.candidates_posted_in_time(on, election.day, law=law))
    prepared_by = preparer_of(election, "prepare_candidates")
    take(act, ELECTION, election, "post_candidates", seen=seen)
    post_by_two(act, CANDIDATES, election, candidate_fields(election), prepared_by=prepared_by)
    election.candidates_posted_on = on
    election.save(update_fields=["candidates_posted_on"])
    act.note(candidates=len(listed))
    return election


@action("elections.withdraw_candidate", needs="elections.run")
def withdraw_candidate(
    act: Act, election: Election, *, candidate: Candidate, reason: str
) -> Candidate:
    """A candidate no longer stands; the posted list is put right. Where too few are left, the
    election committee sees it on the election's page and puts the election off."""
    require(rules.reasoned(reason))
    require(rules.candidate_stands(stands=candidate.withdrew_on is None))
    require(rules.proxies_open(election.state))
    candidate.withdrew_on = local_day(act.at)
    candidate.save(update_fields=["withdrew_on"])
    posted = notice_of(election, CANDIDATES)
    if posted is not None:
        correct(act, posted, candidate_fields(election), reason, of=laws_of(election))
    act.about = candidate.person_id
    return candidate


@action("elections.call_meeting", needs="elections.run")
def call_meeting(
    act: Act, election: Election, *, held_at: datetime, where: str
) -> CandidateMeeting:
    """Calls residents to a meeting at which candidates speak and answer, and posts it."""
    meeting = CandidateMeeting.objects.create(
        community_id=election.community_id, election=election, held_at=held_at, where=where
    )
    with translation.override("zh-hans"):
        announce(
            act,
            election,
            _("候选人与居民见面"),
            _(
                "时间：{when}\n地点：{where}\n候选人介绍自己的打算，当面回答居民的问题。欢迎参加。"
            ).format(when=tell_moment(held_at), where=where),
            days=max(1, (local_day(held_at) - local_day(act.at)).days),
        )
    return meeting


@action("elections.record_meeting", needs="elections.help")
def record_meeting(
    act: Act, election: Election, *, meeting: CandidateMeeting, came: int, record: str
) -> CandidateMeeting:
    """Records how many came to the meeting, and what was asked and answered."""
    require(rules.meeting_over(over=meeting.held_at <= act.at))
    meeting.came, meeting.record = came, record
    meeting.save(update_fields=["came", "record"])
    act.note(came=came)
    return meeting


def candidate_fields(election: Election) -> dict[str, Any]:
    """The list of candidates as it is posted."""
    with translation.override("zh-hans"):
        return {
            "title": election.title,
            "election_day": election.day,
            "candidates": [
                {
                    "office": str(row.office.get_office_display()),
                    "seats": row.office.seats,
                    "name": row.name,
                    "statement": row.statement,
                }
                for row in _rows(election).filter(withdrew_on__isnull=True)
            ],
        }


def preparer_of(election: Election, move: str) -> UUID | None:
    """Who last prepared what another posts."""
    step = election.steps.filter(move=move).order_by("-version").first()
    return step.account_id if step else None


def _rows(election: Election) -> Any:
    return (
        Candidate.objects.filter(community=election.community_id, election=election, round=1)
        .select_related("office")
        .order_by("office__position", "position")
    )


def met_on(election: Election) -> date | None:
    """The first day on which candidates met residents, as recorded."""
    first = (
        CandidateMeeting.objects.filter(
            community=election.community_id, election=election, came__isnull=False
        )
        .order_by("held_at")
        .first()
    )
    return local_day(first.held_at) if first else None
