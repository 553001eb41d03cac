"""Figures are for everybody; the records behind them for those who answer for them."""

import rules

from linli.core.audit.actor import anyone, clock, holds, operator

rules.add_perm("evaluation.view", anyone)
rules.add_perm("evaluation.open_records", holds("worker", "director", "supervisor"))
rules.add_perm("evaluation.reckon", holds("worker", "director") | operator | clock)
rules.add_perm("evaluation.see_reports", holds("worker", "director", "supervisor"))
rules.add_perm("evaluation.write_report", holds("worker", "director"))
rules.add_perm("evaluation.finish_report", holds("director"))
rules.add_perm("evaluation.fill_report", operator | clock)
