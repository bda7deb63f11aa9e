"""Facts about passing from stage to stage; where an organisation stands is worked out from them."""

from zhengyou.rooms.gates.models.gates import Answer, Gate, LookBackItem, Party
from zhengyou.rooms.gates.models.passing import Application, Decision, Inspection, InspectionSample

__all__ = [
    "Answer",
    "Application",
    "Decision",
    "Gate",
    "Inspection",
    "LookBackItem",
    "Party",
    "InspectionSample",
]
