"""The unified social credit code (统一社会信用代码) of GB 32100-2015: whether it holds together.

Eighteen signs, digits and capital letters without I, O, S, V and Z: the department that registers,
the category of body, six digits of the division, nine signs of the organisation code, and a check
sign after ISO 7064, MOD 31-3. The department is a letter for some bodies (A the army's, N rural
collectives, Y others), which python-stdnum does not read; its sums are used, its form is not.
"""

import re
import unicodedata

from stdnum.cn import uscc

_SIGNS = "0-9A-HJ-NP-RT-UW-Y"
_FORM = re.compile(rf"[{_SIGNS}]{{2}}[0-9]{{6}}[{_SIGNS}]{{10}}")
_SEPARATORS = re.compile(r"[\s\-]")


def plain_code(text: str) -> str:
    """The code as it is kept: full-width signs, spaces and small letters forgiven."""
    return _SEPARATORS.sub("", unicodedata.normalize("NFKC", text)).upper()


def is_credit_code(text: str) -> bool:
    """Whether its form is right and its check sign fits; whether such a body is registered it
    cannot say."""
    code = plain_code(text)
    return bool(_FORM.fullmatch(code)) and uscc.calc_check_digit(code[:17]) == code[17]
