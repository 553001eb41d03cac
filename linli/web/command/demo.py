"""`linli demo`: the invented community, and who one can sign in as."""

from datetime import datetime

import click

from linli.web.command import console
from linli.web.command.console import language, pick


@click.command(
    help=pick(
        "载入示范社区（只在空的数据库里），或列出可以登录的人。",
        "Load the demo community (into an empty database only), or list who one can sign in as.",
    )
)
@click.option("--list", "only_list", is_flag=True, help=pick("只列出可以登录的人。", "Only list."))
@console.json_option
def command(only_list: bool, as_json: bool) -> None:
    console.open_house()
    from django.utils import timezone

    if not only_list and not load_when_empty(timezone.now()):
        console.say(
            pick(
                "数据库里已有社区，没有载入示范数据。",
                "There are communities here already; nothing was loaded.",
            )
        )
    rows = people()
    if as_json:
        console.print_json(rows)
        return
    if not rows:
        console.refuse(
            "这不是示范数据库，没有示范账号。",
            "This is no demo database: there are no demo accounts.",
        )
    for row in rows:
        click.echo(f"{row['name']}  {row['role']}  {row['login']}  {row['password']}")


def load_when_empty(at: datetime) -> bool:
    """Loads the demo where no community is served yet; True if it did."""
    from linli.core.places.queries import served_communities
    from linli.web.demo.year import play

    if served_communities().exists():
        return False
    with console.progress(pick("载入示范社区", "Loading the demo community"), 100) as advance:
        play(at, advance)
    return True


def people() -> list[dict[str, str]]:
    """Those one can sign in as; none where this database is no demo."""
    from linli.core.access.sign_in import account_called
    from linli.web.demo.cast import CAST, LATER, PASSWORD

    chinese = language() == "zh"
    return [
        {
            "key": role.key,
            "name": role.name,
            "role": role.title if chinese else role.title_en,
            "login": role.phone,
            "password": PASSWORD,
        }
        for role in (*CAST, *LATER.values())
        if (account := account_called(role.phone)) is not None
        and account.label == role.name
        and account.check_password(PASSWORD)
    ]
