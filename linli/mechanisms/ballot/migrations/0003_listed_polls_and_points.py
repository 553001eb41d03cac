import django.db.models.deletion
from django.db import migrations, models

import linli.core.places.unordered
import linli.lib.identity.ids


class Migration(migrations.Migration):
    dependencies = [
        ("ballot", "0002_one_standing_line"),
        ("places", "0002_points"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="question",
            name="question_form",
        ),
        migrations.AddField(
            model_name="paper",
            name="number",
            field=models.CharField(blank=True, default="", max_length=14),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="poll",
            name="list_head",
            field=models.CharField(blank=True, default="", max_length=64),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="poll",
            name="listed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="question",
            name="most",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="question",
            name="points",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="question",
            name="form",
            field=models.CharField(
                choices=[
                    ("choose", "选择"),
                    ("approve", "逐项表决"),
                    ("motion", "议题表决"),
                    ("points", "打分"),
                ],
                max_length=7,
            ),
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("community", "poll", "number"),
                name="paper_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="poll",
            constraint=models.CheckConstraint(
                condition=models.Q(("listed", False), ("secret", True), _connector="OR"),
                name="poll_listed_is_secret",
            ),
        ),
        migrations.AddConstraint(
            model_name="poll",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("list_head", ""),
                    models.Q(("listed", True), ("state__in", ["closed", "settled", "void"])),
                    _connector="OR",
                ),
                name="poll_list_after_the_close",
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("form__in", ["choose", "approve"]),
                        ("most", 0),
                        ("points", 0),
                        ("seats__gte", 1),
                    ),
                    models.Q(
                        ("form", "motion"),
                        ("most", 0),
                        ("points", 0),
                        ("seats", 1),
                        ("write_ins", 0),
                    ),
                    models.Q(
                        ("form", "points"),
                        ("most__gte", 1),
                        ("points__gte", models.F("most")),
                        ("seats", 1),
                        ("write_ins", 0),
                    ),
                    _connector="OR",
                ),
                name="question_form",
            ),
        ),
        migrations.CreateModel(
            name="PaperList",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=linli.lib.identity.ids.new_id,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("papers", models.PositiveIntegerField()),
                ("text", models.TextField()),
                (
                    "community",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="places.place",
                    ),
                ),
                (
                    "poll",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lists",
                        to="ballot.poll",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("community", "poll"), name="paper_list_once")
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="electorate",
            name="electorate_base",
        ),
        migrations.AlterField(
            model_name="electorate",
            name="base",
            field=models.CharField(
                choices=[
                    ("electors", "登记选民"),
                    ("households", "户的代表"),
                    ("representatives", "居民代表"),
                    ("adults", "年满十八周岁的居民"),
                    ("residents", "按公布的办法可以投票的居民"),
                    ("members", "居民代表会议组成人员"),
                    ("owners", "业主"),
                ],
                max_length=15,
            ),
        ),
        migrations.AddConstraint(
            model_name="electorate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "base__in",
                        [
                            "electors",
                            "households",
                            "representatives",
                            "adults",
                            "residents",
                            "members",
                            "owners",
                        ],
                    )
                ),
                name="electorate_base",
            ),
        ),
        # The number made the table anew: it must lie in the order of its random keys again.
        linli.core.places.unordered.ForgetOrder(model="paper"),
    ]
