"""Everything that can be asked about appraisal."""

from zhengyou.rooms.appraisal.queries.scoring import Bands, Line, Score, rounded

__all__ = ["Bands", "Line", "Score", "rounded"]
