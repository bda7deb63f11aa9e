"""数据 — every figure opened: its definition, what it is made of, the rows beneath it, and who says that it is wrong.

Source: “数字要有出处” in the spirit of M392, M422, M453 (no false figures); BOUNDARIES 19.

    facts        Doubt 数据存疑, Clearing 存疑核实
    actions      doubt_figure 提出数据存疑, clear_doubt 核实数据存疑
    queries      opened: a figure with its parts, its children and its age; facts_behind: the rows, within access
    pages        figures 数据, figure 一个数; /api/figures in JSON, CSV, Parquet and workbooks
"""
