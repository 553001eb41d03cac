"""Rules of a count as a file names them: Pabulib's `rule`, and what it has no word for."""

from collections.abc import Mapping

from linli.governance.budgeting.rules.count import Completion, CountRules, Method, Stop, Tie

_RULES = {
    "equalshares": (Method.EQUAL_SHARES, Completion.NONE),
    "equalshares/add1": (Method.EQUAL_SHARES, Completion.ADD1),
    "greedy": (Method.GREEDY, Completion.NONE),
    "greedy-threshold": (Method.GREEDY, Completion.NONE),
    "greedy-no-skip": (Method.GREEDY_NO_SKIP, Completion.NONE),
}


def rules_of(meta: Mapping[str, str]) -> CountRules | None:
    """The rules a file names; None where it names none we know."""
    if meta.get("rule") not in _RULES:
        return None
    method, completion = _RULES[meta["rule"]]
    least, step = meta.get("min_project_score_threshold", ""), meta.get("count_step", "")
    ties = [tie.strip() for tie in meta.get("count_ties", "").split(",") if tie.strip()]
    known = ties and set(ties) <= set(Tie) and len(set(ties)) == len(ties)
    stop = meta.get("count_stop", "")
    return CountRules(
        method,
        completion,
        Stop(stop) if stop in set(Stop) else Stop.EXHAUSTIVE,
        int(step) if step.isdigit() and int(step) else 100,
        tuple(map(Tie, ties)) if known else (Tie.COST, Tie.VOTES, Tie.LOT),
        meta.get("count_lot", ""),
        int(least) if least.isdigit() else 0,
        threshold=meta.get("count_threshold") == "1",
        compared=meta.get("count_compared") == "1",
    )


def tell_rules(rules: CountRules) -> dict[str, str]:
    """The rules as rows of META; `rules_of` reads them back."""
    threshold = rules.method is Method.GREEDY and rules.least
    name = next(
        name
        for name, told in _RULES.items()
        if told[0] is rules.method
        and (rules.method is not Method.EQUAL_SHARES or told[1] is rules.completion)
        and (name == "greedy-threshold") == bool(threshold)
    )
    told = {"rule": name, "count_ties": ",".join(rules.ties)}
    if rules.method is Method.EQUAL_SHARES:
        told |= {"count_stop": rules.stop.value, "count_step": str(rules.step)}
        told |= {"count_compared": str(int(rules.compared))}
    if rules.least:
        told["min_project_score_threshold"] = str(rules.least)
    return told | {"count_threshold": str(int(rules.threshold)), "count_lot": rules.lot}
