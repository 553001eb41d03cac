"""What a resident wishes to be offered, said by themselves; and a worker's own note on somebody."""

from datetime import timedelta

from linli.core.audit.door import Act, action
from linli.core.people.models import Person
from linli.core.people.queries import load_person
from linli.core.places.laid_down import number_laid_down
from linli.core.places.models import Place
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.service.catalogue.applications import rules
from linli.service.catalogue.applications.models import NeedWish, PrivateSuggestion


@action("catalogue.wish_for_help", needs="catalogue.wish_for_help")
def wish_for_help(act: Act, community: Place, *, scheme: str, shared: bool) -> NeedWish:
    """A resident says what they would like to be offered; said again, it is only changed."""
    assert act.by.person is not None, "the permission asks for a record"
    person = load_person(community.pk, act.by.person)
    wish, _made = NeedWish.objects.update_or_create(
        community=community,
        person=person,
        scheme=scheme,
        defaults={"shared": shared, "wished_on": local_day(act.at)},
        create_defaults={
            "community_id": community.pk,
            "shared": shared,
            "wished_on": local_day(act.at),
        },
    )
    act.about = person.pk
    return wish


@action("catalogue.take_back_wish", needs="catalogue.wish_for_help")
def take_back_wish(act: Act, community: Place, *, scheme: str) -> Place:
    """Takes a wish back; it is gone at once."""
    NeedWish.objects.filter(community=community, person=act.by.person, scheme=scheme).delete()
    act.keep_closed()
    act.about = act.by.person
    return community


@action("catalogue.note_privately", needs="catalogue.note_privately")
def note_privately(
    act: Act, community: Place, *, person: Person, scheme: str, ground: str, next_step: str
) -> PrivateSuggestion:
    """A worker notes, for themselves, that somebody may be entitled and has not applied: for one
    named person, with its ground and a next step, and with the day it is gone."""
    require(rules.noted_with_ground(ground, next_step))
    on = local_day(act.at)
    assert act.by.account is not None, "the permission asks for a post"
    return PrivateSuggestion.objects.create(
        community=community,
        account_id=act.by.account,
        person=person,
        scheme=scheme,
        ground=ground.strip(),
        next_step=next_step.strip(),
        noted_on=on,
        gone_on=on + timedelta(days=number_laid_down("assistance.suggestion_kept", community, on)),
    )


@action("catalogue.drop_own_note", needs="catalogue.tend_own_note")
def drop_own_note(act: Act, note: PrivateSuggestion) -> Place:
    """The worker has done what was to be done, or lets it go."""
    community = note.community
    PrivateSuggestion.objects.filter(community=community, pk=note.pk).delete()
    return community
