"""Writes of score-card meetings and comments."""

from linli.evaluation.scorecard.actions.agreed import (
    agree_action,
    finish_action,
    leave_action,
    strike_action,
)
from linli.evaluation.scorecard.actions.comments import (
    answer_comment,
    refuse_comment,
    send_comment,
    show_comment,
)
from linli.evaluation.scorecard.actions.meetings import (
    call_off_meeting,
    hold_meeting,
    look_again,
    prepare_meeting,
    publish_meeting,
    record_view,
    write_topic,
)

__all__ = [
    "agree_action",
    "answer_comment",
    "call_off_meeting",
    "finish_action",
    "hold_meeting",
    "leave_action",
    "look_again",
    "prepare_meeting",
    "publish_meeting",
    "record_view",
    "refuse_comment",
    "send_comment",
    "show_comment",
    "strike_action",
    "write_topic",
]
