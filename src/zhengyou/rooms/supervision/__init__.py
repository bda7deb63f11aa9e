"""督导 — groups see for themselves: whom they are assigned to, what they found, and whether it was put right.

Source: source 003, 派出了三个督导组；选取两至三个基础较好、工作较扎实的单位；督导组派人参加转段分析会；督查清单
(M05–M07, M113, M304–M307, M313, M314).

    facts      SupervisionGroup 督导组, GroupMember 督导组成员, Assignment 督导分工, FocusUnit 重点单位,
               CheckLine 督查清单, SupervisionVisit 督导, Checked 查看结果, Finding 督导发现,
               FindingAnswer 整改答复, Recheck 复查, Presence 上级到会
    measures   supervision_visits 督导次数, findings 督导发现数, findings_due 应整改发现数,
               findings_put_right 已整改发现数, findings_in_time 按期整改发现数, findings_overdue 超期未整改发现数,
               put_right_share 发现整改率
    rules      findings_settled 督导发现整改到位
    actions    form_group, join_group, leave_group, assign_group, end_assignment, choose_focus, give_up_focus,
               list_check, start_visit, check_item, finish_visit, record_finding, answer_finding, recheck_finding,
               record_presence
    pages      mine 我督导的, place 一个单位, visit 督导, finding 督导发现, findings 督导发现, groups 督导组

What somebody may see and do below is a grant of the engine, as for everybody; a group says who of those goes where,
and only its members record there. Groups do not look for what the house knows: it stands beside the check-list.
Closed is not fixed: an answer does not settle a finding, a recheck on the spot does.
"""
