"""A paper that leaves as PDF is the same paper, as the machine's LibreOffice prints it."""

from io import BytesIO

import pytest
from pdfminer.high_level import extract_text

from zhengyou.core.papers import to_pdf_or_docx
from zhengyou.core.papers.tests import specimens

pytestmark = pytest.mark.papers


def test_a_paper_is_printed_with_its_words():
    content, ending = to_pdf_or_docx(specimens.circular())

    assert (content[:5], ending) == (b"%PDF-", "pdf")
    words = "".join(extract_text(BytesIO(content)).split())
    assert "学习情况" in words
