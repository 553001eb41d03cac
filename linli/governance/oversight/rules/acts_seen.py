"""Which acts of the book concern the institution and show no person: what a supervisor may read.

A whitelist: an act that is named nowhere here is not shown, also one of a room still to be built.
Whatever is about a person is never shown, whichever act it is; nor is a case of anybody.
"""

from collections.abc import Iterable
from types import MappingProxyType

SEEN = MappingProxyType(
    {
        "decisions": (
            "assemblies.plan", "assemblies.change_plan", "assemblies.add_topic",
            "assemblies.change_topic", "assemblies.drop_topic", "assemblies.record_study",
            "assemblies.call", "assemblies.cancel", "assemblies.open", "assemblies.decide",
            "assemblies.open_vote", "assemblies.close_vote", "assemblies.void_vote",
            "assemblies.decide_by_vote", "assemblies.put_off", "assemblies.close",
            "assemblies.decide_in_committee", "assemblies.authorise", "assemblies.begin",
            "assemblies.report_progress", "assemblies.carry_out", "assemblies.draft_version",
            "assemblies.consult", "assemblies.redraft", "assemblies.settle", "assemblies.file",
            "assemblies.drop", "assemblies.state_figure", "assemblies.remind_of_meeting",
        ),
        "elections": (
            "elections.plan", "elections.decide_mode", "elections.postpone", "elections.cancel",
            "elections.form_committee", "elections.open_registration", "elections.prepare_roll",
            "elections.post_roll", "elections.prepare_candidates", "elections.post_candidates",
            "elections.prepare_proxies", "elections.post_proxies", "elections.prepare_ballots",
            "elections.open_polls", "elections.close_polls", "elections.declare",
            "elections.report", "elections.complete_handover", "elections.archive",
        ),
        "publicity": (
            "publication.withdraw", "publication.expire", "evaluation.finish_report",
        ),
        "rules": (
            "matters.save_routing", "matters.save_kind", "clocks.set_day", "places.describe",
        ),
        "posts": (
            "access.appoint", "access.end_post", "access.register_body", "access.close_body",
        ),
        "burden": (
            "intake.record", "intake.supplement", "intake.approve", "intake.send_back",
            "intake.refuse", "intake.take_over", "intake.finish", "intake.withdraw",
            "intake.log_minutes", "intake.add_item", "intake.amend_item", "intake.end_item",
        ),
        "money": (
            "funds.open_source", "funds.close_source", "funds.receive", "funds.reserve",
            "funds.release", "funds.ask", "funds.approve", "funds.refuse", "funds.withdraw",
            "funds.pay", "funds.add_voucher", "funds.clear_voucher", "funds.cover_voucher",
            "funds.reverse_payment", "funds.reverse_receipt", "funds.draft_budget",
            "funds.settle_budget", "funds.revise_budget", "funds.prepare_month",
            "funds.close_month", "organisations.draft_round", "organisations.publish_round",
            "organisations.cancel_round", "organisations.begin_review",
            "organisations.decide_round", "organisations.end_round",
            "organisations.sign_agreement", "organisations.ask_instalment",
            "organisations.note_instalment_paid", "organisations.send_back_use",
            "organisations.stop_social_grant", "organisations.evaluate_project",
            "organisations.settle_grant",
        ),
        "purchases": (
            "organisations.need_service", "organisations.name_money", "organisations.tender",
            "organisations.sign_contract", "organisations.add_milestone",
            "organisations.finish_milestone", "organisations.accept_service",
            "organisations.evaluate_service", "organisations.stop_purchase",
            "organisations.keep_receipt",
        ),
        "organisations": (
            "organisations.add", "organisations.alter", "organisations.end",
            "organisations.add_office", "organisations.divide_work", "organisations.end_office",
            "organisations.begin_term", "organisations.enter_whole_term",
            "organisations.end_term", "organisations.open_handover",
            "organisations.send_to_register", "organisations.register_social",
            "organisations.file_social", "organisations.refuse_social",
            "organisations.change_social", "organisations.end_social",
        ),
        "party": (
            "party.found_branch", "party.change_branch", "party.end_branch",
            "party.plan_meeting", "party.move_meeting", "party.hold_meeting",
            "party.drop_meeting", "party.promise", "party.keep_pledge", "party.publish_affair",
        ),
        "supervision": (
            "oversight.seat_supervisor", "oversight.end_supervisor", "oversight.state_contact",
            "oversight.invite_to_sit_in", "oversight.announce_meeting",
            "oversight.record_sitting_in", "oversight.plan_inspection",
            "oversight.drop_inspection", "oversight.record_inspection",
            "oversight.raise_shortcoming", "oversight.ask_correction",
            "oversight.answer_shortcoming", "oversight.send_back", "oversight.settle",
            "oversight.report_up", "oversight.drop_shortcoming",
            "oversight.publish_shortcoming", "oversight.plan_appraisal",
            "oversight.open_appraisal", "oversight.give_paper", "oversight.close_appraisal",
            "oversight.void_appraisal", "oversight.publish_appraisal",
            "oversight.commission_audit", "oversight.add_items", "oversight.report_audit",
            "oversight.publish_audit",
        ),
    }
)  # fmt: skip
"""Subjects, and the acts that belong to each."""


def acts_of(subject: str = "") -> tuple[str, ...]:
    """The acts a supervisor sees of one subject; of every subject where none is named."""
    wanted: Iterable[tuple[str, ...]] = (SEEN[subject],) if subject in SEEN else SEEN.values()
    return tuple(act for acts in wanted for act in acts)
