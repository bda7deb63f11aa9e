"""How much there is of everything at each size; a part of a size is that part of everything."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Size:
    """How much there is of everything, and how long one way may take once."""

    name: str
    organisations: int
    members: int
    attendances: int
    rows: int  # of a roster, of a ledger
    ballots: int
    characters: int  # of a speech
    limit: float  # seconds
    rounds: int = 5
    calls: int = 200  # of a page
    parts: tuple[int, ...] = (4, 2, 1)  # a quarter, a half and the whole: three sizes show growth

    def part(self, of: int) -> "Size":
        """One of so many parts of everything."""
        return replace(
            self,
            organisations=self.organisations // of,
            members=self.members // of,
            attendances=self.attendances // of,
            rows=self.rows // of,
            ballots=self.ballots // of,
            characters=self.characters // of,
        )


SIZES = {
    "tiny": Size("tiny", 120, 800, 8_000, 80, 16, 4_000, 20, rounds=1, calls=4, parts=(2, 1)),
    "small": Size("small", 3_000, 30_000, 300_000, 6_000, 800, 45_000, 10),
    "full": Size("full", 30_000, 300_000, 3_000_000, 200_000, 2_000, 180_000, 300),
    "province": Size("province", 250_000, 5_000_000, 40_000_000, 200_000, 10_000, 180_000, 600),
}
