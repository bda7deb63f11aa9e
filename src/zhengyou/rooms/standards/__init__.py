"""具体要求 — what being good means for those concerned: proposed by category, commented on, settled as a standard.

Source: source 003: 开展新时期保持共产党员先进性具体要求的大讨论 (M88–M90); 000, 004a: 分类指导 (M86).

    facts      Debate 具体要求讨论, Proposal 提法, Opinion 意见, AgreedStandard 具体要求, StandardLine 具体要求条目
    actions    open_debate 发起讨论, propose_line 提出提法, give_opinion 发表意见, adopt_standard 定下具体要求
    pages      debates 具体要求, debate 讨论
"""
