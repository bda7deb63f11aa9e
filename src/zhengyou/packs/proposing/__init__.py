"""提议 — what was read in a notice laid before an office: what each item would become, how sure that is, and why.

``propose`` gives one proposal for each item, ``contradictions`` names what does not go together, ``pack_of`` makes a
pack of the proposals that were accepted. All of it is data and plain Python: no installation is asked anything.
"""

from zhengyou.packs.proposing.clashes import contradictions
from zhengyou.packs.proposing.model import Becomes, Contradiction, Proposal
from zhengyou.packs.proposing.packing import from_draft, pack_of
from zhengyou.packs.proposing.proposals import propose
from zhengyou.packs.proposing.words.table import matches

__all__ = [
    "Becomes",
    "Contradiction",
    "Proposal",
    "contradictions",
    "from_draft",
    "matches",
    "pack_of",
    "propose",
]
