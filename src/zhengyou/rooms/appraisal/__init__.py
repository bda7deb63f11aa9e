"""考评 — a scheme is laid down, worked out from facts and ballots, and opened down to them.

Source: “要采取下级测评、同级互评、上级考评的方式” (M349–M352), “接下来的点评、考评、表彰都要围绕承诺来进行” (M211),
bonus points (M379), “既要抓先进，也要带中间，更要帮后进” (M361). No source gives weights: they are the scheme's.

    facts        Scheme 考评办法, Criterion 考评指标, Clause 加减分条款
    actions      issue_scheme
    queries      scoring: points, bonus, deductions, vetoes and tiers from what was reached

A score is never stored: it is worked out whenever it is looked at, with exact fractions, and rounded once,
for the eye. Only outcome measures and ratings give points; study, attendance and traces are refused
(BOUNDARIES 12). Organisations are put into bands, not into an order. A score informs people who decide.
"""
