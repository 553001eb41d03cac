"""The frame is counted, the sample drawn by a recorded procedure, and doors are asked at."""

import secrets
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from linli.core.audit.door import Act, action
from linli.core.places.unordered import erase_thoroughly
from linli.evaluation.surveys.models import FrameCell, Invitation, Survey
from linli.evaluation.surveys.queries.frame import Layer, count_cells, join_small, read_frame
from linli.evaluation.surveys.rules.sampling import sample_possible
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.lib.numbers import draw, share_out
from linli.mechanisms.questionnaire import actions as questionnaires
from linli.mechanisms.questionnaire.actions import StratumGiven
from linli.mechanisms.questionnaire.queries.asking import stratum_floor

LEFT = ("reached", "refused")
"""How one leaves a door for good."""


@action("evaluation.draw_sample", needs="evaluation.survey")
def draw_sample(act: Act, survey: Survey, *, n: int = 0, seed: str = "") -> Survey:
    """Counts the register as of today and, where a sample is asked, draws `n` of it: shared out
    over the strata in proportion, systematically within each; strata too small for an answer to
    say them stand together as one. Kept are the counts, the day and
    the seed (a fresh one unless given), and the doors to be asked at, until the close. Drawing
    anew, while in draft, replaces all of it. Where everybody is asked there are only counts and
    doors. Refused where the frame holds nobody or `n` does not fit."""
    made, on = survey.questionnaire, local_day(act.at)
    require(Finding(made.state == "draft", "evaluation.survey_in_draft"))
    layers = read_frame(survey.community, on, per=made.per, strata=survey.strata)
    whole = sum(len(layer.units) for layer in layers)
    sampled = survey.how == "sample"
    require(sample_possible(n if sampled else whole, whole))
    survey.seed = (seed or secrets.token_hex(8)) if sampled else ""
    if sampled:
        floor = stratum_floor(made, on)
        layers = join_small(layers, n, floor=floor, strata=survey.strata)
    parts = {layer.code: len(layer.units) for layer in layers}
    if sampled:
        parts = share_out(parts, n)
        questionnaires.set_sample(
            act,
            made,
            [
                StratumGiven(layer.code, layer.title, len(layer.units), parts[layer.code])
                for layer in layers
            ],
        )
    survey.frame_on, survey.frame_units = on, whole
    survey.save(update_fields=["seed", "frame_on", "frame_units"])
    _write_cells(survey)
    drawn = _write_doors(survey, layers, parts)
    act.note(drawn=drawn, whole=whole)
    return survey


def _write_cells(survey: Survey) -> None:
    here = {"community": survey.community_id, "survey": survey}
    FrameCell.objects.filter(**here).delete()
    assert survey.frame_on is not None
    FrameCell.objects.bulk_create(
        FrameCell(community_id=survey.community_id, survey=survey, cell=cell, residents=residents)
        for cell, residents in count_cells(survey.community, survey.frame_on).items()
    )


def _write_doors(survey: Survey, layers: list[Layer], parts: dict[str, int]) -> int:
    here = {"community": survey.community_id, "survey": survey}
    Invitation.objects.filter(**here).delete()
    doors = [
        Invitation(
            community_id=survey.community_id,
            survey=survey,
            dwelling_id=unit.dwelling,
            stratum=layer.code,
            whom=unit.whom,
        )
        for layer in layers
        for unit in draw(layer.units, parts[layer.code], survey.seed, layer.code)
    ]
    Invitation.objects.bulk_create(doors, batch_size=500)
    return len(doors)


@action("evaluation.open_survey", needs="evaluation.survey")
def open_survey(act: Act, survey: Survey) -> Survey:
    """From now on it is answered. Refused before the frame has been counted."""
    require(Finding(survey.frame_on is not None, "evaluation.survey_framed"))
    questionnaires.open_up(act, survey.questionnaire)
    act.note(title=survey.questionnaire.title)
    return survey


@action("evaluation.leave_door", needs="evaluation.survey")
def leave_door(act: Act, door: Invitation, *, how: str) -> Survey:
    """Somebody was reached there, or said no: the door is off the list, and only the count stays.
    The book says that a door was done with, and not which."""
    if how not in LEFT:
        raise ValueError(f"a door is not left {how!r}")
    act.leave_out_who()
    survey = door.survey
    require(Finding(survey.questionnaire.state == "open", "evaluation.survey_open"))
    erase_thoroughly()
    gone, _rows = Invitation.objects.filter(community=door.community_id, pk=door.pk).delete()
    if not gone:
        raise Refused(Finding(False, "evaluation.door_open"))
    if how == "refused":
        questionnaires.add_unreached(act, survey.questionnaire, refused=1)
    else:
        _reach(survey, 1)
    return survey


@action("evaluation.put_back_door", needs="evaluation.survey")
def put_back_door(
    act: Act,
    survey: Survey,
    *,
    door: UUID,
    dwelling: UUID,
    stratum: str,
    whom: str = "",
    how: str,
) -> Survey:
    """A door that was left by mistake is on the list again, as the page that left it remembers it,
    and is not counted. Refused where it stands there, and once the survey is over."""
    if how not in LEFT:
        raise ValueError(f"a door is not left {how!r}")
    act.leave_out_who()
    require(Finding(survey.questionnaire.state == "open", "evaluation.survey_open"))
    try:
        with transaction.atomic():
            Invitation.objects.create(
                id=door,
                community_id=survey.community_id,
                survey=survey,
                dwelling_id=dwelling,
                stratum=stratum,
                whom=whom,
            )
    except IntegrityError:
        raise Refused(Finding(False, "evaluation.door_back")) from None
    if how == "refused":
        questionnaires.add_unreached(act, survey.questionnaire, refused=-1)
    else:
        _reach(survey, -1)
    return survey


def _reach(survey: Survey, more: int) -> None:
    rows = Survey.objects.filter(community=survey.community_id, pk=survey.pk)
    if not rows.filter(reached__gte=-more).update(reached=F("reached") + more):
        raise Refused(Finding(False, "questionnaire.counts_from_nought"))
