import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A survey may point at a questionnaire; the next migration makes it one."""

    dependencies = [
        ("questionnaire", "0001_initial"),
        ("planning", "0003_owners_asked_for"),
    ]

    operations = [
        migrations.AddField(
            model_name="survey",
            name="questionnaire",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="questionnaire.questionnaire",
            ),
        ),
    ]
