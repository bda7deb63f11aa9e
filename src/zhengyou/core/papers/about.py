"""余与多 — a count as papers round it: down, and saying that there are some more (S04–S07, S25).

“1240余人次”, “150多万元”, “400多个”: a paper that says 余 or 多 never says more than there was.
"""

WAN = 10_000


def about(number: int, unit: str, step: int, word: str = "余") -> str:
    """A count in steps: ``about(1243, "人次", 10)`` is 1240余人次; exact where nothing was rounded off.

    From ten thousand on, where the steps are whole 万, it is said in 万: 150多万元, 1万多名.
    """
    if number < 0 or step < 1:
        raise ValueError(f"{number} cannot be rounded down in steps of {step}")
    down = number - number % step
    more = word if number > down else ""
    if down == 0:
        return f"{number}{unit}"
    if down < WAN or down % WAN:
        return f"{down}{more}{unit}"
    wan = down // WAN
    # 多 stands before 万 after a round ten, and behind it after single ones.
    return f"{wan}{more}万{unit}" if wan % 10 == 0 else f"{wan}万{more}{unit}"
