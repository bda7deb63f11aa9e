"""Two installations played in one database: one hands up a subtree, the other takes it in for a partner."""

import hashlib
import json

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from zhengyou.core.permissions import OPERATOR
from zhengyou.rooms.federation.actions import hand_up
from zhengyou.rooms.federation.queries import told_measure, written


class County:
    """Another installation with a key of its own, whose bundles are written by hand."""

    def __init__(self, code="410000", name="中共东山县委员会", seed=b"county"):
        self.code, self.name, self.number = code, name, 0
        self.signer = Ed25519PrivateKey.from_private_bytes(hashlib.sha256(seed).digest())

    @property
    def key(self):
        return self.signer.public_key().public_bytes_raw().hex()

    def content(self, values, *, since=None, until="2010-06-30", told=None, **changed):
        """A bundle of totals; ``told`` overrides how measures are told, ``changed`` any field."""
        self.number += 1
        told = told or {}
        return {
            "format": "zhengyou-sums/1",
            "from": {"code": self.code, "name": self.name},
            "number": self.number,
            "made_at": "2010-06-29T09:00:00+08:00",
            "taken_at": "2010-06-29T08:00:00+08:00",
            "window": {"since": since, "until": until},
            "measures": {n: told.get(n) or told_measure(n) for n in values},
            "sums": [
                {"organisation": self.code, "name": self.name, "depth": 0, "measure": n, "value": v}
                for n, v in values.items()
            ],
            **changed,
        }

    def sent(self, values, **given):
        return self.signed(self.content(values, **given))

    def signed(self, content):
        text = content if isinstance(content, str) else written(content)
        signature = self.signer.sign(text.encode()).hex()
        return json.dumps({"bundle": text, "signature": signature, "key": self.key})


def bundle_in(text):
    return json.loads(json.loads(text)["bundle"])


def handed_up(under, *measures, **given):
    return hand_up(OPERATOR, under, measures=list(measures), **given)
