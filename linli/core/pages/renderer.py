"""Every form of the house comes out the same: `FORM_RENDERER` names `PageRenderer`."""

from django.forms.renderers import TemplatesSetting


class PageRenderer(TemplatesSetting):
    """Forms with an error summary that links to the fields, and fields with label, help and
    error in that order. Needs `django.forms` among the installed apps."""

    form_template_name = "components/form.html"
    field_template_name = "components/form_field.html"
