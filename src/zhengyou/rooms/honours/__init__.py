"""表彰 — kinds are laid down with their authority; nominated below, recommended level by level, posted, decided by people.

Source: 评选表彰, 先进基层党组织、优秀共产党员、优秀党务工作者, 分批分层进行表彰, 荣誉称号登记 (M353–M362, M421);
“接下来的点评、考评、表彰都要围绕承诺来进行” (M211); 《评比达标表彰活动管理办法》《创建示范活动管理办法（试行）》 for authority.

    facts      HonourKind 荣誉种类, HonourBatch 表彰批次, Seat 名额, Nomination 推荐, NominationConsent 本人意见,
               Judgement 条件核实, Recommendation 逐级意见, HonourPosting 表彰公示, Posted 公示对象, Objection 表彰异议,
               ObjectionAnswer 异议答复, HonourDecision 表彰决定, Honour 荣誉, Revocation 撤销荣誉, Exemplar 典型,
               PublicVote 群众评选
    measures   honours_held 现有荣誉数, honours_revoked 撤销荣誉数
    actions    lay_down_honour, open_batch, nominate, give_consent, judge_condition, recommend_nomination,
               hold_public_vote, post_nominations, object_to_nomination, answer_objection, decide_honour,
               revoke_honour, name_exemplar, end_exemplar
    queries    authority: who may give what; quotas; conditions in words; the register
    papers     honour_certificate 荣誉证书; badge: Open Badges 3.0 as a signed VC-JWT, with a status list
    pages      honours 表彰, batch 表彰批次, nomination 推荐; for everybody: register 荣誉册, honour 一项荣誉, posting 表彰公示

Nothing follows from a number: conditions that figures can tell are told in words, the rest is judged by people, and a
leader decides. The public may vote by token on units, never on people: the votes stand beside the decision. People are
nominated and named only while they consent; nobody is ranked, and an honour gives no points.
"""
