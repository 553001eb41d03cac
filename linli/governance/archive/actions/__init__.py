"""Everything that can be done with the archive; one verb, one function, behind the door."""

from linli.governance.archive.actions.appraising import (
    approve,
    drop_appraisal,
    judge,
    open_appraisal,
    send_back,
)
from linli.governance.archive.actions.copies import (
    ask_copy,
    forget_copy_sender,
    give_copy,
    refuse_copy,
    withdraw_copy,
)
from linli.governance.archive.actions.destroying import (
    carry_out,
    destroy_lines,
    finish_destruction,
)
from linli.governance.archive.actions.exporting import (
    ask_package,
    forget_package,
    keep_package,
    make_package,
)
from linli.governance.archive.actions.filing import (
    Filed,
    change_item,
    entrust,
    file_paper,
    file_pieces,
    finish_filing,
    start_filing,
)
from linli.governance.archive.actions.lending import hold_back, lend, lift_hold, take_back
from linli.governance.archive.actions.planning import LineGiven, add_line, end_line

__all__ = [
    "Filed",
    "LineGiven",
    "add_line",
    "approve",
    "ask_copy",
    "ask_package",
    "carry_out",
    "change_item",
    "destroy_lines",
    "drop_appraisal",
    "end_line",
    "entrust",
    "file_paper",
    "file_pieces",
    "finish_destruction",
    "finish_filing",
    "forget_copy_sender",
    "forget_package",
    "give_copy",
    "hold_back",
    "judge",
    "keep_package",
    "lend",
    "lift_hold",
    "make_package",
    "open_appraisal",
    "refuse_copy",
    "send_back",
    "start_filing",
    "take_back",
    "withdraw_copy",
]
