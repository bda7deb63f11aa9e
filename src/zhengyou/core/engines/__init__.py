"""引擎 — where figures are worked out: on the installation's database, its columnar snapshot, or a Spark cluster.

All answer the same composed query; they differ in where ``org`` and the facts ``f_…`` come from.
"""

from zhengyou.core.engines.composing import Columns, Engine
from zhengyou.core.engines.live import Live
from zhengyou.core.engines.parquet import write_parquet
from zhengyou.core.engines.snapshot import Snapshot
from zhengyou.core.engines.spark import Spark

__all__ = ["Columns", "Engine", "Live", "Snapshot", "Spark", "write_parquet"]
