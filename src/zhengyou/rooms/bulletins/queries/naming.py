"""How organisations are called where they stand among others: no two by the same name."""

import re

from zhengyou.core.models import Kind, Organisation

OF_A_KIND = re.compile(r"(镇|乡|街道|社区|村|学校|医院|公司)?(党委|党工委|党组|党总支|党支部)$")


def named(organisation: Organisation, within: Organisation | None = None) -> str:
    """The short name where it says what sort of organisation it is (柳河镇党委), else the full one (河西村党支部).

    In a paper of the town itself its branches go without the town's name.
    """
    if OF_A_KIND.search(organisation.short_name):
        return organisation.short_name
    town = within.short_name.removesuffix("党委") if within else ""
    return organisation.name.removeprefix(town) if organisation.kind == Kind.BRANCH else organisation.name
