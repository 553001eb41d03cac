"""What was said in a year, by standard, for the year's report: residents' comments with the
committee's answers, the meeting's words, and its actions with their dates and state."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from linli.evaluation.definitions import catalogue
from linli.evaluation.reports.yearly import Said
from linli.evaluation.scorecard.figures import how_moved, tell_kept
from linli.evaluation.scorecard.models import AgreedAction, FigureComment, ScoreTopic
from linli.evaluation.scorecard.queries import comments_of, topics_of_year
from linli.lib.numbers import FLOOR

MOVED_WORDS = {
    "better": gettext_lazy("变好了"),
    "worse": gettext_lazy("变差了"),
    "same": gettext_lazy("没有变"),
}


def said_in(community: Any, year: int) -> dict[str, list[Said]]:
    """Who said what in the year, by the code of a standard; four queries."""
    words: dict[str, list[Said]] = defaultdict(list)
    for comment in comments_of(community, year):
        words[comment.standard] += say_comment(comment)
    for topic in topics_of_year(community, year):
        words[topic.standard] += say_topic(topic)
    return dict(words)


def say_comment(comment: FigureComment) -> Iterator[Said]:
    """A comment and its answer."""
    about = _("对“{figure}”：{words}").format(
        figure=title_of(comment.indicator), words=comment.text
    )
    yield Said(_("居民说"), about)
    if comment.reply:
        yield Said(_("居委会答复"), comment.reply)


def say_topic(topic: ScoreTopic) -> Iterator[Said]:
    """What residents and providers said of one standard at a meeting, and what was agreed."""
    held = topic.meeting.held_on
    day = date_format(held, "DATE_FORMAT") if held else ""
    hall = "\n".join(part for part in (say_hands(topic), topic.words) if part)
    if hall:
        yield Said(_("居民评议会，{day}").format(day=day), hall)
    for view in topic.views_given:  # type: ignore[attr-defined]
        yield Said(view.body.name, view.words)
    for agreed in topic.actions_agreed:  # type: ignore[attr-defined]
        yield Said(_("约定的事：{carrier}").format(carrier=agreed.carrier), say_action(agreed))


def say_hands(topic: ScoreTopic) -> str:
    """The hands that were raised; nothing where so few were there that a number would point at
    somebody."""
    if topic.better is None or (topic.meeting.present or 0) < FLOOR:
        return ""
    return _("举手：觉得好了 {better} 人，差不多 {same} 人，差了 {worse} 人。").format(
        better=topic.better, same=topic.same, worse=topic.worse
    )


def say_action(agreed: AgreedAction) -> str:
    """An action with its day and state, and how its figure went."""
    due = date_format(agreed.due_on, "DATE_FORMAT")
    parts = [
        _("{title}（{day}以前）").format(title=agreed.title, day=due),
        f"{agreed.state_label}{_('：')}{agreed.result}" if agreed.result else agreed.state_label,
    ]
    moved = say_moved(agreed)
    return str(_("；")).join(str(part) for part in (*parts, moved) if part)


def say_moved(agreed: AgreedAction) -> str:
    """How the figure went that it should move; nothing before it was looked at again."""
    if agreed.after is None or agreed.before is None:
        return ""
    told = _("{figure}：{before} → {after}").format(
        figure=title_of(agreed.indicator),
        before=tell_kept(agreed.before).words,
        after=tell_kept(agreed.after).words,
    )
    went = how_moved(agreed.before, agreed.after)
    return f"{told}{_('（')}{MOVED_WORDS[went]}{_('）')}" if went else told


def title_of(indicator: str) -> str:
    """An indicator's title, by its latest definition."""
    return str(catalogue().versions(indicator)[-1].title)
