"""办理上门: asked for, set, agreed, done, and forgotten."""

from datetime import datetime

from linli.core.access.models import Account
from linli.core.audit.door import Act, action
from linli.core.clocks import actions as clocks
from linli.core.people.actions.forgetting import when_forgotten
from linli.core.people.models import Person
from linli.core.people.queries import dwelling_of, load_person, may_act_for
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.flow.actions import begin, take
from linli.service.catalogue.flows import HOME_SERVICE
from linli.service.catalogue.models import Guide, GuideVersion, HomeService
from linli.service.catalogue.permissions import works_here
from linli.service.catalogue.queries.network import channel_of, staff_choices
from linli.service.catalogue.rules import home_service as rules


@action("catalogue.ask_home_service", needs="catalogue.ask_home_service")
def ask_home_service(
    act: Act, community: Place, *, guide: Guide, person: Person, wanted: str, words: str
) -> HomeService:
    """Asks for a visit for oneself, for whom one may act for, or at the desk for whoever calls.
    Who is asked first is named at once: the contact of the door, or whoever took it down."""
    on = local_day(act.at)
    offered = GuideVersion.objects.filter(
        community=community, guide=guide, state="live", at_home=True
    )
    require(Finding(offered.exists(), "catalogue.comes_home"))
    desk = bool(works_here(act.by, community))
    require(rules.asked_for(*_whose(act, person), desk))
    dwelling = dwelling_of(person, on)
    channel = channel_of(dwelling or community, on)
    first = act.by.account if desk else channel.contact.pk if channel.contact else None
    request = HomeService(
        community=community,
        guide=guide,
        person=person,
        dwelling=dwelling,
        asked_by_id=act.by.account,
        via="desk" if desk else "self" if act.by.person == person.pk else "proxy",
        asked_at=act.at,
        wanted=wanted,
        words=words.strip(),
        asked_first_id=first,
        holder_id=first,
    )
    begin(act, HOME_SERVICE, request, "ask", of=jurisdictions_of(community))
    act.subject, act.about = request, person.pk
    if first and first != act.by.account:
        act.tell("catalogue.home_service_asked", account=first)
    return request


@action("catalogue.schedule_home_service", needs="catalogue.handle_home_services")
def schedule_home_service(
    act: Act, request: HomeService, *, visit_at: datetime, seen: int | None = None
) -> HomeService:
    """Sets when somebody comes, or sets it anew; whoever asked is told and may agree."""
    within = number_laid_down("home_service.visit_within", request.community, local_day(act.at))
    require(rules.visit_ahead(visit_at, act.at, within_days=within))
    request.visit_at = visit_at
    request.save(update_fields=["visit_at"])
    take(act, HOME_SERVICE, request, "schedule", seen=seen)
    face = request.face()
    clocks.start(
        act,
        request,
        "visit",
        length=max(1, (local_day(visit_at) - local_day(act.at)).days),
        unit="days",
        title=face.title,
        url_name=face.url_name,
        url_args=face.url_args,
        holder=face.holder,
        weekend_rolls=False,
    )
    act.about = request.person_id
    _tell(act, request, "catalogue.home_service_set", when=visit_at)
    return request


@action("catalogue.confirm_home_service", needs="catalogue.own_home_service")
def confirm_home_service(act: Act, request: HomeService, *, seen: int | None = None) -> HomeService:
    """The time suits: said by whoever asked, or told on the telephone and taken down."""
    take(act, HOME_SERVICE, request, "confirm", seen=seen)
    act.about = request.person_id
    return request


@action("catalogue.hand_over_home_service", needs="catalogue.handle_home_services")
def hand_over_home_service(
    act: Act, request: HomeService, *, to: Account, reason: str, seen: int | None = None
) -> HomeService:
    """Somebody else answers for it from now on. Until then it is whoever was asked first."""
    known = {account.pk for account in staff_choices(request.community_id, local_day(act.at))}
    require(Finding(to.pk in known, "catalogue.contact_holds_post"))
    request.holder = to
    request.save(update_fields=["holder"])
    take(act, HOME_SERVICE, request, "hand_over", seen=seen, to=str(to.pk), reason=reason)
    act.about = request.person_id
    act.tell("catalogue.home_service_handed", account=to.pk)
    return request


@action("catalogue.finish_home_service", needs="catalogue.handle_home_services")
def finish_home_service(act: Act, request: HomeService, *, seen: int | None = None) -> HomeService:
    """Somebody was there and it is done."""
    return _close(act, request, "finish", seen)


@action("catalogue.give_up_home_service", needs="catalogue.handle_home_services")
def give_up_home_service(
    act: Act, request: HomeService, *, reason: str, way_on: str, seen: int | None = None
) -> HomeService:
    """It could not be done; whoever asked reads why, and what else there is."""
    request.closed_at = act.at
    request.save(update_fields=["closed_at"])
    take(act, HOME_SERVICE, request, "give_up", seen=seen, reason=reason, way_on=way_on)
    act.about = request.person_id
    _tell(act, request, "catalogue.home_service_given_up")
    return request


@action("catalogue.withdraw_home_service", needs="catalogue.own_home_service")
def withdraw_home_service(
    act: Act, request: HomeService, *, seen: int | None = None
) -> HomeService:
    """It is needed no longer; nothing of what was written stays."""
    request.words = ""
    return _close(act, request, "withdraw", seen)


@action("catalogue.forget_home_service", needs="catalogue.forget_home_service")
def forget_home_service(act: Act, request: HomeService) -> HomeService:
    """Clears whom a visit was for and what was written; that there was one stays, for counting."""
    _blank(request)
    return request


@when_forgotten
def forget_home_services_of(person: Person, at: datetime) -> None:
    """Whoever is forgotten is forgotten here too."""
    for request in HomeService.objects.filter(community=person.community_id, person=person):
        _blank(request)


def _blank(request: HomeService) -> None:
    request.words, request.person, request.dwelling, request.asked_by = "", None, None, None
    request.save(update_fields=["words", "person", "dwelling", "asked_by"])
    request.steps.filter(community_id=request.community_id).update(reason="", given={})


def _close(act: Act, request: HomeService, move: str, seen: int | None) -> HomeService:
    # Before the step, which the database takes only of a visit that is over; undone with it.
    request.closed_at = act.at
    request.save(update_fields=["closed_at", "words"])
    take(act, HOME_SERVICE, request, move, seen=seen)
    act.about = request.person_id
    return request


def _whose(act: Act, person: Person) -> tuple[bool, bool]:
    """Whether it is for the actor themselves, and whether they may act for whom it is for."""
    if act.by.person is None:
        return False, False
    if act.by.person == person.pk:
        return True, False
    agent = load_person(person.community_id, act.by.person)
    return False, may_act_for(agent, person, "services", local_day(act.at))


def _tell(act: Act, request: HomeService, kind: str, **values: object) -> None:
    if request.asked_by_id and request.via != "desk":
        act.tell(kind, account=request.asked_by_id, **values)
    elif request.person_id:
        act.tell(kind, person=request.person_id, **values)
