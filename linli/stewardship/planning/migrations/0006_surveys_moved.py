import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """What the questionnaire holds now is no longer held here."""

    dependencies = [("planning", "0005_surveys_move")]

    operations = [
        migrations.DeleteModel("AnswerSheet"),
        migrations.DeleteModel("SlipTaken"),
        migrations.DeleteModel("Slip"),
        migrations.DeleteModel("Question"),
        migrations.RemoveIndex("survey", "survey_in_state"),
        migrations.RemoveConstraint("survey", "survey_runs_forward"),
        migrations.RemoveField("survey", "per"),
        migrations.RemoveField("survey", "opens_on"),
        migrations.RemoveField("survey", "closes_on"),
        migrations.RemoveField("survey", "handed_out"),
        migrations.AlterField(
            model_name="survey",
            name="questionnaire",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="questionnaire.questionnaire",
            ),
        ),
        migrations.AddIndex(
            "survey", models.Index(fields=["community", "state"], name="survey_in_state")
        ),
        migrations.AlterField(
            model_name="wish",
            name="situation",
            field=models.CharField(
                choices=[
                    ("all", "所有人"),
                    ("elders", "老年人"),
                    ("children", "孩子和家长"),
                    ("workers", "上班的人"),
                    ("newcomers", "新搬来的和租房的"),
                    ("disabled", "残疾人和家属"),
                    ("seekers", "找工作的人"),
                    ("owners", "业主"),
                ],
                default="all",
                max_length=10,
                verbose_name="和谁有关",
            ),
        ),
    ]
