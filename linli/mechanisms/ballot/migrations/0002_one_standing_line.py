from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ballot", "0001_initial"),
        ("people", "0001_initial"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="elector",
            name="elector_person_once",
        ),
        migrations.RemoveConstraint(
            model_name="elector",
            name="elector_household_once",
        ),
        migrations.AddConstraint(
            model_name="elector",
            constraint=models.UniqueConstraint(
                condition=models.Q(("struck_at__isnull", True)),
                fields=("community", "electorate", "person"),
                name="elector_person_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="elector",
            constraint=models.UniqueConstraint(
                condition=models.Q(("struck_at__isnull", True)),
                fields=("community", "electorate", "household"),
                name="elector_household_once",
            ),
        ),
    ]
