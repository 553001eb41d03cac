"""A community social organisation from the draft to its filing, changes and end."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Max

from linli.core.audit.door import Act, action, may
from linli.core.places.held import locked, saved
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.identity.credit_code import plain_code
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take, what_happened
from linli.partners.organisations.actions.register import close_body
from linli.partners.organisations.actions.saying import told
from linli.partners.organisations.flows_social import SOCIAL
from linli.partners.organisations.grants_told import grants_of
from linli.partners.organisations.law_social import checklist, way_of
from linli.partners.organisations.models.organisation import Organisation
from linli.partners.organisations.models.social import SocialOrganisation
from linli.partners.organisations.rules import social as rules

TRIES = 20
FILERS = ("director", "deputy_director")
"""Who files or refuses: told of what is handed in."""


@dataclass(frozen=True)
class Proposed:
    """What a group says of itself. `leader` and `phone` are kept sealed; `contact` is made public
    where `contact_public` says its bearer agreed."""

    name: str
    category: str
    about: str
    nature: str = rules.GROUP
    initiators: int = 0
    members: int = 0
    units: int = 0
    has_means: bool = False
    leader: str = ""
    phone: str = ""
    contact_public: bool = False
    contact: str = ""
    venue: str = ""
    charter: str = ""
    plan: str = ""


@action("organisations.propose_social", needs="organisations.propose_social")
def propose_social(act: Act, community: Place, *, said: Proposed) -> SocialOrganisation:
    """Begins an organisation: a draft only its proposer and the desk read. What the desk types for
    a group is nobody's own: it stays with the desk, not with who typed."""
    desk = may("organisations.keep_social", act.by, community)
    owner = None if desk else act.by.account
    row = SocialOrganisation(community=community, handed_in_by_id=owner, **_checked(said))
    begin(act, SOCIAL, row, "draft")
    act.note(category=row.category)
    act.tell("organisations.social_begun", post="worker")
    return row


@action("organisations.write_social", needs="organisations.own_social")
def write_social(
    act: Act, row: SocialOrganisation, *, said: Proposed, seen: int | None = None
) -> SocialOrganisation:
    """Writes the draft, or what was asked for."""
    take(act, SOCIAL, row, "write", seen=seen)
    _write(row, said)
    return row


@action("organisations.guide_social", needs="organisations.keep_social")
def guide_social(
    act: Act, row: SocialOrganisation, *, reason: str, seen: int | None = None
) -> SocialOrganisation:
    """A note of guidance: what is missing, how to go on."""
    take(act, SOCIAL, row, "guide", seen=seen, reason=reason)
    _tell_proposer(act, row, "organisations.social_guided")
    return row


@action("organisations.hand_in_social", needs="organisations.own_social")
def hand_in_social(
    act: Act, row: SocialOrganisation, *, seen: int | None = None
) -> SocialOrganisation:
    """Hands the filing in; refused where a line of the checklist is missing. After a supplement
    it is the same step again."""
    move = "supplement" if row.state == "supplement" else "hand_in"
    take(act, SOCIAL, row, move, seen=seen, conditions=checklist(row, local_day(act.at)))
    act.tell("organisations.social_handed_in", post="worker")
    for post in FILERS:
        act.tell("organisations.social_to_decide", post=post)
    return row


@action("organisations.ask_more_of_social", needs="organisations.keep_social")
def ask_more_of_social(
    act: Act, row: SocialOrganisation, *, reason: str, seen: int | None = None
) -> SocialOrganisation:
    """Asks for what is missing, once and together."""
    once = rules.supplement_once(row.supplemented)
    take(act, SOCIAL, row, "ask_more", seen=seen, conditions=(once,), reason=reason)
    row.supplemented = True
    row.save(update_fields=["supplemented"])
    _tell_proposer(act, row, "organisations.social_supplement")
    return row


