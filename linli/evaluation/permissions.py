"""Figures are for everybody; the records behind them for those who answer for them."""

import rules

from linli.core.audit.actor import anyone, clock, holds, operator
from linli.evaluation.own import permissions as _own  # noqa: F401
from linli.evaluation.scorecard import permissions as _scorecard  # noqa: F401
from linli.evaluation.surveys import permissions as _surveys  # noqa: F401

rules.add_perm("evaluation.view", anyone)
rules.add_perm("evaluation.open_records", holds("worker", "director", "supervisor"))
rules.add_perm("evaluation.reckon", holds("worker", "director") | operator | clock)
rules.add_perm("evaluation.reckon_past", holds("director"))
rules.add_perm("evaluation.see_reports", holds("worker", "director", "supervisor"))
rules.add_perm("evaluation.write_report", holds("worker", "director"))
rules.add_perm("evaluation.finish_report", holds("director"))
rules.add_perm("evaluation.fill_report", operator | clock)
rules.add_perm("evaluation.draft_weights", holds("worker", "director"))
rules.add_perm("evaluation.adopt_weights", holds("director"))
rules.add_perm("evaluation.ask_recast", holds("worker", "director") | operator)
rules.add_perm("evaluation.fill_recast", operator | clock)
