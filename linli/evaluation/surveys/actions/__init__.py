"""A survey is composed, its sample drawn, doors are asked at, and what came of it is reckoned."""

from linli.evaluation.surveys.actions.closing import close_survey, publish_survey, reckon_survey
from linli.evaluation.surveys.actions.composing import compose_survey, drop_survey, recompose_survey
from linli.evaluation.surveys.actions.drawing import (
    draw_sample,
    leave_door,
    open_survey,
    put_back_door,
)

__all__ = [
    "close_survey",
    "compose_survey",
    "draw_sample",
    "drop_survey",
    "leave_door",
    "open_survey",
    "publish_survey",
    "put_back_door",
    "reckon_survey",
    "recompose_survey",
]
