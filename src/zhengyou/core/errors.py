"""拒绝 — the one error that is shown to the person who acted."""

from zhengyou.core.refusals import as_read


class Refused(Exception):
    """不予办理 — a deed that makes no sense now; the message says why and what to do."""

    def __str__(self) -> str:
        return as_read(super().__str__())


class Overtaken(Refused):
    """别处已改 — what the person who acted had seen has been changed by somebody else since; nothing is overwritten."""
