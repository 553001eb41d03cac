"""A branch of the Party organisation promises to meet a small wish, and hears when it came true.
The wish's room keeps whose it is; the Party's room keeps the sentence everybody reads anyhow."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from linli.core.audit.door import Act, crosses
from linli.partners.party.actions.wishes import follow_wish, forget_title
from linli.partners.party.models import WishTaken
from linli.partners.party.offers import Wish as Offered, tell_wishes
from linli.service.volunteering.actions.wishes import claim_wish
from linli.service.volunteering.models import Wish
from linli.service.volunteering.queries.wishes import shown_wishes

AT_ONCE = 60
SECRETARY = "社区党组织书记"


def wishes_that_wait(community: Any) -> Iterable[Offered]:
    """The published wishes nobody promised yet, as everybody reads them."""
    for wish in shown_wishes(community, "published").order_by("-published_on", "pk")[:AT_ONCE]:
        url = reverse("volunteering:wish", args=[community.code, wish.pk])
        yield Offered(wish.pk, wish.number, wish.title, wish.get_whose_display(), url)


tell_wishes(wishes_that_wait)


@crosses("party.take_wish")
def branch_claims_the_wish(act: Act, taken: WishTaken) -> None:
    """Claims it as a unit would, under the branch's name; the community hands it over."""
    rows = Wish.objects.filter(community=taken.community_id).select_related("community")
    claim_wish(
        rows.get(pk=taken.wish),
        who="unit",
        name=taken.branch.name,
        shown_as=taken.branch.name,
        contact=taken.branch.office or taken.branch.phone or SECRETARY,
        at_desk=True,
        by=act.by,
        at=act.at,
    )


@crosses("volunteering.meet_wish")
def branch_hears_it_came_true(act: Act, wish: Wish) -> None:
    """Writes it down with the branch that had promised."""
    follow_wish(act, wish.community_id, wish.pk, met=True)


@crosses("volunteering.release_wish")
def branch_lets_it_go(act: Act, wish: Wish) -> None:
    """The promise was taken back or ran out."""
    follow_wish(act, wish.community_id, wish.pk, met=False)


@crosses("volunteering.withdraw_wish")
@crosses("volunteering.end_wish")
@crosses("volunteering.forget_wish")
@crosses("volunteering.run_out_wish")
def its_words_go(act: Act, wish: Wish) -> None:
    """A promise nobody kept in time is let go; what nobody reads there any more, nobody reads
    here."""
    follow_wish(act, wish.community_id, wish.pk, met=False)
    if not wish.is_shown:
        forget_title(wish.community_id, wish.pk)
