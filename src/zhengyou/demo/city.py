"""The city's organisations: six towns, 64 branches of different categories, mass organisations beside them."""

CITY = "青禾市"

# Town: its branches as name, category, number of members. Made up, like everything here.
TOWNS: dict[str, str] = {
    "柳河镇": "柳河社区 社区 43,河西村 村 39,河东村 村 35,石桥村 村 24,双井村 村 39,槐树村 村 26,大湾村 村 32,"
    "镇机关 机关 39,柳河中学 学校 19,中心小学 学校 26,卫生院 医院 18,粮站 国有企业 7,农机公司 非公企业 7",
    "青石镇": "青石社区 社区 54,北关村 村 25,南关村 村 30,磨盘村 村 28,上坪村 村 39,下坪村 村 26,镇机关 机关 42,"
    "青石中学 学校 22,卫生院 医院 12,水泥公司 非公企业 15,供销社 国有企业 18",
    "白塔镇": "白塔社区 社区 64,塔前村 村 36,塔后村 村 29,杨家村 村 37,李庄村 村 35,新民村 村 36,红旗村 村 23,"
    "镇机关 机关 39,白塔中学 学校 18,中心小学 学校 23,卫生院 医院 17,信用社 国有企业 26",
    "南湾镇": "南湾社区 社区 49,湾里村 村 38,渔港村 村 23,沙洲村 村 38,北堤村 村 41,镇机关 机关 40,南湾中学 学校 29,"
    "卫生院 医院 16,水产公司 非公企业 13,船舶修造厂 非公企业 21",
    "云岭镇": "云岭社区 社区 47,岭上村 村 42,岭下村 村 24,茶山村 村 37,竹溪村 村 38,镇机关 机关 35,云岭学校 学校 22,"
    "卫生院 医院 13,云岭茶场 国有企业 17",
    "桃溪镇": "桃溪社区 社区 58,桃园村 村 35,溪口村 村 25,东坡村 村 25,西坡村 村 41,镇机关 机关 43,桃溪中学 学校 22,"
    "卫生院 医院 15,果品合作社 非公企业 17",
}

Branch = tuple[str, str, int]


def branches(town: str) -> list[Branch]:
    """The branches of a town: name, category, number of members."""
    found = [entry.split() for entry in TOWNS[town].split(",")]
    return [(name, category, int(people)) for name, category, people in found]


def mass_organisations() -> list[tuple[str, str, str | None]]:
    """Union, youth league and women's federation of the city and of each town: name, kind, town."""
    kinds = (("总工会", "union"), ("共青团", "youth"), ("妇女联合会", "women"))
    city: list[tuple[str, str, str | None]] = [(f"{CITY}{name}", kind, None) for name, kind in kinds]
    towns: list[tuple[str, str, str | None]] = [
        (f"{town}{name}", kind, town) for town in TOWNS for name, kind in kinds
    ]
    return city + towns
