"""进展情况通报 — what an office sends round: figures first, then what is lacking, then what is asked."""

from collections.abc import Iterator

from zhengyou.core.papers import (
    Addressee,
    Block,
    Cell,
    Colophon,
    Heading,
    Letterhead,
    Share,
    Signature,
    Table,
    date_zh,
    paper,
)
from zhengyou.rooms.bulletins.papers.names import (
    addressees_of,
    copies_of,
    kinds_of,
    mark_of,
    number_of,
    office_of,
    word_for,
)
from zhengyou.rooms.bulletins.queries import Item, Line, State, lacking, named

FEW = 12  # so many places are named in a sentence; more are left to the ledger
Part = Block | str


@paper(kind="circular")
def progress_circular(state: State, number: str = "") -> Iterator[Part]:
    """进展情况通报 — how far everybody is with each requirement, what is lacking where, and what is to be done."""
    office = office_of(state.top, state.campaign.name)
    yield Letterhead(mark_of(state), number or number_of(state))
    yield f"关于{state.campaign.name}进展情况的通报"
    yield Addressee(addressees_of(state))
    yield _opening(state)
    yield from _overall(state)
    yield from _by_part(state)
    yield from _lacking(state)
    yield from _asked(state)
    yield Signature(office, state.on, sealed=True)
    yield Colophon(printed_by=office, printed_on=state.on, copies=copies_of(state))


def _branch(state: State) -> str:
    return word_for(state.campaign, "branch", "党支部")


def _member(state: State) -> str:
    return word_for(state.campaign, "member", "党员")


def _opening(state: State) -> str:
    campaign = state.campaign
    number = f"（{campaign.number}）" if campaign.number else ""
    ground = f"《{campaign.notice.title}》{number}" if campaign.notice else f"{campaign.name}部署"
    return f"根据{ground}要求，现将截至{date_zh(state.on)}的进展情况通报如下。"


def _overall(state: State) -> Iterator[Part]:
    yield Heading(1, "总体情况")
    parts = [line.organisation for line in state.parts if line.organisation.kind != "branch"]
    counted = "".join(f"{sum(kinds_of([o]) == [kind] for o in parts)}个{kind}、" for kind in kinds_of(parts))
    yield (
        f"{state.campaign.name}涉及{counted}{len(state.branches)}个{_branch(state)}、{state.whole.people}名{_member(state)}，"
        f"共提出要求{len(state.asked)}项，{_how_many_met(len(state.asked), len(state.open_items(state.whole)))}。"
    )
    for item in state.items(state.whole):
        yield Heading(2, f"{item.name}。", f"要求：{item.requirement.asks}。{_figures(item)}")


def _how_many_met(asked: int, still: int) -> str:
    if not still:
        return "均已全部达到"
    return f"其中{asked - still}项已全部达到，{still}项尚未全部达到" if still < asked else "均尚未全部达到"


def _figures(item: Item) -> str:
    found, unit = item.found, item.unit
    if not found.due:
        return "截至目前没有应达到的。"
    share = Share(found.met, found.due).percent
    rest = f"尚差{found.lacking}{unit}" if found.lacking else "全部达到"
    return f"应达到{found.due}{unit}，已达到{found.met}{unit}，占{share}，{rest}。"


def _by_part(state: State) -> Iterator[Part]:
    if not state.parts or not state.asked:
        return
    yield Heading(1, "各单位情况")
    yield "各单位达到要求的情况见下表，斜线前为已达到数，斜线后为应达到数。"
    lines = [(named(line.organisation, state.top), line) for line in state.parts]
    rest = state.rest()
    lines += [(f"{state.top.short_name}本级", rest)] if rest else []
    rows = [_row(state, name, line) for name, line in [*lines, ("合计", state.whole)]]
    yield Table(["单位", _member(state), *(r.name for r in state.asked)], rows, caption="各单位达到要求情况")


def _row(state: State, name: str, line: Line) -> list[Cell]:
    found = (item.found for item in state.items(line))
    return [name, line.people, *(Share(f.met, f.due) if f.due else None for f in found)]


def _lacking(state: State) -> Iterator[Part]:
    yield Heading(1, "尚需补齐的事项")
    open_items = state.open_items(state.whole)
    if not open_items:
        yield "各项要求均已达到，没有需要补齐的事项。"
    for item in open_items:
        yield Heading(2, f"{item.name}。", _where(state, item))


def _where(state: State, item: Item) -> str:
    """Where it is lacking, in the tree's order: this is a list of what to do, not a ranking."""
    total = f"尚差{item.found.lacking}{item.unit}"
    branches = [line for line in state.branches if lacking(line, item)]
    told = branches if len(branches) <= FEW else [line for line in state.parts if lacking(line, item)]
    if not 0 < len(told) <= FEW:
        return f"{total}，涉及{len(branches)}个{_branch(state)}，详见台账。"
    places = "、".join(
        f"{named(line.organisation, state.top)}{lacking(line, item)}{item.unit}" for line in told
    )
    over = "" if told is branches else f"，涉及{len(branches)}个{_branch(state)}"
    return f"{total}{over}：{places}。"


def _asked(state: State) -> Iterator[Part]:
    """What is asked follows from what the house does: nothing is reported that is recorded anyway."""
    yield Heading(1, "下一步要求")
    ledger = f"《{state.campaign.name}要求进展台账》"
    branch = word_for(state.campaign, "branch", "支部")
    if state.open_items(state.whole):
        yield Heading(
            2,
            "逐项补齐。",
            f"各单位要对照{ledger}，把尚未达到的事项落实到{branch}、到人、到件，补一项、记一项。",
        )
        yield Heading(
            2,
            "保证质量。",
            "时间服从质量。已过期限的照样要补，按实际完成的日期登记，不突击凑数，不代补代签。",
        )
    yield Heading(
        2,
        "减轻负担。",
        f"本通报数据由各{branch}的日常记录汇总。各单位做好日常记录即可，不另行填表，不报送总结材料。",
    )
