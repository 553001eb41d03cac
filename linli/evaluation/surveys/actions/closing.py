"""A wave is closed, its estimates are reckoned, and the director publishes them."""

from linli.core.audit.door import Act, action
from linli.core.jobs.starting import begin
from linli.core.places.unordered import erase_thoroughly
from linli.evaluation.surveys.models import THOUSANDTHS, Breakdown, Estimate, Invitation, Survey
from linli.evaluation.surveys.reckoning import Reckoning
from linli.evaluation.surveys.rules.estimating import Reckoned
from linli.lib.calendar import local_day
from linli.lib.law import Finding, Refused, require
from linli.mechanisms.questionnaire import actions as questionnaires


@action("evaluation.close_survey", needs="evaluation.close_survey")
def close_survey(act: Act, survey: Survey, *, leaving: int = 0) -> Survey:
    """It is over: slips and the doors that were still open are forgotten, and a job reckons what
    holds for everybody. Refused while more paper waits for its second typing than the `leaving`
    sheets that are left out knowingly."""
    questionnaires.close(act, survey.questionnaire, leaving=leaving)
    Invitation.objects.filter(community=survey.community_id, survey=survey).delete()
    survey.job = begin(
        act,
        "evaluation.reckon_survey",
        community=survey.community,
        params={"survey": str(survey.pk)},
    )
    survey.save(update_fields=["job"])
    act.note(title=survey.questionnaire.title)
    return survey


@action("evaluation.reckon_survey", needs="evaluation.reckon_survey")
def reckon_survey(act: Act, survey: Survey, *, found: Reckoning) -> Survey:
    """Writes down what was reckoned, in the place of what stood there. What is published stays."""
    require(Finding(survey.state == "closed", "evaluation.survey_closed"))
    here = {"community_id": survey.community_id, "survey": survey}
    Estimate.objects.filter(community=survey.community_id, survey=survey).delete()
    Breakdown.objects.filter(community=survey.community_id, survey=survey).delete()
    Estimate.objects.bulk_create(
        [
            Estimate(**here, **_values(each), sheets=found.sheets, drawn=found.drawn)
            for each in found.estimates
        ]
        + [
            Estimate(**here, **_values(each), sheets=each.answers, drawn=each.population)
            for each in found.rated
        ]
    )
    Breakdown.objects.bulk_create(
        Breakdown(**here, item=item, by=by, rows=rows) for (item, by), rows in found.tables.items()
    )
    survey.reckoned_at = act.at
    survey.save(update_fields=["reckoned_at"])
    act.note(title=survey.questionnaire.title, estimates=len(found.estimates))
    return survey


@action("evaluation.publish_survey", needs="evaluation.publish_survey")
def publish_survey(act: Act, survey: Survey) -> Survey:
    """Everybody may read the estimates, with the answer rate beside them; they go into the
    year's figures. The seed goes: with it and the register the doors could be listed again."""
    require(Finding(survey.reckoned_at is not None, "evaluation.survey_reckoned"))
    on = local_day(act.at)
    erase_thoroughly()
    rows = Survey.objects.filter(community=survey.community_id, pk=survey.pk)
    if not rows.filter(published_on__isnull=True).update(published_on=on, seed=""):
        raise Refused(Finding(False, "evaluation.survey_closed"))
    survey.published_on, survey.seed = on, ""
    act.note(title=survey.questionnaire.title)
    return survey


def _values(found: Reckoned) -> dict[str, object]:
    whole = max(found.population, 1) * THOUSANDTHS
    return {
        "item": found.item,
        "method": found.method,
        "numerator": round(found.value * whole),
        "denominator": whole,
        "se": found.se,
        "low": found.low,
        "high": found.high,
        "design_effect": found.design_effect,
        "n_eff": found.n_eff,
        "answers": found.answers,
        "dont_know": found.dont_know,
        "not_applicable": found.not_applicable,
        "missing": found.missing,
        "population": found.population,
        "enough": found.enough,
        "few": found.few,
    }
