"""组织覆盖 — which units have the people for a branch, a union, a league, a women's organisation, and have none.

Source: source 000, 001, 004d (M22 组织覆盖与空白点: 消除群团工作空白点). A unit is an enterprise, a village, a social
organisation: a body with a name and numbers of people, never a resident and never a list of people.

    facts      Unit 单位, Headcount 单位人数, Cover 覆盖, Deadline 补建期限, Standard 建组织人数
    measures   units_to_cover 应覆盖数, units_covered 已覆盖数, coverage_gaps 空白点数, a share for every line
    rules      no_gaps 消除空白点
    imports    the register of units 单位名册 as offices keep it
    papers     gaps_ledger 空白点台账
    pages      coverage 组织覆盖, register 导入名册, unit 单位
"""
