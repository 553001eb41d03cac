"""The file of an election: every paper of it, each with its hash, in one order (art. 39).

Which papers there are follows from the rows; nothing in them ties a ballot to a person, and there
is no list of who voted.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _, gettext_lazy

from linli.core.audit.queries import entries_of
from linli.core.files.filing import (
    INSTITUTION,
    PERMANENT,
    Document,
    Piece,
    Series,
    as_data,
    as_table,
    declare,
)
from linli.governance.elections.models import (
    Candidate,
    CandidateMeeting,
    Election,
    Nomination,
    Objection,
)
from linli.governance.elections.queries.counted import rounds_of
from linli.governance.elections.queries.outcomes import handover_of, members_from
from linli.governance.elections.rules.kin import without_kin
from linli.lib.calendar import local_day
from linli.mechanisms.ballot.queries.counts import stations_of
from linli.mechanisms.ballot.queries.rolls import lines_of, live_proxies
from linli.mechanisms.publication.queries import postings_of


def file_of(election: Election) -> list[Document]:
    """Every paper, in order; the same rows give the same papers."""
    return [*_papers(election)]


def _papers(election: Election) -> Iterator[Document]:
    yield Document("01-election.json", _("选举概况和步骤"), as_data(_course(election)))
    yield Document("02-committee.csv", _("居民选举委员会"), _committee(election))
    if election.electorate is not None:
        yield Document("03-roll.csv", _("选民名单"), _roll(election))
        yield Document("04-roll-versions.csv", _("名单的确定和更正"), _versions(election))
        yield Document("05-proxies.csv", _("委托投票"), _proxies(election))
    yield Document("06-objections.csv", _("名单异议和处理"), _objections(election))
    yield Document("07-nominations.csv", _("提名"), _nominations(election))
    yield Document("08-candidates.csv", _("正式候选人"), _candidates(election))
    yield Document("09-meetings.csv", _("候选人与居民见面"), _meetings(election))
    for round_ in rounds_of(election):
        number = f"{round_.number:02d}"
        yield Document(f"10-round-{number}-stations.csv", _("投票站计数"), _stations(round_.poll))
        if round_.declared_at is not None:
            result = as_data(without_kin(round_.outcome))
            yield Document(f"10-round-{number}-result.json", _("选举结果"), result)
    yield Document("11-members.csv", _("当选和任期"), _members(election))
    yield Document("12-handover.csv", _("移交清单"), _handover(election))
    for posting in _postings(election):
        yield Document(
            f"13-notice-{posting.number}.json", _("公告"), as_data(posting.snapshot or {})
        )
    yield Document("14-acts.csv", _("操作记录"), _acts(election))


def _course(election: Election) -> dict[str, Any]:
    return {
        "title": election.title,
        "kind": election.kind,
        "community": election.community.code,
        "mode": election.mode,
        "mode_decision": election.mode_decision,
        "committee_decision": election.committee_decision,
        "term": [election.term_starts, election.term_ends],
        "roll_posted_on": election.roll_posted_on,
        "candidates_posted_on": election.candidates_posted_on,
        "reported_at": election.reported_at,
        "handed_over_on": election.handed_over_on,
        "offices": [[each.office, each.seats] for each in election.offices.all()],
        "steps": [
            {"at": step.at, "move": step.move, "post": step.post, "reason": step.reason}
            for step in election.steps.all()
            if step.move != "archive"
        ],
    }


def _committee(election: Election) -> bytes:
    rows = election.committee.select_related("person").order_by("place")
    return as_table(
        ("place", "name", "chairs", "since", "left_on", "left_for"),
        (
            # Who is whose relative is forgotten with the election, and not filed.
            (
                each.place,
                each.person.name,
                each.chairs,
                each.since,
                each.left_on,
                "other" if each.left_for == "kin_nominated" else each.left_for,
            )
            for each in rows
        ),
    )


def _roll(election: Election) -> bytes:
    assert election.electorate is not None
    return as_table(
        ("number", "name", "group", "struck"),
        (
            (line.number, line.name, line.group, line.struck)
            for line in lines_of(election.electorate)
        ),
    )


def _versions(election: Election) -> bytes:
    assert election.electorate is not None
    return as_table(
        ("version", "day", "change", "reason", "size", "sha256"),
        (
            (each.version, local_day(each.at), each.change, each.reason, each.size, each.sha256)
            for each in election.electorate.versions.order_by("version")
        ),
    )


def _proxies(election: Election) -> bytes:
    assert election.electorate is not None
    return as_table(
        ("principal_number", "principal", "holder_number", "holder", "written_on"),
        (
            (
                each.principal.number,
                each.principal.name,
                each.holder.number,
                each.holder.name,
                each.written_on,
            )
            for each in live_proxies(election.electorate)
        ),
    )


def _objections(election: Election) -> bytes:
    rows = Objection.objects.filter(community=election.community_id, election=election)
    return as_table(
        ("kind", "state", "lodged_on", "decided_on", "public_reason"),
        (
            (
                each.kind,
                each.state,
                local_day(each.lodged_at),
                local_day(each.decided_at) if each.decided_at else "",
                each.public_reason,
            )
            for each in rows.order_by("lodged_at", "id")
        ),
    )


def _nominations(election: Election) -> bytes:
    rows = Nomination.objects.filter(community=election.community_id, election=election)
    return as_table(
        ("office", "name", "by", "state", "nominated_on", "nominators"),
        (
            (
                each.office.office,
                each.person.name,
                each.by,
                each.state,
                each.nominated_on,
                each.joined_then or each.nominators.count(),
            )
            for each in rows.select_related("office", "person").order_by("nominated_on", "id")
        ),
    )


def _candidates(election: Election) -> bytes:
    rows = Candidate.objects.filter(community=election.community_id, election=election)
    return as_table(
        ("round", "office", "position", "name", "withdrew_on"),
        (
            (each.round, each.office.office, each.position, each.name, each.withdrew_on)
            for each in rows.select_related("office")
        ),
    )


def _meetings(election: Election) -> bytes:
    rows = CandidateMeeting.objects.filter(community=election.community_id, election=election)
    return as_table(
        ("held_at", "where", "came", "record"),
        ((each.held_at, each.where, each.came, each.record) for each in rows.order_by("held_at")),
    )


def _stations(poll: Any) -> bytes:
    return as_table(
        ("station", "state", "issued", "spoiled", "returned", "unreturned"),
        (
            (each.name, each.state, each.issued, each.spoiled, each.returned, each.unreturned)
            for each in stations_of(poll)
        ),
    )


def _members(election: Election) -> bytes:
    return as_table(
        ("office", "name", "votes", "since", "term_ends", "until"),
        (
            (each.office, each.name, each.votes, each.since, each.term_ends, each.until)
            for each in members_from(election)
        ),
    )


def _handover(election: Election) -> bytes:
    return as_table(
        ("position", "kind", "what", "amount", "missing", "note", "given_at", "taken_at"),
        (
            (
                each.position,
                each.kind,
                each.what,
                each.amount,
                each.missing,
                each.note,
                each.given_at,
                each.taken_at,
            )
            for each in handover_of(election)
        ),
    )


def _acts(election: Election) -> bytes:
    rows = (entry for entry in entries_of(election.pk) if entry.action != "elections.archive")
    return as_table(("at", "post", "act"), ((each.at, each.post, each.action) for each in rows))


def _postings(election: Election) -> list[Any]:
    owners = [election, *rounds_of(election)]
    found = [posting for owner in owners for posting in postings_of(owner)]
    return sorted((each for each in found if each.number), key=lambda each: each.number)


def settled_elections(community: Any, since: date, until: date) -> Iterator[Piece]:
    """The elections of those days whose file was closed (art. 39)."""
    rows = Election.objects.filter(
        community=community, state="archived", day__gte=since, day__lte=until
    )
    for row in rows.order_by("day", "id"):
        yield Piece(row.pk, "elections.Election", row.title, row.day)


def papers_of(community: Any, owner: UUID) -> list[Document]:
    """The papers of one election, for the archive."""
    election = Election.objects.select_related("community", "electorate").get(
        community=community, pk=owner
    )
    return file_of(election)


declare(
    Series(
        "elections.file",
        title=gettext_lazy("选举的全套文件"),
        part="elections",
        term=PERMANENT,
        access=INSTITUTION,
        settled=settled_elections,
        documents=papers_of,
    )
)