@action("organisations.send_to_register", needs="organisations.keep_social")
def send_to_register(
    act: Act, row: SocialOrganisation, *, seen: int | None = None
) -> SocialOrganisation:
    """It meets the conditions of registration: it goes to the civil affairs department."""
    way = way_of(row, local_day(act.at))
    take(act, SOCIAL, row, "send_to_register", seen=seen, conditions=(way,))
    _tell_proposer(act, row, "organisations.social_to_register")
    return row


@action("organisations.register_social", needs="organisations.file_social")
def register_social(
    act: Act,
    row: SocialOrganisation,
    *,
    credit_code: str,
    on: date,
    seen: int | None = None,
) -> SocialOrganisation:
    """The civil affairs department registered it: its code and day."""
    code = plain_code(credit_code)
    require(rules.not_ahead(on, local_day(act.at)))
    require(rules.code_given(code))
    row.organisation = _on_register(row, on, basis="社会团体登记管理条例", code=code)
    row.filed_on = on
    row.save(update_fields=["organisation", "filed_on"])
    take(act, SOCIAL, row, "register", seen=seen)
    act.note(name=row.name)
    return row


@action("organisations.file_social", needs="organisations.file_social")
def file_social(
    act: Act,
    row: SocialOrganisation,
    *,
    filed_with: str,
    given_number: str = "",
    seen: int | None = None,
) -> SocialOrganisation:
    """Files it: it has its number, its receipt, and a place in the register of bodies. Where the
    street gave a number of its own (`given_number`), that is its number."""
    on, given = local_day(act.at), given_number.strip()
    conditions = (
        *checklist(row, on),
        rules.may_file(way_of(row, on)),
        rules.number_from_street(filed_with, given),
        rules.words_for_all(given),
    )
    for each in conditions:
        require(each)
    row.organisation = _on_register(row, on, basis="民发〔2017〕191号（备案）")
    row.filed_with, row.given_number, row.filed_on = filed_with, given, on
    row.save(update_fields=["organisation", "filed_with", "given_number", "filed_on"])
    take(act, SOCIAL, row, "file", seen=seen)
    _number(row, on.year)
    act.note(number=row.number, name=row.name)
    _tell_proposer(act, row, "organisations.social_filed", number=row.number)
    return row


@action("organisations.refuse_social", needs="organisations.file_social")
def refuse_social(
    act: Act, row: SocialOrganisation, *, reason: str, remedy: str, seen: int | None = None
) -> SocialOrganisation:
    """Refuses a filing with its reason and the way on; who leads it is forgotten at once."""
    require(rules.said_why(reason, remedy))
    take(act, SOCIAL, row, "refuse", seen=seen, reason=reason)
    row.remedy = remedy.strip()
    row.save(update_fields=["remedy"])
    forget_leader(row)
    _tell_proposer(act, row, "organisations.social_refused")
    return row


@action("organisations.withdraw_social", needs="organisations.withdraw_social")
def withdraw_social(
    act: Act, row: SocialOrganisation, *, seen: int | None = None
) -> SocialOrganisation:
    """Takes it back before it is on record; who leads it is forgotten at once."""
    take(act, SOCIAL, row, "withdraw", seen=seen)
    forget_leader(row)
    return row


@action("organisations.change_social", needs="organisations.keep_social")
def change_social(
    act: Act,
    row: SocialOrganisation,
    *,
    said: Proposed,
    reason: str,
    seen: int | None = None,
) -> SocialOrganisation:
    """Changes what is on record, with what the organisation said about it."""
    take(act, SOCIAL, row, "change", seen=seen, reason=told(reason, row.community_id))
    _write(row, said)
    assert row.organisation is not None  # the database sees to it
    row.organisation = locked(row.organisation)
    try:
        with transaction.atomic():
            saved(row.organisation, name=row.name, address=row.venue, duties=row.about)
    except IntegrityError:
        raise Refused(_name_taken(row.name)) from None
    act.note(name=row.name)
    return row


