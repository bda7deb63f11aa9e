"""PDF files of a few lines: enough of the format to test what is read out of one."""

import zlib

SIZE, LEFT, TOP, STEP = 16, 80, 740, 28
WIDTH, HEIGHT = 595, 842
FULL = 27  # letters of a line that reaches the margin


def text_pdf(*pages, before=(), after="- {} -", size=SIZE):
    """Pages of lines, each broken where the printer broke it; a line begins with one full-width blank a letter of indent."""
    return written([_page(lines, number, before, after, size) for number, lines in enumerate(pages, start=1)])


def broken(paragraph, indent=2):
    """A paragraph as a printer sets it: indented, and broken every so many letters."""
    text = "　" * indent + paragraph
    return [text[place : place + FULL] for place in range(0, len(text), FULL)]


def _page(lines, number, before, after, size):
    shown = [_shown(LEFT, HEIGHT - 40, 10, line.format(number)) for line in before]
    for place, line in enumerate(lines):
        words = line.lstrip("　")
        shown.append(_shown(LEFT + size * (len(line) - len(words)), TOP - STEP * place, size, words))
    if after:
        shown.append(_shown(WIDTH / 2 - 10, 40, 10, after.format(number)))
    return "\n".join(shown).encode("ascii")


def _shown(x, y, size, words):
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET"


def scanned_pdf(pages=2):
    """Pages that are pictures, with the stamp of the program that took them."""
    picture = b"/Im Do\n" + _shown(400, 20, 8, "扫描全能王").encode("ascii")
    return written([picture] * pages)


def locked_pdf():
    """A PDF that asks for a password."""
    lock = (
        f"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{'ab' * 32}> /U <{'cd' * 32}> >>"
        f" /ID [<{'01' * 16}> <{'01' * 16}>]"
    )
    return written([_page(["各支部要上报材料。"], 1, (), "", SIZE)], trailer=lock)


def bomb_pdf(unfolded=1_600_000_000):
    """A few kilobytes that unfold into more than a machine should give a notice."""
    packer, pieces = zlib.compressobj(1), []
    for _ in range(unfolded // 10_000_000):
        pieces.append(packer.compress(bytes(10_000_000)))
    inner = b"".join([*pieces, packer.flush()])
    return written([zlib.compress(inner)], filters="/Filter [/FlateDecode /FlateDecode]")


def written(contents, filters="", trailer=""):
    """The file of these page contents."""
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
        b" /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120"
        b" /FontBBox [0 -120 1000 880] /ItalicAngle 0 /StemV 80 /CapHeight 880 >> >>",
        _stream(
            b"\x80",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        ),
    ]
    for place, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {7 + 2 * place} 0 R"
            " /Resources << /Font << /F 3 0 R >> /XObject << /Im 5 0 R >> >> >>".encode()
        )
        objects.append(_stream(content, filters))
    return _file(objects, trailer)


def _stream(content, words=""):
    return f"<< /Length {len(content)} {words} >>\nstream\n".encode() + content + b"\nendstream"


def _file(objects, trailer):
    out, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()
