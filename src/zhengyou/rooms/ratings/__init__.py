"""测评 — organisations are rated from below, by peers, from above and by the public, and nobody learns by whom.

Source: source 004d, 要采取下级测评、同级互评、上级考评的方式; source 000, 群众评议 (M349–M352, M416, M482).

    facts      Round 测评, Subject 测评对象, Box 票箱, Issue 发码, Drawing 领码, Token 评议码, Ballot 测评票,
               Receipt 回执, SelfRating 自评, Closing 开箱
    actions    open_round 开展测评, issue_tokens 发评议码, draw_code 领评议码, cast_ballots 投票,
               rate_self 登记自评, close_round 开箱计票
    pages      rounds 测评, round, slips 评议码纸条, result 测评结果; for everybody: rate 凭码评一评,
               rate_by_link 公开评议, receipts 查回执

A ballot has no author, no moment and no place in an order, not even for whoever holds the whole database:
docs/decisions/0004-ballots-without-authors.md. There are no measures of ballots on purpose: a measure adds up
whatever it is asked for, while results fold groups that are too small to be shown apart.
"""
