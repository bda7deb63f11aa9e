"""What a campaign takes from a pack: each requirement with one set of numbers, each gate with all that it needs."""

from typing import Any

from zhengyou.packs.telling.vocabulary import CATEGORIES


def requirements_apart(pack: dict[str, Any]) -> list[dict[str, Any]]:
    """The requirements of a pack, those with other numbers for a category taken apart: one for it, one for the rest."""
    return [part for asked in pack.get("requirements", []) for part in _apart(asked)]


def _apart(asked: dict[str, Any]) -> list[dict[str, Any]]:
    other: dict[str, dict[str, str]] = asked.get("needs_by_category", {})
    plain = {key: value for key, value in asked.items() if key != "needs_by_category"}
    if not other:
        return [plain]
    rest = [c for c in asked.get("categories") or CATEGORIES if c not in other]
    made = [plain | {"categories": rest}] if rest else []
    for category, needs in other.items():
        own = {
            "code": f"{asked['code']}_{category}",
            "name": f"{asked['name'][:34]}（{CATEGORIES[category]}）",
            "needs": asked.get("needs", {}) | needs,
            "categories": [category],
        }
        made.append(plain | own)
    return made


def gate_of(pack: dict[str, Any], number: int) -> dict[str, Any]:
    """What stands at the end of a stage (from 1): what is looked back on, who must be there, what has to be done."""
    stage = pack["stages"][number - 1]
    return {
        "items": [part for item in stage.get("look_back", []) for part in _item(pack, item)],
        "present": stage.get("present", []),
        "application": stage.get("application", True),
        "inspection": stage.get("inspection", stage.get("application", True)),
        "kinds": stage.get("kinds") or ["branch"],
    }


def _item(pack: dict[str, Any], item: str | dict[str, Any]) -> list[dict[str, Any]]:
    """A line of the look-back; one on a requirement that is taken apart is a line for each part of it."""
    if isinstance(item, str):
        return [{"words": item}]
    said = {key: value for key, value in item.items() if key not in ("code", "source")}
    if "requirement" not in said:
        return [said]
    asked = [a for a in pack.get("requirements", []) if a["code"] == said["requirement"]]
    return [said | {"requirement": part["code"]} for part in requirements_apart({"requirements": asked})]
