"""Everything that can be done with an election; one verb, one function, behind the one door."""

from linli.governance.elections.actions.candidacies import (
    call_meeting,
    introduce_candidate,
    post_candidates,
    prepare_candidates,
    record_meeting,
    withdraw_candidate,
)
from linli.governance.elections.actions.forgetting import forget_kinships
from linli.governance.elections.actions.nominating import (
    answer_nomination,
    confirm_nomination,
    join_nomination,
    leave_nomination,
    nominate,
    withdraw_nomination,
)
from linli.governance.elections.actions.objecting import (
    object_to_roll,
    reject_objection,
    uphold,
    withdraw_objection,
)
from linli.governance.elections.actions.organising import (
    declare_kinship,
    form_committee,
    leave_committee,
    name_chair,
    place_on_committee,
    strike_from_committee,
    strike_kinship,
)
from linli.governance.elections.actions.planning import (
    Plan,
    cancel,
    decide_mode,
    plan,
    postpone,
)
from linli.governance.elections.actions.proxies import (
    give_proxy,
    post_proxies,
    prepare_proxies,
    revoke_proxy,
)
from linli.governance.elections.actions.registering import (
    confirm_registration,
    open_registration,
    refuse_registration,
    register,
    register_many,
    withdraw_registration,
)
from linli.governance.elections.actions.rolls import (
    Correction,
    correct_roll,
    post_roll,
    prepare_roll,
)

__all__ = [
    "Correction",
    "Plan",
    "answer_nomination",
    "call_meeting",
    "cancel",
    "confirm_nomination",
    "confirm_registration",
    "correct_roll",
    "decide_mode",
    "declare_kinship",
    "forget_kinships",
    "form_committee",
    "give_proxy",
    "introduce_candidate",
    "join_nomination",
    "leave_committee",
    "leave_nomination",
    "name_chair",
    "nominate",
    "object_to_roll",
    "open_registration",
    "place_on_committee",
    "plan",
    "post_candidates",
    "post_proxies",
    "post_roll",
    "postpone",
    "prepare_candidates",
    "prepare_proxies",
    "prepare_roll",
    "record_meeting",
    "refuse_registration",
    "register",
    "register_many",
    "reject_objection",
    "revoke_proxy",
    "strike_from_committee",
    "strike_kinship",
    "uphold",
    "withdraw_candidate",
    "withdraw_nomination",
    "withdraw_objection",
    "withdraw_registration",
]
