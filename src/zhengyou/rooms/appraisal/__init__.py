"""考评 — a scheme is laid down, worked out from facts and ballots, and opened down to them.

Source: “要采取下级测评、同级互评、上级考评的方式” (M349–M352), “接下来的点评、考评、表彰都要围绕承诺来进行” (M211),
考核组 (M380), bonus points and self-scores (M379, M442), “既要抓先进，也要带中间，更要帮后进” (M361), 后进整顿 (M291).
No source gives weights: they are the scheme's.

    facts      Scheme 考评办法, Criterion 考评指标, Clause 加减分条款; what people found: Check 核查评分, Mark 加减分,
               Retraction 撤销; what an organisation says: Claim 自评分, DutyReport 述职, Dispute 考评异议;
               what it is told: Reply 答复, Remedy 整顿措施, Recheck 整顿复查
    actions    draft_scheme 起草, settle_scheme 印发草案, drop_scheme 撤下, issue_scheme 印发考评办法, check_criterion
               核查评分, give_mark 登记加减分, retract_mark 撤销加减分, claim_points 填自评分, report_duty 述职,
               dispute_score 提出考评异议, reply_to_dispute 答复考评异议, plan_remedy 定整顿措施, recheck_remedy 复查整顿
    queries    scoring: points, bonus, deductions, vetoes and tiers from what was reached; means: weights and trimmed
               means; packs: a criteria set as a scheme; trying: a scheme on the last period; score_of, scores_of
    pages      scores 考评, score 得分单, scheme 考评办法, new 印发考评办法, draft 考评草案

A score is never stored: it is worked out whenever it is looked at, with exact fractions, and rounded once,
for the eye. Only outcome measures, ratings and what an appraisal team saw give points; study, attendance and traces
are refused (BOUNDARIES 12). Organisations are put into bands, each class apart, and into an order only where the pack
has an honour of which there are only so many. A score informs people who decide.
"""
