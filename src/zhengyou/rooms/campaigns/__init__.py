"""活动 — notices, campaigns, their stages and requirements, and each organisation's own plan.

Source: source 000, 003, 004: stages, requirements by category, plans adapted level by level (M71–M93).

    facts      Notice 文件, Campaign 活动, Stage 阶段, Requirement 要求, Plan 本单位方案
    actions    draft_campaign 起草方案, issue_campaign 印发方案, adopt_plan 照此执行, add_requirement 增加要求
    pages      overview 全局, matrix 要求, branch 本周, draft 文件与方案
"""
