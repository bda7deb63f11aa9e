"""How a code is written: ten signs that are told apart on paper, the last of which checks the others.

The alphabet is prime in number and the weights differ, so every single wrong sign and every two signs
that changed places are noticed before anybody is told that a code is unknown.
"""

import secrets
import unicodedata

from zhengyou.core.secrets import keyed_digest

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 O, 1 I L
LENGTH = 10
GUESSES = len(ALPHABET) ** (LENGTH - 1)  # as many codes there may be


def fresh_code() -> str:
    """A new code of 44 random bits: a million live codes leave a guess one chance in 26 million."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return signs + _check(signs)


def _check(signs: str) -> str:
    return ALPHABET[sum(n * ALPHABET.index(s) for n, s in enumerate(signs, start=1)) % len(ALPHABET)]


def read_code(typed: str) -> str | None:
    """The code somebody typed, whatever its case, width and gaps; nothing where it is mistyped."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    signs = "".join(s for s in plain if s not in " -\t\u2013\u2014\u2212·")
    if len(signs) != LENGTH or set(signs) - set(ALPHABET):
        return None
    return signs if _check(signs[:-1]) == signs[-1] else None


def written(code: str) -> str:
    """A code as it stands on paper: ABCDE-FGHJK."""
    return f"{code[:5]}-{code[5:]}"


def digest_of(code: str) -> str:
    """The keyed digest by which a code is known; the code itself is never stored."""
    return keyed_digest(f"rating code {code}")


def receipt_written(number: int) -> str:
    """A receipt as it stands on the screen and in the list: 4821-0093-7715."""
    digits = f"{number:012d}"
    return "-".join(digits[n : n + 4] for n in (0, 4, 8))


def read_receipt(typed: str) -> int | None:
    """The receipt somebody typed, whatever its width and gaps; nothing where it cannot be one."""
    digits = "".join(s for s in unicodedata.normalize("NFKC", typed) if s not in " -\t\u2013\u2014\u2212·")
    return int(digits) if len(digits) == 12 and digits.isdecimal() and digits.isascii() else None
