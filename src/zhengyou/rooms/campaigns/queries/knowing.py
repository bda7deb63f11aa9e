"""What a pack names and nobody knows."""

from typing import Any

from zhengyou.core.rules import RULES
from zhengyou.rooms.campaigns.models import Requirement


def unknown_in_pack(pack: dict[str, Any]) -> list[str]:
    """Rules and measures that a pack names and nobody knows, in words."""
    return [problem for asked in pack.get("requirements", []) for problem in unknown_in_requirement(asked)]


def unknown_in_requirement(asked: dict[str, Any]) -> list[str]:
    """The same for one requirement: its rule, its numbers and whom it is asked of must fit each other."""
    rule = RULES.get(asked["rule"])
    if rule is None:
        return [f"“{asked['name']}”说的规则{asked['rule']}不存在；有：{'、'.join(sorted(RULES))}"]
    needs = asked.get("needs", {})
    known = rule.takes
    problems = [
        f"“{asked['name']}”给了{m}一个数，而{rule.title}只看{'、'.join(known)}"
        for m in needs
        if m not in known
    ]
    if known and not needs:
        titles = "、".join(c.measure.title for c in rule.conditions)
        problems.append(f"“{asked['name']}”没有写要求数，请给{titles}写上")
    if (rule.each is not None) != (asked["grain"] == Requirement.Grain.FACT):
        problems.append(
            f"“{asked['name']}”的对象与规则{rule.title}不合：逐件的规则按件算，其余按人或按支部算"
        )
    return problems
