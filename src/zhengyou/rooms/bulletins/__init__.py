"""简报与文书 — papers made from facts: nobody writes a report on what the system knows.

Source: M425–M453 (circulars, bulletins, ledgers); BOUNDARIES 15.

    papers     progress_circular 进展情况通报, lacking_ledger 欠缺台账, supervision_circular 督导情况通报
    files      write_papers — 通报.docx and 台账.xlsx into a folder
    pages      papers 简报与文书
"""
