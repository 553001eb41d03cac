"""A new house has its tables in a fraction of the time.

While it migrates, Django keeps a picture of all models as they were at that step. For each model
that comes in it draws every model related to it anew; and since every row here hangs on its
community, that is the whole house, some three hundred times. But nothing that stood before can
point at a model that is only now made, or at a field: the newcomer is drawn alone, and so is a
model whose change concerns no other (an index, a constraint, a field that comes in, choices). The
others learn of it when a step next touches a relation or runs code. Steps, tables and what Django
records of them stay as they are (docs/adr/0054-new-tables.md).
"""

from typing import Any, Self

from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ModelState, ProjectState


class NewcomerAlone(ProjectState):
    """The picture, in which what concerns one model alone has that model drawn alone. `behind`: the
    models drawn before do not know the way to and from it yet."""

    behind = False

    def add_model(self, model_state: ModelState) -> None:
        """A model comes in: nobody points at it yet."""
        key = model_state.app_label, model_state.name_lower
        if "apps" not in self.__dict__ or key in self.models:
            super().add_model(model_state)
            return
        self.models[key] = model_state
        if self.__dict__["_relations"] is not None:
            self.resolve_model_relations(key)
        self.apps.render_multiple([model_state])
        self.behind = True

    def add_field(
        self, app_label: str, model_name: str, name: str, field: Any, preserve_default: bool
    ) -> None:
        """A field comes in: nobody points at it yet, whatever it points at."""
        drawn = self.__dict__.pop("apps", None)
        super().add_field(app_label, model_name, name, field, preserve_default)
        if drawn is not None:
            self.__dict__["apps"] = drawn
            self.reload_model(app_label, model_name, delay=True)

    def reload_model(self, app_label: str, model_name: str, delay: bool = False) -> None:
        """A model changed. `delay` is Django's word for a change that touches no relation; else
        whoever looks next draws all anew, if some are behind."""
        if delay and "apps" in self.__dict__ and not self._is_inherited(app_label, model_name):
            with self.apps.bulk_update():
                self.apps.unregister_model(app_label, model_name)
            self.apps.render_multiple([self.models[app_label, model_name]])
            self.behind = True
        elif not self._put_away():
            super().reload_model(app_label, model_name, delay)

    def reload_models(self, models: Any, delay: bool = True) -> None:
        """As `reload_model`, for several."""
        if not self._put_away():
            super().reload_models(models, delay)

    def remove_model(self, app_label: str, model_name: str) -> None:
        """A model goes; those related to it have to be known first."""
        self._put_away()
        super().remove_model(app_label, model_name)

    def clear_delayed_apps_cache(self) -> None:
        """Asked for before a step runs code, which may follow any relation."""
        if not self._put_away():
            super().clear_delayed_apps_cache()

    def clone(self) -> Self:
        """The same picture once more."""
        same = type(self)(
            models={key: model.clone() for key, model in self.models.items()},
            real_apps=self.real_apps,
        )
        if "apps" in self.__dict__:
            same.apps = self.apps.clone()
        same.is_delayed = self.is_delayed
        same.behind = self.behind
        return same

    def _is_inherited(self, app_label: str, model_name: str) -> bool:
        key = f"{app_label}.{model_name}"
        return any(
            isinstance(base, str) and base.lower() == key
            for model in self.models.values()
            for base in model.bases
        )

    def _put_away(self) -> bool:
        if not self.behind:
            return False
        self.__dict__.pop("apps", None)
        self.behind = False
        return True


class Executor(MigrationExecutor):
    """Django's, with that picture."""

    def _create_project_state(self, with_applied_migrations: bool = False) -> ProjectState:
        found = super()._create_project_state(with_applied_migrations)  # type: ignore[misc]
        return NewcomerAlone(models=found.models, real_apps=found.real_apps)
