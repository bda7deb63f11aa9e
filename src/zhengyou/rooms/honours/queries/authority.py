"""授权依据 — who may give what: without leave from the centre or a province there is only the appraisal of own units.

Source: 《评比达标表彰活动管理办法》 (approval at two levels, no matching award below, at most a fifth of county rank);
《创建示范活动管理办法（试行）》 (townships and streets, and departments of cities and counties, run none).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from zhengyou.core.models import Kind
from zhengyou.rooms.honours.models import HonourKind, Level

Sort = HonourKind.Sort
HIGHEST_FIRST = list(Level)
APPROVERS = (Level.CENTRAL, Level.PROVINCE)
NO_DEMONSTRATION = (Level.CITY_DEPARTMENT, Level.COUNTY_DEPARTMENT, Level.TOWNSHIP, Level.UNIT)
OWN_UNITS_ONLY = (Level.TOWNSHIP, Level.UNIT)
COUNTY_RANK = Fraction(1, 5)  # of the people of a commendation
INSTEAD = "可以改为“本单位年度考评”，在自己的下级组织和党员里评"
TOWNS = ("镇", "乡", "街道")


@dataclass(frozen=True)
class Ground:
    """授权依据 — of which sort an award is, who gives it, and by whose leave."""

    sort: str
    level: str
    approval: str = ""
    approved_by: str = ""
    approved_level: str = ""
    name: str = ""


def levels_of(kind: str, name: str) -> Sequence[Level]:
    """The levels that an organisation may be of, as far as its kind and its name tell."""
    if kind not in (Kind.COMMITTEE, Kind.UNION, Kind.YOUTH, Kind.WOMEN, Kind.OTHER):
        return (Level.UNIT,)
    bare = name
    for ending in ("委员会", "党委", "党工委", "总工会", "工会", "团委", "妇联"):
        bare = bare.removesuffix(ending)
    return (Level.TOWNSHIP,) if bare.endswith(TOWNS) else HIGHEST_FIRST


def lacking_authority(ground: Ground) -> str:
    """Why an award may not be run on this ground, with the remedy; nothing where it may."""
    if ground.sort == Sort.APPRAISAL:
        if "示范" in ground.name:
            return "名称带“示范”的属于创建示范活动，不能按年度考评办；请改名，或写明批准文号。"
        return ""
    label = str(Sort(ground.sort).label)
    if ground.sort == Sort.DEMONSTRATION and ground.level in NO_DEMONSTRATION:
        return f"{Level(ground.level).label}不得开展创建示范活动；{INSTEAD}。"
    if ground.level in OWN_UNITS_ONLY:
        return f"{Level(ground.level).label}不得自行开展{label}；{INSTEAD}。"
    if not ground.approval.strip():
        return f"{label}要有批准文号；没有批准的，{INSTEAD}。"
    if ground.approved_by not in APPROVERS:
        return f"{label}只由中央和省级两级审批，请写明由哪一级批准；没有批准的，{INSTEAD}。"
    if not ground.approved_level:
        return "请写明批准文件允许哪一级开展。"
    return _below(ground)


def _below(ground: Ground) -> str:
    allowed = Level(ground.approved_level)
    if HIGHEST_FIRST.index(Level(ground.level)) <= HIGHEST_FIRST.index(allowed):
        return ""
    return f"批准的是{allowed.label}开展，{Level(ground.level).label}不得层层配套；{INSTEAD}。"


def too_many_of_rank(people: int, of_rank: int) -> str:
    """Why a list of people holds too many of county rank; nothing where it does not."""
    if of_rank <= people * COUNTY_RANK:
        return ""
    return f"{people}人里有{of_rank}名县处级干部，超过五分之一；请换成基层一线的人选。"


def places_of(most: int | None, share: str, eligible: int) -> int | None:
    """How many may be given: the smaller of what is laid down as a number and as a share; nothing where neither is."""
    found = [n for n in (most, int(Fraction(share) * eligible) if share else None) if n is not None]
    return min(found) if found else None