@action("organisations.hide_social_contact", needs="organisations.own_social")
def hide_social_contact(
    act: Act, row: SocialOrganisation, *, seen: int | None = None
) -> SocialOrganisation:
    """The consent is taken back: the contact is no longer public, from this moment."""
    take(act, SOCIAL, row, "hide_contact", seen=seen)
    row.contact_public, row.contact = False, ""
    row.save(update_fields=["contact_public", "contact"])
    return row


@action("organisations.end_social", needs="organisations.keep_social")
def end_social(
    act: Act, row: SocialOrganisation, *, reason: str, seen: int | None = None
) -> SocialOrganisation:
    """It dissolved itself or is struck off; it leaves the public list and the register, and its
    offices end with it."""
    on = local_day(act.at)
    running = any(each.running for each in grants_of(row.community, row.pk))
    require(Finding(not running, "organisations.no_open_grant"))
    reason = told(reason, row.community_id)
    take(act, SOCIAL, row, "end", seen=seen, reason=reason)
    row.ended_on = on
    row.save(update_fields=["ended_on"])
    assert row.organisation is not None  # the database sees to it
    body = row.organisation = locked(row.organisation)
    until = max(on, date.fromordinal(body.since.toordinal() + 1))
    close_body(act, body, until=until, why=reason[:200])
    forget_leader(row)
    act.note(name=row.name)
    return row


def _checked(said: Proposed) -> dict[str, object]:
    """What was said, its spaces in order, the words everybody may come to read checked."""
    values = asdict(said)
    for part in ("name", "about", "venue"):
        values[part] = " ".join(values[part].split())
    for part in ("name", "about", "venue", "charter", "plan"):
        require(rules.words_for_all(values[part]))
    require(rules.contact_agreed(said.contact_public, said.contact))
    if not said.contact_public:
        values["contact"] = ""
    return values


def _write(row: SocialOrganisation, said: Proposed) -> None:
    values = _checked(said)
    for part, value in values.items():
        setattr(row, part, value)
    row.save(update_fields=list(values))


def _on_register(row: SocialOrganisation, on: date, *, basis: str, code: str = "") -> Organisation:
    body = Organisation(
        community_id=row.community_id,
        kind="social_organisation",
        name=row.name,
        basis=basis,
        duties=row.about,
        credit_code=code,
        address=row.venue,
        since=on,
    )
    try:
        with transaction.atomic():
            body.save(force_insert=True)
    except IntegrityError:
        seen = row.version
        row.refresh_from_db(fields=["version"])
        twin = row.version != seen  # two filed it at once: the other was a moment faster
        raise Refused(what_happened(SOCIAL, row, seen) if twin else _name_taken(row.name)) from None
    return body


def _number(row: SocialOrganisation, year: int) -> None:
    """The next number of the year: the database lets one of two have it."""
    rows = SocialOrganisation.objects.filter(community=row.community_id, year=year)
    for _try in range(TRIES):
        latest = rows.aggregate(last=Max("serial"))["last"] or 0
        row.year, row.serial = year, latest + 1
        try:
            with transaction.atomic():
                row.save(update_fields=["year", "serial"])
                return
        except IntegrityError:
            continue
    raise RuntimeError("no number could be had")


def _name_taken(name: str) -> Finding:
    return Finding(False, "organisations.name_is_free", numbers={"name": name})


def forget_leader(row: SocialOrganisation) -> None:
    """Who leads it, and the contact they agreed to, are no longer kept."""
    row.leader = row.phone = row.contact = ""
    row.contact_public = False
    row.save(update_fields=["leader", "phone", "contact", "contact_public"])


def _tell_proposer(act: Act, row: SocialOrganisation, kind: str, **values: str) -> None:
    if row.handed_in_by_id and row.handed_in_by_id != act.by.account:
        act.tell(kind, account=row.handed_in_by_id, **values)
