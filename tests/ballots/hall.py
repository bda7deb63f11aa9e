"""A hall of phones at one process, to be killed in the middle: it says each code once its ballot is acknowledged.

``python -m tests.ballots.hall DATABASE BOX < lines of "code answers…"``
"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import django
from django.conf import settings

PHONES = 16


def main(name: str, box_id: int) -> None:
    settings.DATABASES["default"]["NAME"] = name
    django.setup()
    from zhengyou.rooms.ratings.actions import Paper, hand_in
    from zhengyou.rooms.ratings.models import Box

    box = Box.objects.select_related("subject__round").get(pk=box_id)

    def rate(line: str) -> None:
        code, *answers = line.split()
        hand_in(Paper(box, code, answers))
        os.write(1, f"{code}\n".encode())  # one write, so that no half of a line is ever told

    with ThreadPoolExecutor(PHONES) as phones:
        list(phones.map(rate, sys.stdin.read().splitlines()))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
