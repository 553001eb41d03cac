"""Everything that can be done with plans; one verb, one function, behind the door."""

from linli.stewardship.planning.actions.development import adopt_development, write_development
from linli.stewardship.planning.actions.diagnosing import diagnose
from linli.stewardship.planning.actions.drafting import (
    TaskRow,
    copy_tasks,
    describe_plan,
    draft_plan,
    write_tasks,
)
from linli.stewardship.planning.actions.plans import (
    add_task,
    approve_plan,
    change_task,
    close_plan,
    consult_on_plan,
    redraft_plan,
    settle_plan,
)
from linli.stewardship.planning.actions.reports import (
    make_report,
    publish_report,
    write_report_words,
)
from linli.stewardship.planning.actions.surveys import (
    answer_survey,
    close_survey,
    draft_survey,
    open_survey,
    print_slips,
    publish_results,
    take_slip,
    type_in_answer,
    write_questions,
)
from linli.stewardship.planning.actions.tasks import (
    begin_task,
    carry_over_task,
    drop_task,
    finish_task,
    hand_over_task,
    postpone_task,
    report_task,
)
from linli.stewardship.planning.actions.wishes import (
    answer_wish,
    decline_wish,
    list_wish,
    merge_wish,
    send_wish,
    take_up_wish,
)

__all__ = [
    "TaskRow",
    "add_task",
    "adopt_development",
    "answer_survey",
    "answer_wish",
    "approve_plan",
    "begin_task",
    "carry_over_task",
    "change_task",
    "close_plan",
    "close_survey",
    "consult_on_plan",
    "copy_tasks",
    "decline_wish",
    "describe_plan",
    "diagnose",
    "draft_plan",
    "draft_survey",
    "drop_task",
    "finish_task",
    "hand_over_task",
    "list_wish",
    "make_report",
    "merge_wish",
    "open_survey",
    "postpone_task",
    "print_slips",
    "publish_report",
    "publish_results",
    "redraft_plan",
    "report_task",
    "send_wish",
    "settle_plan",
    "take_slip",
    "take_up_wish",
    "type_in_answer",
    "write_development",
    "write_questions",
    "write_report_words",
    "write_tasks",
]
