"""简报与文书 — papers made from facts: nobody writes a report on what the system knows.

Source: M425–M453 (circulars, bulletins, ledgers); BOUNDARIES 15.

    facts      Circular 通报, CircularLine 通报内容, CircularSubmission 送审, CircularDecision 签发
    actions    draft_circular, word_circular, word_line, submit_circular, decide_circular
    papers     progress_circular 进展情况通报, lacking_ledger 欠缺台账, supervision_circular 督导情况通报,
               results_circular 表扬批评通报
    files      write_papers — 通报.docx and 台账.xlsx into a folder
    pages      papers 简报与文书, circulars 通报

Praise, criticism and the bands of an appraisal are drafted from results and go out only when a leader signs them.
Criticism names organisations and posts, bands organisations alone, neither a member; who lags is named only with its
way out: what to do, by when, with whom.
"""
