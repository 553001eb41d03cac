"""The forms of notices: what is parsed, and nothing decided."""

from linli.mechanisms.publication.forms.boards import BoardForm, CheckForm, HangForm
from linli.mechanisms.publication.forms.composing import (
    ComposeForm,
    CorrectForm,
    FieldsForm,
    SendBackForm,
)
from linli.mechanisms.publication.forms.finding import FindForm, WithdrawForm
from linli.mechanisms.publication.forms.objecting import (
    AnswerForm,
    ObjectForm,
    PassOnForm,
    ReceiptForm,
    TypeInForm,
)
from linli.mechanisms.publication.forms.verifying import VerifyForm

__all__ = [
    "AnswerForm",
    "BoardForm",
    "CheckForm",
    "ComposeForm",
    "CorrectForm",
    "FieldsForm",
    "FindForm",
    "HangForm",
    "ObjectForm",
    "PassOnForm",
    "ReceiptForm",
    "SendBackForm",
    "TypeInForm",
    "VerifyForm",
    "WithdrawForm",
]
