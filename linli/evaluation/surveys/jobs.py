"""Reckoning a wave as a job: it reads outside any transaction and writes in one."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from linli.core.audit.actor import the_clock
from linli.core.jobs.models import Job
from linli.core.jobs.progress import Progress
from linli.core.jobs.registry import job
from linli.evaluation.surveys.actions import reckon_survey
from linli.evaluation.surveys.queries.waves import wave_with_id
from linli.evaluation.surveys.reckoning import reckon
from linli.lib.calendar import local_day


@job(
    "evaluation.reckon_survey",
    label=_("计算调查结果"),
    told=_("读了 {sheets} 份答卷，算出 {estimates} 个数"),
    opens="evaluation:survey_desk",
)
def reckon_wave(work: Job, progress: Progress) -> dict[str, Any]:
    """Estimates every figure of a wave. Stopped on its way it begins again, since nothing is
    written before the end; where it was published meanwhile there is nothing left to do."""
    at = work.heartbeat_at or work.created_at
    survey = wave_with_id(work.community_id, work.params["survey"])
    if survey.state != "closed":
        return {"sheets": 0, "estimates": 0, "opens": str(survey.questionnaire_id)}

    def show(done: int, of: int) -> None:
        if not done:
            progress.expect(of)
        progress.reached(done)
        progress.beat()

    found = reckon(survey, local_day(at), each_step=show)
    with progress.chunk():
        reckon_survey(survey, found=found, by=the_clock(), at=at)
    return {
        "sheets": found.sheets,
        "estimates": len(found.estimates),
        "opens": str(survey.questionnaire_id),
    }
