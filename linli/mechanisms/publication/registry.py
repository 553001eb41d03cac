"""Every template there is: read once from the `postings.py` of the installed apps."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from linli.mechanisms.publication.declaration import Category, Template


@cache
def templates() -> dict[str, Template]:
    """The templates by name. ValueError where two domains use one name, or one category has
    two titles."""
    found: dict[str, Template] = {}
    for config in apps.get_app_configs():
        name = f"{config.name}.postings"
        if find_spec(name) is None:
            continue
        for value in vars(import_module(name)).values():
            if isinstance(value, Template) and found.setdefault(value.name, value) != value:
                raise ValueError(f"two templates are called {value.name}")
    titles: dict[str, Category] = {}
    for template in found.values():
        if titles.setdefault(template.category.name, template.category) != template.category:
            raise ValueError(f"two categories are called {template.category.name}")
    return found


def template_named(name: str) -> Template | None:
    """The template, or None where no domain has it any more: nothing of it is shown then."""
    return templates().get(name)


def categories() -> list[Category]:
    """The categories in which something may be posted, in the order the domains name them."""
    return list(
        {template.category.name: template.category for template in templates().values()}.values()
    )
