"""What was approved is carried out before two who watch; the list of it stays for ever."""

from linli.core.audit.door import Act, action
from linli.core.files.intake import forget_files_of
from linli.core.jobs.starting import begin as begin_job
from linli.governance.archive.actions.appraising import Sitting, extended_until, seat
from linli.governance.archive.actions.exporting import forget_packages_of_year
from linli.governance.archive.flows import APPRAISAL
from linli.governance.archive.models import Appraisal, Item, Judgement
from linli.governance.archive.queries.bars import bars_of_each
from linli.governance.archive.rules import appraising as rules
from linli.lib.calendar import local_day
from linli.lib.law import require
from linli.mechanisms.flow.actions import take


@action("archive.carry_out", needs="archive.keep")
def carry_out(
    act: Act, appraisal: Appraisal, *, watching: Sitting, way: str, seen: int | None = None
) -> Appraisal:
    """Begins what the director approved: two people watch, one of them for the residents."""
    names = {name.strip() for name, _capacity in watching}
    require(rules.watched([capacity for _name, capacity in watching], len(names)))
    seat(appraisal, "watch", watching)
    appraisal.way, appraisal.carried_out_on = way.strip(), local_day(act.at)
    appraisal.save(update_fields=["way", "carried_out_on"])
    take(act, APPRAISAL, appraisal, "carry_out", seen=seen)
    begin_job(
        act,
        "archive.destroy",
        community=appraisal.community,
        params={"appraisal": str(appraisal.pk)},
        total=Judgement.objects.filter(
            community=appraisal.community_id, appraisal=appraisal
        ).count(),
    )
    act.note(number=appraisal.number)
    return appraisal


@action("archive.destroy_lines", needs="archive.carry")
def destroy_lines(act: Act, appraisal: Appraisal, *, most: int) -> int:
    """Carries out some of the lines that are open: extends, or destroys the content for good. A
    line that has been barred since it was judged is spared, with the reason. Says how many."""
    lines = list(
        Judgement.objects.filter(community=appraisal.community_id, appraisal=appraisal, outcome="")
        .select_related("item", "item__community")
        .order_by("id")[:most]
    )
    bars = bars_of_each(appraisal.community, [line.item for line in lines])
    counts = {"destroyed": 0, "extended": 0, "spared": 0}
    for line in lines:
        line.outcome, line.spared = _carry_out(act, appraisal, line, bars[line.item_id])
        line.save(update_fields=["outcome", "spared"])
        counts[line.outcome] += 1
    act.note(number=appraisal.number, **counts)
    return len(lines)


@action("archive.finish_destruction", needs="archive.carry")
def finish_destruction(act: Act, appraisal: Appraisal) -> Appraisal:
    """Every line is carried out, and the list is closed."""
    take(act, APPRAISAL, appraisal, "finish")
    act.note(number=appraisal.number)
    act.tell("archive.carried_out", post="director", number=appraisal.number)
    return appraisal


def _carry_out(
    act: Act, appraisal: Appraisal, line: Judgement, bars: tuple[str, ...]
) -> tuple[str, str]:
    item = line.item
    if line.verdict == "extend":
        assert appraisal.met_on is not None
        item.keep_until = extended_until(appraisal, appraisal.met_on, line.extend_to)
        item.save(update_fields=["keep_until"])
        return "extended", ""
    if bars:
        return "spared", bars[0]
    _destroy(act, item)
    return "destroyed", ""


def _destroy(act: Act, item: Item) -> None:
    """The content goes, here and in every package that holds it; number, class, title, day and
    hash stay. What the papers were called goes with them."""
    forget_files_of(act, item, "destroyed")
    forget_packages_of_year(act, item.community, item.year)
    item.contents = [
        {"name": "", "title": "", "bytes": each["bytes"], "sha256": each["sha256"]}
        for each in item.contents
    ]
    item.state, item.destroyed_at, item.shelf = "destroyed", act.at, ""
    item.save(update_fields=["contents", "state", "destroyed_at", "shelf"])
