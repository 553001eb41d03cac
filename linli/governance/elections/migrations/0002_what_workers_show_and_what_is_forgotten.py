from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("elections", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="nomination",
            name="joined_then",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="registration",
            name="worker_since",
            field=models.DateField(null=True, verbose_name="从哪天起在本社区工作"),
        ),
        migrations.AlterField(
            model_name="committeeseat",
            name="left_for",
            field=models.CharField(
                blank=True,
                choices=[
                    ("nominated", "本人被提名为候选人"),
                    ("kin_nominated", "近亲属被提名为候选人"),
                    ("resigned", "本人辞去"),
                    ("absent", "无正当理由不到会，职务终止"),
                    ("other", "其他原因"),
                ],
                max_length=16,
            ),
        ),
    ]
