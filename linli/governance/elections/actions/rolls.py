"""The roll: drawn up from the registrations, looked at, frozen, posted; later only corrected."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import translation

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.people.queries import dwellings_of
from linli.core.places.queries import group_names
from linli.governance.elections.actions.nominating import leave_nominations
from linli.governance.elections.actions.posting import notice_of, post_by_two
from linli.governance.elections.actions.proxies import live_proxies, refresh_list
from linli.governance.elections.actions.registering import Claimed, require_entitled
from linli.governance.elections.flows import ELECTION
from linli.governance.elections.models import Election, Registration
from linli.governance.elections.postings import ROLL
from linli.governance.elections.queries.recalls import representatives
from linli.governance.elections.queries.standing import household_of, registration_of
from linli.governance.elections.rules import roll as law_rules, steps as rules
from linli.governance.elections.yardsticks import law_of, laws_of
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.ballot import actions as ballot
from linli.mechanisms.ballot.models import Elector, Electorate
from linli.mechanisms.flow.actions import take
from linli.mechanisms.publication.actions import correct


@action("elections.prepare_roll", needs="elections.help")
def prepare_roll(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Draws the roll up from the registrations (where representatives elect, of all of them, for
    the vote is counted against all), for another to look at and post. Prepared again,
    it takes the place of the one before."""
    on = local_day(act.at)
    lines = _lines(election, on)
    waiting = _rows(election).filter(state="applied").count()
    require(rules.nothing_waits(waiting))
    take(act, ELECTION, election, "prepare_roll", seen=seen)
    before = election.electorate
    election.electorate = ballot.draft_electorate(
        act, election.community, base=election.mode, title=election.title, as_of=on
    )
    ballot.add_electors(act, election.electorate, lines)
    election.save(update_fields=["electorate"])
    if before is not None:
        _electors(before).delete()  # a draft nobody has posted leaves nothing behind
        before.delete()
    act.note(size=len(lines))
    return election


@action("elections.post_roll", needs="elections.run")
def post_roll(act: Act, election: Election, *, seen: int | None = None) -> Election:
    """Freezes the prepared roll, reckons its hash and posts it, twenty days or more before
    election day (art. 17). Whoever prepared it does not post it."""
    on, law = local_day(act.at), law_of(election, local_day(act.at))
    require(rules.prepared(there=election.electorate is not None))
    require(law_rules.roll_posted_in_time(on, election.day, law=law))
    electorate = election.electorate
    assert electorate is not None
    drawn_up = set(_electors(electorate).values_list("person_id", "name"))
    now = {(line.person, line.name) for line in _lines(election, on)}
    require(rules.roll_as_prepared(len(drawn_up), len(now) if drawn_up != now else len(drawn_up)))
    prepared_by = _preparer(election)
    take(act, ELECTION, election, "post_roll", seen=seen)
    ballot.freeze(act, electorate)
    post_by_two(act, ROLL, election, roll_fields(election), prepared_by=prepared_by)
    election.roll_posted_on = on
    election.save(update_fields=["roll_posted_on"])
    act.note(size=electorate.size)
    return election


@dataclass(frozen=True, slots=True)
class Correction:
    """What is put right on the posted roll, exactly one of four: `add` a person on a `ground`
    (a community worker with the day since when), `strike` a line, `restore` one that was struck
    wrongly, or `amend` the `name` on one."""

    add: Person | None = None
    ground: str = ""
    worker_since: date | None = None
    strike: Elector | None = None
    restore: Elector | None = None
    amend: Elector | None = None
    name: str = ""

    @property
    def fits(self) -> bool:
        """Whether it says one thing, and all that is needed for it."""
        given = [each for each in (self.add, self.strike, self.restore, self.amend) if each]
        return len(given) == 1 and (self.amend is None or bool(self.name.strip()))


@action("elections.correct_roll", needs="elections.run")
def correct_roll(act: Act, election: Election, *, correction: Correction, reason: str) -> Election:
    """Puts the posted roll right: somebody is added, struck or brought back, or their name is
    mended. A new version is posted, with the reason."""
    change_roll(act, election, correction=correction, reason=reason)
    return election


def change_roll(act: Act, election: Election, *, correction: Correction, reason: str) -> None:
    """One correction, as a step of the act that found it due. Who is added may be on this roll,
    as in registration; with a line that is struck the mandates given by it or to it fall."""
    electorate = election.electorate
    assert electorate is not None
    require(rules.correction_fits(fits=correction.fits))
    take(act, ELECTION, election, "correct_roll", reason=reason)
    if correction.add is not None:
        as_whom = "representative" if election.mode == "representatives" else correction.ground
        entrant = entrant_of(election, correction.add, as_whom)
        _add(act, election, correction.add, entrant, reason, correction.worker_since)
    if correction.restore is not None:
        _restore(act, election, correction.restore, reason)
    if correction.strike is not None:
        _strike(act, election, correction.strike, reason)
    if correction.amend is not None:
        ballot.amend(act, correction.amend, reason=reason, name=correction.name.strip())
        act.about = correction.amend.person_id
    electorate.refresh_from_db()
    standing = notice_of(election, ROLL)
    if standing is not None:
        correct(act, standing, roll_fields(election), reason, of=laws_of(election))
    act.note(size=electorate.size, version=electorate.version)


