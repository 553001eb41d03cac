"""What the blanks of these tests are read with."""

from linli.lib.tables.fields import Field

FIELDS = (
    Field("name", ("姓名",)),
    Field("sex", ("性别",)),
    Field("id_number", ("身份证号码", "身份证号"), "code"),
    Field("birth_date", ("出生日期", "出生年月"), "date"),
    Field("phone", ("联系电话", "电话"), "code"),
    Field("address", ("家庭住址", "住址")),
    Field("head_name", ("户主姓名", "户主")),
    Field("size", ("家庭人口",), "integer"),
    Field("politics", ("政治面貌",)),
)
WITHOUT_GROUND = frozenset({"politics"})
