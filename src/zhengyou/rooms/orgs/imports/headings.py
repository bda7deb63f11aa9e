"""What a column is called: every usual heading, and the set of headings that a file is known by."""

import hashlib
from collections.abc import Iterable

from zhengyou.core.sheets import is_forbidden, normal, words

# Every usual heading of a column; the first word is what the report and the mapping page call it.
OF_ORGANISATIONS = {
    "name": (
        "组织名称", "党组织名称", "名称", "单位名称", "党组织全称", "组织全称", "支部名称", "党支部名称", "基层党组织名称",
    ),
    "parent": (
        "上级组织", "上级党组织", "隶属组织", "上级单位", "上级组织名称", "上级党组织名称", "隶属党组织", "所属党委", "上级党委",
    ),
    "kind": ("组织类型", "党组织类型", "类型", "组织类别", "党组织类别"),
    "category": ("所属领域", "领域", "类别", "单位类别", "行业领域", "领域类别", "单位类型"),
    "establishment": ("组建方式", "设置形式", "组建形式", "设置方式"),
    "founded": ("成立时间", "成立日期", "批准成立时间", "建立时间", "批准成立日期"),
    "area": ("阵地面积(㎡)", "面积(㎡)", "阵地面积", "面积", "活动场所面积", "建筑面积"),
    "tenure": ("阵地产权", "产权", "产权性质", "场所产权"),
    "code": ("组织编码", "组织代码", "党组织代码", "党组织编码", "编码", "代码"),
    "parent_code": ("上级编码", "上级组织编码", "上级组织代码", "上级党组织代码", "上级党组织编码", "上级代码"),
}  # fmt: skip
OF_PEOPLE = {
    "person": ("姓名", "党员姓名", "名字", "人员姓名"),
    "sex": ("性别",),
    "born": ("出生年月", "出生日期", "出生时间", "出生年月日", "生日"),
    "identity": (
        "身份证号", "身份证号码", "公民身份号码", "身份证", "公民身份证号", "居民身份证号", "居民身份证号码", "证件号码", "公民身份证号码",
    ),
    "education": ("学历", "文化程度", "最高学历", "学历层次"),
    "joined": ("入党时间", "入党日期", "入党年月", "加入党组织日期", "加入党组织时间", "入党年月日", "何时入党"),
    "organisation": (
        "所在党支部", "所在支部", "所在党组织", "支部", "党支部", "所属党支部", "所属支部", "所属党组织", "支部名称", "党支部名称",
        "所在党支部名称", "所在党组织名称", "组织关系所在党支部", "组织关系所在党组织", "党组织名称", "所在组织", "所在党支部全称",
    ),
    "occupation": ("人员类别", "党员类别", "职业", "工作岗位", "从事职业"),
    "post": ("党内职务", "职务", "党内职务名称", "现任党内职务"),
    "phone": ("手机号码", "联系电话", "手机", "电话", "手机号", "联系方式", "移动电话", "联系电话号码"),
    "mobile": ("是否流动党员", "流动党员", "是否流动", "是否为流动党员"),
}  # fmt: skip
COLUMNS = {"organisations": OF_ORGANISATIONS, "people": OF_PEOPLE}
MUST = {"organisations": ("name", "parent", "kind"), "people": ("person", "organisation")}
# What may be said once for a whole sheet where it has no such column.
FIXED = {"organisations": "parent", "people": "organisation"}
# The column that the marked table of refused rows has at its end.
REASONS = "不收的原因"


_KEYS = {
    holds: {normal(text): key for key, texts in columns.items() for text in texts}
    for holds, columns in COLUMNS.items()
}


def key_of(holds: str, *texts: str) -> str:
    """Which column of a table a heading is, the first of its spellings that is known; empty where none is."""
    return next((key for text in texts if text and (key := _KEYS[holds].get(normal(text)))), "")


def called(holds: str, key: str) -> str:
    """What a column is called where the file has no such heading."""
    return COLUMNS[holds][key][0]


def known_by(labels: Iterable[str]) -> str:
    """The digest of a set of headings; what is never held and the column of reasons do not count."""
    kept = {normal(label) for label in labels if label and label != REASONS and not is_forbidden(label)}
    return hashlib.sha256("\n".join(sorted(kept)).encode()).hexdigest()


def label(upper: str, lower: str, group: str) -> str:
    """What a column under a heading of two rows is called: its own words, behind those of its group."""
    if lower and (upper or group):
        return f"{upper or group}{lower}"
    return words(upper or lower)