def _add(
    act: Act,
    election: Election,
    person: Person,
    entrant: ballot.Entrant,
    reason: str,
    worker_since: date | None = None,
) -> None:
    """The reason of a correction is what the committee saw: it stands for the paper."""
    earlier = registration_of(election, person.pk)
    if worker_since is None and earlier is not None:
        worker_since = earlier.worker_since
    claimed = Claimed(entrant.ground, reason, worker_since)
    require_entitled(election, person, claimed, local_day(act.at))
    _require_household(election, entrant)
    assert election.electorate is not None
    ballot.enrol(act, election.electorate, entrant, reason=reason)
    act.about = person.pk


def _restore(act: Act, election: Election, line: Elector, reason: str) -> None:
    """Whoever was struck wrongly stands on a new line, as on the old one; its number stays
    struck, and what fell with it (a mandate, a nomination joined) is given anew by its people."""
    require(rules.was_struck(struck=line.struck_at is not None and line.person is not None))
    assert line.person is not None
    again = ballot.Entrant(line.name, line.person_id, line.household_id, line.ground, line.group)
    _add(act, election, line.person, again, reason)


def _strike(act: Act, election: Election, line: Elector, reason: str) -> None:
    bound = live_proxies(election).filter(Q(principal=line) | Q(holder=line))
    fallen = list(bound.select_related("principal", "holder"))
    ballot.strike(act, line, reason=reason)
    if election.state == "listed":  # afterwards the candidates are posted
        leave_nominations(act, election, line)
    for proxy in fallen:
        other = proxy.holder if proxy.principal_id == line.pk else proxy.principal
        act.tell("elections.proxy_fallen", person=other.person_id)
    if fallen:
        refresh_list(act, election)
    act.about = line.person_id


def roll_fields(election: Election) -> dict[str, Any]:
    """The roll as it is posted."""
    electorate = election.electorate
    assert electorate is not None
    with translation.override("zh-hans"):
        struck = translation.gettext("已除名")
        return {
            "title": election.title,
            "election_day": election.day,
            "mode": str(election.get_mode_display()),
            "size": electorate.size,
            "sha256": electorate.sha256,
            "electors": [
                {
                    "number": elector.number,
                    "name": elector.name,
                    "group": elector.group,
                    "note": struck if elector.struck_at else "",
                }
                for elector in _electors(electorate).order_by("number")
            ],
        }


def entrant_of(election: Election, person: Person, ground: str) -> ballot.Entrant:
    """One line for the roll, with the residents' group the person lives in and, where
    households vote, the household the person speaks for."""
    registration = Registration(
        community_id=election.community_id,
        election=election,
        person=person,
        ground=ground,
        household=household_of(election, person),
    )
    return _entrants(election, [registration])[0]


def _require_household(election: Election, entrant: ballot.Entrant) -> None:
    """One household, one line: also of those who are added later."""
    if election.mode != "households":
        return
    require(rules.household_named(named=entrant.household is not None))
    assert election.electorate is not None
    standing = _electors(election.electorate).filter(
        household=entrant.household, struck_at__isnull=True
    )
    require(rules.household_once(there=standing.exists()))


def _entrants(election: Election, rows: list[Registration]) -> list[ballot.Entrant]:
    homes = dwellings_of(election.community_id, [row.person_id for row in rows], election.day)
    names = group_names(election.community, [home.pk for home in homes.values()], election.day)
    lines = []
    for row in rows:
        home = homes.get(row.person_id)
        lines.append(
            ballot.Entrant(
                name=row.person.name,
                person=row.person_id,
                household=row.household_id,
                ground=row.ground,
                group=names.get(home.pk, "") if home else "",
            )
        )
    return sorted(lines, key=lambda line: (line.group, line.name))


def _lines(election: Election, on: date) -> list[ballot.Entrant]:
    """Who stands on the roll as things are: everybody registered, or every representative."""
    if election.mode != "representatives":
        return _entrants(election, _registered(election))
    rows, unknown = [], []
    for account in representatives(election.community, on):
        if account.person is None:
            unknown.append(ballot.Entrant(account.label, ground="representative"))
        else:
            rows.append(
                Registration(
                    community_id=election.community_id,
                    election=election,
                    person=account.person,
                    ground="representative",
                )
            )
    return _entrants(election, rows) + unknown


def _rows(election: Election) -> Any:
    return Registration.objects.filter(community=election.community_id, election=election)


def _registered(election: Election) -> list[Registration]:
    return list(_rows(election).filter(state="registered").select_related("person"))


def _electors(electorate: Electorate) -> Any:
    return Elector.objects.filter(community=electorate.community_id, electorate=electorate)


def _preparer(election: Election) -> UUID | None:
    step = election.steps.filter(move="prepare_roll").order_by("-version").first()
    return step.account_id if step else None
