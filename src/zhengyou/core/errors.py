"""拒绝 — the one error that is shown to the person who acted."""


class Refused(Exception):
    """不予办理 — a deed that makes no sense now; the message says why and what to do."""


class Overtaken(Refused):
    """别处已改 — what the person who acted had seen has been changed by somebody else since; nothing is overwritten."""
