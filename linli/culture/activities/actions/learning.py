"""What residents wish to learn, what a course was good for, and its certificates."""

from fractions import Fraction

from linli.core.audit.door import Act, action
from linli.core.places.laid_down import laid_down
from linli.core.places.models import Place
from linli.core.places.serials import take_next_serial
from linli.culture.activities.actions.plain_words import account_of, day_of, hold, new_code, tidy
from linli.culture.activities.models.learning import (
    CourseCertificate,
    CourseTopic,
    NeedsAnswer,
    NeedsAsked,
    Topic,
    Wish,
)
from linli.culture.activities.queries.attendance import Came, Held, came_to, held_of
from linli.culture.activities.rules import learning as rules
from linli.lib.calendar import local_day
from linli.lib.law import Finding, require
from linli.mechanisms.signup.models import Sheet, SignUp


@action("activities.add_topic", needs="activities.run_learning")
def add_topic(act: Act, community: Place, *, title: str, about: str = "") -> Topic:
    """Puts something to be learnt on the list residents tick; one taken off comes back."""
    title = tidy(title, community)
    topic, _made = Topic.objects.update_or_create(
        community=community,
        title=title,
        defaults={"about": tidy(about, community), "closed_on": None},
    )
    act.note(topic=title)
    return topic


@action("activities.close_topic", needs="activities.run_learning")
def close_topic(act: Act, topic: Topic) -> Topic:
    """Takes a topic off the list; the ticks on it are deleted with it."""
    topic.closed_on = day_of(act)
    topic.save(update_fields=["closed_on"])
    Wish.objects.filter(community=topic.community_id, topic=topic).delete()
    act.note(topic=topic.title)
    return topic


@action("activities.wish_to_learn", needs="activities.wish")
def wish_to_learn(act: Act, community: Place, *, topics: list[Topic]) -> Place:
    """A resident's own ticks as they now are: what is no longer ticked is deleted at once. The
    book says neither who nor what."""
    act.leave_out_who()
    for topic in topics:
        here = topic.community_id == community.pk and topic.closed_on is None
        require(Finding(here, "activities.topic_open"))
    own = Wish.objects.filter(community=community, account_id=account_of(act))
    own.exclude(topic__in=topics).delete()
    held = set(own.values_list("topic", flat=True))
    Wish.objects.bulk_create(
        (
            Wish(community=community, topic=topic, account_id=account_of(act), since=day_of(act))
            for topic in topics
            if topic.pk not in held
        ),
        ignore_conflicts=True,  # the same tick, sent from two pages at once
    )
    return community


@action("activities.tie_course", needs="activities.run_learning")
def tie_course(act: Act, topic: Topic, *, sheet: Sheet) -> CourseTopic:
    """Says which topic a course answers, so that its learners count for it."""
    require(Finding(sheet.community_id == topic.community_id, "activities.topic_open"))
    tie, _made = CourseTopic.objects.update_or_create(
        community_id=topic.community_id, sheet=sheet, defaults={"topic": topic}
    )
    act.note(topic=topic.title)
    return tie


@action("activities.answer_needs", needs="activities.answer_needs")
def answer_needs(
    act: Act, signup: SignUp, *, helped: str, next_topic: Topic | None = None
) -> SignUp:
    """Whoever came to a course says whether it helped and what they would learn next: once, and
    without a name. The answer knows neither whose it is nor when it was given."""
    act.leave_out_who()
    hold(signup)
    asked = NeedsAsked.objects.filter(community=signup.community_id, signup=signup)
    require(rules.answers_once(asked.exists()))
    require(rules.was_there(came_to(signup)))
    here = next_topic is None or next_topic.community_id == signup.community_id
    require(Finding(here, "activities.topic_open"))
    NeedsAsked.objects.create(
        community_id=signup.community_id, sheet_id=signup.sheet_id, signup=signup
    )
    NeedsAnswer.objects.create(
        community_id=signup.community_id,
        sheet_id=signup.sheet_id,
        helped=helped,
        next_topic=next_topic,
    )
    return signup


@action("activities.give_certificates", needs="activities.run_learning")
def give_certificates(act: Act, sheet: Sheet) -> int:
    """Gives everybody who was there often enough a certificate: when the course is over, by the
    share that is printed on each. Whoever has one keeps it. Says how many were given."""
    hold(sheet)
    held = held_of(sheet)
    require(rules.course_over(held.planned, held.held))
    row = laid_down("activities.completion_share", sheet.community, day_of(act))
    least = Fraction(str(row.value))
    has = set(
        CourseCertificate.objects.filter(
            community=sheet.community_id, sheet=sheet, voided_on__isnull=True
        ).values_list("signup", flat=True)
    )
    given = 0
    for came in held.by_signup:
        enough = rules.completes(came.present, held.held, least)
        if came.signup.pk in has or not enough or came.signup.seats > 1:
            continue
        _give(act, sheet, came, held, least)
        given += 1
    act.note(course=sheet.title, given=given)
    return given


@action("activities.void_course_certificate", needs="activities.run_learning")
def void_course_certificate(
    act: Act, certificate: CourseCertificate, *, reason: str
) -> CourseCertificate:
    """Voids a certificate given by mistake: its check page says so from then on."""
    hold(certificate)
    require(Finding(certificate.voided_on is None, "activities.certificate_stands"))
    words = tidy(reason, certificate.community_id)
    require(Finding(bool(words), "activities.reason_given"))
    certificate.voided_on, certificate.void_reason = day_of(act), words
    certificate.save(update_fields=["voided_on", "void_reason"])
    act.note(number=certificate.number)
    return certificate


def _give(act: Act, sheet: Sheet, came: Came, held: Held, least: Fraction) -> None:
    on = local_day(act.at)
    row = CourseCertificate(
        community_id=sheet.community_id,
        year=on.year,
        code=new_code(),
        sheet=sheet,
        signup=came.signup,
        person_id=came.signup.person_id,
        account_id=came.signup.account_id,
        name=came.signup.name,
        course=sheet.title,
        since=held.since,
        until=held.until,
        present=came.present,
        held=held.held,
        least=f"{least.numerator}/{least.denominator}",
        given_on=on,
        given_by_id=act.by.account,
    )

    def save(serial: int) -> None:
        row.serial = serial
        row.save(force_insert=True)

    take_next_serial(CourseCertificate, sheet.community_id, on.year, save)
