"""What a vote comes to, as totals: nobody is in them."""

from typing import Any

from django.db.models import Sum

from linli.governance.property.models import OwnerPaper, OwnersVote
from linli.governance.property.queries import vote_law
from linli.governance.property.rules.heads import Weight
from linli.governance.property.rules.majorities import Counts
from linli.mechanisms.ballot.models import NamedPaper
from linli.mechanisms.ballot.queries.counts import weighed


def waiting_papers(vote: OwnersVote) -> int:
    """How many came back and are not yet typed by two."""
    return OwnerPaper.objects.filter(
        community=vote.community_id, vote=vote, returned_on__isnull=False, entered_at__isnull=True
    ).count()


def outcome_of(vote: OwnersVote) -> dict[str, Any]:
    """The totals of a vote that was held here, paper and screen together."""
    assert vote.poll is not None
    found = weighed(vote.poll)
    part = Weight(found.heads.valid, found.area.valid)
    void = Weight(found.heads.void, found.area.void)
    on: Any = vote.law_on or vote.noticed_on
    if vote_law.void_takes_part(vote.community, on):
        part = part + void
    on_paper = OwnerPaper.objects.filter(
        community=vote.community_id, vote=vote, entered_at__isnull=False
    ).count()
    return {
        "all": as_data(Weight(vote.heads, vote.area)),
        "part": as_data(part),
        "void": as_data(void),
        "silent": as_data(silent_weight(vote)),
        "paper": on_paper,
        "screen": found.papers.papers - on_paper,
        "matters": [
            [
                [
                    as_data(Weight(getattr(heads, side), getattr(area, side)))
                    for side in ("for_", "against", "abstain")
                ]
                for heads, area in zip(
                    found.heads.questions[matter.position].options.values(),
                    found.area.questions[matter.position].options.values(),
                    strict=True,
                )
            ]
            for matter in vote.matters.all()
        ],
    }


def silent_weight(vote: OwnersVote) -> Weight:
    """Those whose paper was delivered, and who cast none on any channel."""
    voted = NamedPaper.objects.filter(community=vote.community_id, poll=vote.poll_id).values(
        "elector"
    )
    found = OwnerPaper.objects.filter(
        community=vote.community_id, vote=vote, delivered_on__isnull=False,
        returned_on__isnull=True,
    ).exclude(elector__in=voted).aggregate(
        heads=Sum("elector__heads"), area=Sum("elector__area")
    )  # fmt: skip
    return Weight(found["heads"] or 0, found["area"] or 0)


def as_data(weight: Weight) -> dict[str, int]:
    """A weight as it is kept."""
    return {"heads": weight.heads, "area": weight.area}


def weight_in(kept: dict[str, int]) -> Weight:
    """A weight as it was kept."""
    return Weight(kept["heads"], kept["area"])


def counts_in(vote: OwnersVote) -> list[list[Counts]]:
    """The counts of each question, and of each of its options, before what silence adds."""
    kept = vote.outcome
    all_, part = weight_in(kept["all"]), weight_in(kept["part"])
    return [
        [Counts(all_, part, *(weight_in(each) for each in option)) for option in matter]
        for matter in kept["matters"]
    ]
