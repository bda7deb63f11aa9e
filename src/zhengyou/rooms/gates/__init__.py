"""转段 — the look-back before a stage's end, the application, the inspection and the decision.

Source: source 003, 要认真落实…“回头看”…各支部要召开“转段分析会”…报送转入下一阶段的申请…检查合格的，同意转入下一阶段，
不合格的督促进行“补课”，直到合格后再转入下一阶段 (M110–M119). Each organisation passes at its own pace: time
yields to quality, and no date passes anybody by itself.

    facts      Gate 转段关口, LookBackItem 回头看项目, Answer 回头看答复, Application 转段申请,
               InspectionSample 转段抽样, Inspection 转段检查, Decision 转段决定
    measures   gates_due 应转段数, passages 已转段数, make_ups 补课决定数
    rules      passed_gate 按质转段
    actions    open_gate, answer_item, apply_for_gate, inspect_application, decide_passage
    pages      board 转段看板, look_back 回头看, application 申请与决定

What self-ticking items lack, or a question without an answer, keeps an organisation from applying and the
office from letting it pass. An honest “no”, with words, does neither: it goes with the application to those
who inspect. After a redo, answers and transition meetings from before no longer count; measured facts stand,
and false ones are corrected where they were entered. No gate asks for an organisation's own plan.
"""
