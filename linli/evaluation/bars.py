"""Scores as a page shows them: bars with a word, and what changed in plain sentences."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.core.pages.shapes import Level
from linli.evaluation.changing import Moved
from linli.evaluation.groups import groups
from linli.evaluation.presentation import say_value
from linli.evaluation.scores import Scored, YearScores
from linli.evaluation.scoring import Joint, Score, band_of, bands
from linli.evaluation.standards import standards

TICKS = tuple(band.since for band in bands()[1:])
"""Where one word ends and the next begins."""

STILL = Fraction(1)
"""A score that moved by less than a point has not changed."""


def level_of_joint(title: Any, joint: Joint, url: str = "") -> Level:
    """A group or standard: its word and score, or how much is missing."""
    if joint.value is None:
        words = _("{m} 项里 {n} 项有分，还不够").format(n=joint.present, m=joint.asked)
        return Level(title, None, words if joint.asked else _("还没有评分的指标"), url=url)
    missing = joint.asked - joint.present
    note = _("{m} 项中 {n} 项有分").format(m=joint.asked, n=joint.present) if missing else ""
    return Level(
        title, float(joint.value), band_of(joint.value).title, note, url, joint.low, joint.high
    )


def level_of_score(title: Any, score: Score | None, why: Any = "", url: str = "") -> Level:
    """One indicator: its word and score, or why there is none."""
    if score is None:
        return Level(title, None, why, url=url)
    low = None if score.low is None else float(score.low)
    high = None if score.high is None else float(score.high)
    return Level(title, float(score.value), band_of(score.value).title, "", url, low, high)


def standards_as_levels(scores: YearScores, community: Any) -> list[Level]:
    """The six, each leading to its page."""
    return [
        level_of_joint(
            standard.title,
            scores.standards[standard.code],
            _year(reverse("evaluation:standard", args=[community.code, standard.code[1:]]), scores),
        )
        for standard in standards()
    ]


def groups_as_levels(scores: YearScores, community: Any) -> list[Level]:
    """The nine, each leading to its page; with what each weighs, where a community decided so."""
    return [
        level_of_joint(
            _weighed(groups()[code].title, code, scores.weights),
            joint,
            _year(reverse("evaluation:group", args=[community.code, code]), scores),
        )
        for code, joint in scores.groups.items()
    ]


def say_changes(found: Sequence[Moved], scores: YearScores, before: int) -> list[str]:
    """What changed since the year before, in three sentences at the most."""
    if not found:
        return [_("和{year}年还没有可以比的数。").format(year=before)]
    up = [each for each in found if each.by >= STILL]
    down = [each for each in found if each.by <= -STILL]
    told = [
        _("和{year}年比，{up} 项变好，{down} 项变差，{still} 项差不多。").format(
            year=before, up=len(up), down=len(down), still=len(found) - len(up) - len(down)
        )
    ]
    if up:
        told.append(
            _("变好最多的是“{title}”：从 {before} 分到 {now} 分。").format(**_told(up[-1], scores))
        )
    if down:
        told.append(
            _("变差最多的是“{title}”：从 {before} 分到 {now} 分。").format(**_told(down[0], scores))
        )
    return told


def why_no_score(scored: Scored) -> str:
    """Why an indicator has no score, in words."""
    match scored.why_none:
        case "":
            return ""
        case "awaits":
            return _("还没有来源")
        case "hidden":
            return _("不显示，不算分")
        case "thin":
            return _("太少，不算分")
        case _:
            return _("还没有数")


def _told(each: Moved, scores: YearScores) -> dict[str, Any]:
    return {
        "title": scores.by_id[each.name].row.title,
        "before": say_value(each.before),
        "now": say_value(each.now),
    }


def _weighed(title: Any, code: str, weights: Mapping[str, Fraction] | None) -> Any:
    if weights is None:
        return title
    percent = say_value(weights.get(code, Fraction(0)) * 100)
    return _("{title}（占 {percent}%）").format(title=title, percent=percent)


def _year(url: str, scores: YearScores) -> str:
    return f"{url}?year={scores.year}"
