"""启用 — the first hour of an installation: claimed with a code, led step by step, or tried with a sample first.

facts      SampleTown 示例 (that everything here is made up, and what its accounts sign in with)
actions    begin_installation 启用系统, begin_sample 放入示例, remove_sample 清除示例
pages      begin 启用, guide 开始使用, sample 示例, words 词汇, and the tour over real pages
"""
