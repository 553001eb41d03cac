"""A topic is proposed, accepted or declined within its clock, and prepared."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from linli.core.access.models import Body
from linli.core.audit.actor import Actor
from linli.core.audit.door import Act, action
from linli.core.pages.bilingual import SOURCE, in_both
from linli.core.places.models import Place
from linli.core.places.queries import jurisdictions_of
from linli.governance.deliberation.actions.telling import tell_everybody
from linli.governance.deliberation.flows import TOPIC
from linli.governance.deliberation.models import Party, Topic
from linli.governance.deliberation.queries.topics import last_serial
from linli.governance.deliberation.rules.topics import public_words, stands_alone
from linli.governance.deliberation.words import FOR_BODIES, FORMS, SIDES, SOURCES
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.flow.actions import begin, take

TRIES = 20
LONGEST = 400
_INVITED, _DROPPED = _("请了：%(who)s"), _("不再请：%(who)s")
POST_OF = {"supervisor": "supervisor", "representative": "representative"}
CALLED = ("called", "open", "closed", "minuted")


@action("deliberation.propose", needs="deliberation.propose")
def propose(
    act: Act,
    community: Place,
    *,
    title: str,
    text: str,
    wanted: str = "",
    source: str = "",
    place: Place | None = None,
    on_paper: bool = False,
    unit: Body | None = None,
) -> Topic:
    """Proposes something to be talked through, as whoever one is here: resident, representative,
    supervisor, or for a unit. `source` says it where the committee writes it down (`on_paper`:
    for somebody who came to the desk, whose name is not asked; `unit`: in the name of a body that
    has nobody with an account here). The clock of the answer runs from now. Refused where a text
    holds what only its owner may tell."""
    require(
        Finding(
            unit is None or source_of(act.by, community) == "committee",
            "deliberation.desk_writes_for_unit",
        )
    )
    for words in (title, text):
        require(stands_alone(words))
    require(public_words(title, text, wanted))
    given: dict[str, Any] = {
        "title": " ".join(title.split()),
        "text": text.strip(),
        "wanted": wanted.strip(),
        "source": "unit" if unit is not None else source or source_of(act.by, community),
        "unit": unit,
        "place": place,
        "proposer_id": None if on_paper or unit or source == "matters" else act.by.account,
    }
    topic = _numbered(act, community, given)
    said = dict(SOURCES)[topic.source]
    act.note(number=topic.number, source=in_both(said))
    act.tell("deliberation.proposed", post="director", number=topic.number)
    return topic


@action("deliberation.withdraw", needs="deliberation.withdraw")
def withdraw(act: Act, topic: Topic, *, seen: int | None = None) -> Topic:
    """Whoever proposed it takes it back before it is answered."""
    act.note(number=topic.number)
    return take(act, TOPIC, topic, "withdraw", seen=seen)


@action("deliberation.accept", needs="deliberation.settle")
def accept(
    act: Act,
    topic: Topic,
    *,
    answer: str,
    form: str,
    touches_all: bool,
    touches_why: str,
    seen: int | None = None,
) -> Topic:
    """It will be talked through: in which form, and whether it touches all residents, with why."""
    require(stands_alone(answer))
    require(stands_alone(touches_why, "deliberation.touches_why"))
    require(public_words(answer, touches_why))
    topic.answer, topic.form = answer.strip(), form
    topic.touches_all, topic.touches_why = touches_all, touches_why.strip()
    _save(topic, "answer", "form", "touches_all", "touches_why")
    take(act, TOPIC, topic, "accept", seen=seen, of=jurisdictions_of(topic.community))
    act.note(number=topic.number, form=in_both(dict(FORMS)[form]), all=touches_all)
    _tell_proposer(act, topic, "deliberation.accepted")
    return topic


@action("deliberation.decline", needs="deliberation.settle")
def decline(act: Act, topic: Topic, *, reason: str, way_on: str, seen: int | None = None) -> Topic:
    """It will not be talked through here: why not, and where else it can be settled. Both are
    public, and whoever proposed it hears."""
    for words in (reason, way_on):
        require(stands_alone(words))
    require(public_words(reason, way_on))
    topic.answer, topic.way_on = reason.strip(), way_on.strip()
    _save(topic, "answer", "way_on")
    take(act, TOPIC, topic, "decline", seen=seen, reason=reason.strip(), way_on=way_on.strip())
    act.note(number=topic.number)
    _tell_proposer(act, topic, "deliberation.declined")
    return topic


@action("deliberation.reconsider", needs="deliberation.settle")
def reconsider(act: Act, topic: Topic, *, reason: str, seen: int | None = None) -> Topic:
    """What was declined is looked at again; its clock begins anew."""
    require(public_words(reason))
    topic.answer = topic.way_on = ""
    of = jurisdictions_of(topic.community)
    take(act, TOPIC, topic, "reconsider", seen=seen, of=of, reason=reason.strip())
    _save(topic, "answer", "way_on")
    act.note(number=topic.number)
    _tell_proposer(act, topic, "deliberation.reconsidered")
    return topic


@action("deliberation.arrange", needs="deliberation.keep")
def arrange(act: Act, topic: Topic, *, form: str, seen: int | None = None) -> Topic:
    """Another form than was thought of at first. What people were called to talk over in a hall
    is not taken out of it."""
    called = topic.talks.filter(gathering__state__in=CALLED)
    require(Finding(form != "online" or not called.exists(), "deliberation.not_called_yet"))
    topic.form = form
    _save(topic, "form")
    act.note(number=topic.number, form=in_both(dict(FORMS)[form]))
    return take(act, TOPIC, topic, "arrange", seen=seen, public_note=_in_source(dict(FORMS)[form]))


@action("deliberation.end", needs="deliberation.publish")
def end(act: Act, topic: Topic, *, reason: str, way_on: str, seen: int | None = None) -> Topic:
    """It is not talked over any further: why, and where else it can be settled. Both are public,
    and everybody who took part hears. A talk that was called is called off first."""
    for words in (reason, way_on):
        require(stands_alone(words))
    require(public_words(reason, way_on))
    coming = topic.talks.filter(gathering__state__in=("called", "open"))
    require(Finding(not coming.exists(), "deliberation.no_talk_coming"))
    topic.way_on = way_on.strip()
    _save(topic, "way_on")
    given: dict[str, Any] = {"reason": reason.strip(), "way_on": topic.way_on}
    take(act, TOPIC, topic, "end", seen=seen, public_note=reason.strip()[:LONGEST], **given)
    act.note(number=topic.number)
    tell_everybody(act, topic, "deliberation.ended")
    return topic


@action("deliberation.invite_party", needs="deliberation.keep")
def invite_party(
    act: Act,
    topic: Topic,
    *,
    side: str,
    title: str,
    why: str,
    body: Body | None = None,
    seen: int | None = None,
) -> Party:
    """Says who is concerned, or whose knowledge is needed, and why; a body hears of it."""
    require(public_words(title, why))
    take(act, TOPIC, topic, "arrange", seen=seen, public_note=_in_source(_INVITED, title.strip()))
    try:
        with transaction.atomic():
            party = Party.objects.create(
                community_id=topic.community_id,
                topic=topic,
                side=side,
                title=title.strip(),
                why=why.strip(),
                body=body,
            )
    except IntegrityError:
        raise Refused(Finding(False, "deliberation.party_once")) from None
    act.note(number=topic.number, side=in_both(dict(SIDES)[side]))
    tell_bodies(act, topic, [party], "deliberation.party_invited")
    return party


@action("deliberation.drop_party", needs="deliberation.keep")
def drop_party(act: Act, party: Party, *, seen: int | None = None) -> Topic:
    """Takes somebody off the list who is not concerned after all."""
    topic = party.topic
    take(act, TOPIC, topic, "arrange", seen=seen, public_note=_in_source(_DROPPED, party.title))
    act.note(number=topic.number)
    party.delete()
    return topic


def tell_bodies(act: Act, topic: Topic, parties: Sequence[Party], kind: str, **values: Any) -> None:
    """Lets the bodies among the parties know, through whoever holds a post for them."""
    for party in parties:
        if party.body_id is not None:
            for post in FOR_BODIES:
                act.tell(kind, post=post, body=party.body_id, number=topic.number, **values)


def _in_source(words: Any, who: str = "") -> str:
    """What a step says for good, in the language the community writes in."""
    with translation.override(SOURCE):
        return str(words) % {"who": who} if who else str(words)


def source_of(actor: Actor, community: Place) -> str:
    """As whom somebody proposes here."""
    for source, post in POST_OF.items():
        if actor.holds(post, over=community):
            return source
    if actor.holds(*FOR_BODIES, over=community):
        return "unit"
    if actor.holds("director", "worker", over=community):
        return "committee"
    return "resident"


def _numbered(act: Act, community: Place, given: dict[str, Any]) -> Topic:
    year, of = local_day(act.at).year, jurisdictions_of(community)
    for _try in range(TRIES):
        serial = (last_serial(community, year) or 0) + 1
        topic = Topic(community=community, year=year, serial=serial, **given)
        try:
            with transaction.atomic():
                return begin(act, TOPIC, topic, "propose", of=of)
        except IntegrityError:
            continue
    raise RuntimeError("no number could be had")


def _save(topic: Topic, *fields: str) -> None:
    topic.save(update_fields=list(fields))


def _tell_proposer(act: Act, topic: Topic, kind: str) -> None:
    if topic.proposer_id is not None:
        act.tell(kind, account=topic.proposer_id, number=topic.number)
    if topic.unit_id is not None:
        for post in FOR_BODIES:
            act.tell(kind, post=post, body=topic.unit_id, number=topic.number)
