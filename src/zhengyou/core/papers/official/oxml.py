"""文档元素 — the few elements of WordprocessingML that python-docx has no name for.

Word refuses a document whose properties stand in another order than the schema's, so ``put``
finds the right place; a test reads every order back.
"""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd"
    " tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
    " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
    " textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText"
    " vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing"
    " jc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
    " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
}
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def element(tag: str, **attributes: Any) -> Any:
    """元素 — a new element with attributes of the same name space."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def local(node: _Element) -> str:
    """元素名 — the name of an element without its name space."""
    return str(node.tag).rpartition("}")[2]


def put(parent: Any, child: Any) -> Any:
    """放置 — set a property at its place in the order of the schema, instead of an older one."""
    order = ORDERS[local(parent)].split()
    rank = order.index(local(child))
    for older in parent.findall(child.tag):
        parent.remove(older)
    for at, sibling in enumerate(parent):
        if order.index(local(sibling)) > rank:
            parent.insert(at, child)
            return child
    parent.append(child)
    return child


def borders(tag: str, sides: dict[str, tuple[int, int]], colour: str = "000000") -> Any:
    """边线 — borders by side, each as (eighths of a point, points of distance)."""
    frame = element(tag)
    for side in SIDES:
        if side in sides:
            weight, space = sides[side]
            frame.append(element(f"w:{side}", val="single", sz=weight, space=space, color=colour))
    return frame
