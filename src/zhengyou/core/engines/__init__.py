"""引擎 — where figures are worked out: live on the installation's database, or on its columnar snapshot.

All answer the same composed query; they differ in where ``org`` and the facts ``f_…`` come from.
"""

from zhengyou.core.engines.composing import Engine
from zhengyou.core.engines.live import Live
from zhengyou.core.engines.snapshot import Snapshot

__all__ = ["Engine", "Live", "Snapshot"]
