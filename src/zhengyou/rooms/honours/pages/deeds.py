"""A deed as a short form above which a refusal stands, with everything typed still in it."""

from functools import partial

from zhengyou.core import pages

answered = partial(pages.answered, template="honours/deed.html")
