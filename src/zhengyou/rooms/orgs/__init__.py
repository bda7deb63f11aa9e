"""组织与人员 — the tree of organisations, the people in it, their memberships, posts and places.

Source: source 000–004, the register of organisations and the roster of members (MECHANISMS 1–10).

    facts      Person 人员, Membership 组织关系, Post 职务, Place 阵地, PlaceUse 共用阵地 (the tree itself is the engine's)
    measures   members 党员人数 and who they are, branches 支部数 and how they are set up, places 阵地数 and whose
    imports    the roster workbook 花名册 as offices keep it
    pages      branch members 支部党员, structure 结构, places 阵地, import 导入
"""
