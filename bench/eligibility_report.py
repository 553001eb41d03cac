"""The page of the benchmark `eligibility`: times, answers that differ, what each trace tells."""

from typing import Any

OURS_ALONE = (
    "for each number the text it comes from, the article, the place, the day it came into force"
    " and whether anybody has held it against the text; the answer it was held against; what is"
    " not known and which question or paper settles it; a case half told (OpenFisca takes a"
    " missing answer as nought)"
)
THEIRS_ALONE = (
    "every intermediate variable with its value for all households at once, the seconds each"
    " took, parameters that were read but decided nothing, several periods of one household in one"
    " simulation"
)


def eligibility_lines(found: dict[str, Any], _prefix: str) -> list[str]:
    """The figures in words and one table."""
    dated, differ = found["dated"], found["differ"]
    rows = [
        ["all households, all schemes", found["ours"], found["theirs"], 1.0, "s"],
        ["one household, all schemes, with its trace", found["one"], found["their_one"], 1e3, "ms"],
    ]
    size = (
        f"{found['households']:,} households of {found['persons']:,} people,"
        f" {found['schemes']} schemes, two days; beside {found['openfisca']}."
    )
    answers = (
        f"Answers compared: {found['compared']:,}, of which {found['may']:,} say that one may"
        f" apply. Different: {differ['whole']:,} with whole numbers, {differ['floats']:,} where"
        " OpenFisca's rules divide amounts in floating point, as they are usually written."
    )
    numbers = (
        f"Dated numbers: {dated['same']} of {dated['same'] + len(dated['differ'])} numbers our"
        " trace of one household names on the two days stand in OpenFisca's parameter trace with"
        f" the same value; between the days {len(dated['changed'])} of them changed"
        f" ({', '.join(dated['changed'])})."
    )
    theirs_alone = (
        f"What only OpenFisca's tells: {THEIRS_ALONE}. A node of it holds:"
        f" {', '.join(dated['node'])}."
    )
    table = [
        f"| {what} | {_told(ours, scale, unit)} | {_told(theirs, scale, unit)}"
        f" | {_ratio(ours, theirs)} |"
        for what, ours, theirs, scale, unit in rows
    ]
    head = ["|  | Ours | OpenFisca | Ours ÷ OpenFisca |", "| --- | ---: | ---: | ---: |"]
    ours_alone = f"What only our trace tells: {OURS_ALONE}."
    said = [size, "\n".join([*head, *table]), answers, numbers, ours_alone, theirs_alone]
    return [
        *(line for each in said for line in (each, "")),
        f"eligibility all ratio: {_ratio(found['ours'], found['theirs'])}  ",
        f"eligibility one ratio: {_ratio(found['one'], found['their_one'])}",
        "",
    ]


def _told(sample: dict[str, Any], scale: float, unit: str) -> str:
    median, low, high = (sample[name] * scale for name in ("median", "low", "high"))
    return f"{median:.2f} ({low:.2f}–{high:.2f}) {unit} ±{sample['spread']:.0f} %"


def _ratio(ours: dict[str, Any], theirs: dict[str, Any]) -> str:
    return f"{ours['median'] / theirs['median']:.2f}" if theirs["median"] else "–"
