"""活动 — notices, campaigns, their stages and requirements, what they cost, and how organisations take them up.

Source: source 000, 003, 004: stages, requirements by category, plans adapted level by level (M71–M93, M231).

    facts      Notice 文件, Campaign 活动, Stage 阶段, Requirement 要求, Plan 本单位方案, PlanStage 本单位阶段安排, FiledPlan 报备方案,
               PlanAnswer 方案答复, Approval 超负担批准, Exemption 例外, OrganisationExemption 组织例外, Amendment 要求变更, Closing 活动总结
    measures   exempted 例外人数, exempted_organisations 例外组织数
    actions    draft_campaign 起草方案, approve_burden 批准超负担, issue_campaign 印发方案, adopt_plan 照此执行, adapt_plan 结合实际调整,
               add_requirement 增加要求, file_plan 提交方案, answer_plan 答复方案, grant_exemption 准予例外, end_exemption 结束例外,
               exempt_organisation 准予组织例外, end_organisation_exemption 结束组织例外,
               amend_requirement 变更要求, withdraw_requirement 撤回要求, close_campaign 总结活动
    pages      overview 全局, matrix 要求, week 本周, mine 我的事, preview 印发前看一看, plans 各单位方案, exemptions 例外,
               timeline 进程, reminders 今日提醒, closing 活动总结
    papers     closing_report 活动总结报告, document_template 文书样式, the archive
"""
