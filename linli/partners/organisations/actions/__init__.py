"""The acts of this room."""

from linli.partners.organisations.actions import (
    social as social,
    social_life as social_life,
)
from linli.partners.organisations.actions.directory import (
    add_line as add_line,
    end_line as end_line,
)
from linli.partners.organisations.actions.forgetting import forget_files as forget_files
from linli.partners.organisations.actions.handovers import (
    add_item as add_item,
    open_handover as open_handover,
    sign_item as sign_item,
)
from linli.partners.organisations.actions.register import (
    add as add,
    add_office as add_office,
    alter as alter,
    divide_work as divide_work,
    end as end,
    end_office as end_office,
)
from linli.partners.organisations.actions.staff import (
    add_qualification as add_qualification,
    adopt_grades as adopt_grades,
    alter_file as alter_file,
    close_file as close_file,
    enter_leave as enter_leave,
    fix_level as fix_level,
    open_file as open_file,
    record_training as record_training,
    strike_leave as strike_leave,
    take_on as take_on,
)
from linli.partners.organisations.actions.tasks import find_tasks as find_tasks
from linli.partners.organisations.actions.terms import (
    Chosen as Chosen,
    begin_term as begin_term,
    end_term as end_term,
    enter_whole_term as enter_whole_term,
    hide_name as hide_name,
)
