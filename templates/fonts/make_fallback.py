"""Makes TsunagiFallback-Regular.ttf: the characters that BIZ UDPGothic lacks, with TrueType outlines.

Usage: python3 make_fallback.py NotoSansCJK-Regular.ttc BIZUDPGothic-Regular.ttf TsunagiFallback-Regular.ttf
Needs fonttools 4.38 or later.
"""

import subprocess
import sys
import tempfile

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

SIDE = 1000  # units per em of the source


def encodable(encoding, code_point):
    try:
        return chr(code_point).encode(encoding)
    except UnicodeEncodeError:
        return None


def wanted(code_point, main):
    """Whole words and punctuation are set in one font, so what surrounds a rare character is wanted too."""
    if code_point < 0x250 or 0x2B0 <= code_point < 0x300 or 0x370 <= code_point < 0x530:
        return True  # Latin (with Vietnamese below), Greek, Cyrillic, modifier letters
    if 0x1E00 <= code_point < 0x1F00 or 0x2010 <= code_point < 0x2030:
        return True
    if 0x3000 <= code_point < 0x3100 or 0xFF01 <= code_point < 0xFF65:
        return True  # punctuation and kana beside which no line may break
    if code_point in main:
        return False
    if 0x4E00 <= code_point < 0xA000:
        if encodable("gb2312", code_point):
            return True
        big5 = encodable("big5", code_point)
        return big5 is not None and big5[0] <= 0xC6  # level 1: the characters in daily use
    if 0xAC00 <= code_point < 0xD7A4:
        korean = encodable("euc_kr", code_point)
        return korean is not None and len(korean) == 2  # the syllables in daily use
    return 0x20000 <= code_point < 0x30000 or 0xF900 <= code_point < 0xFB00


def box(pen, ticked):
    """U+2610 and U+2611, drawn here because neither source has them."""

    def ring(points):
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()

    ring([(90, -30), (90, 790), (910, 790), (910, -30)])
    ring([(150, 30), (850, 30), (850, 730), (150, 730)])
    if ticked:
        ring([(230, 400), (310, 470), (450, 290), (700, 680), (790, 620), (460, 120)])


def main(source, main_font, target):
    main_cmap = TTFont(main_font).getBestCmap()
    code_points = TTFont(source, fontNumber=0).getBestCmap()
    chosen = [c for c in code_points if wanted(c, main_cmap)]
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listing, tempfile.NamedTemporaryFile(suffix=".otf") as cff:
        listing.write("\n".join(f"{c:04X}" for c in chosen))
        listing.flush()
        subprocess.run(
            ["pyftsubset", source, "--font-number=0", f"--unicodes-file={listing.name}", f"--output-file={cff.name}",
             "--layout-features=", "--drop-tables+=BASE,GDEF,GPOS,GSUB,VORG,vhea,vmtx", "--name-IDs=0,13,14",
             "--no-hinting", "--desubroutinize", "--notdef-outline"],
            check=True)
        font = TTFont(cff.name)
        outlines(font)
    keep_line_height(font, TTFont(main_font))
    rename(font)
    font.save(target)


def outlines(font):
    """Cubic outlines become quadratic ones, within one thousandth of the em."""
    glyphs = {}
    source = font.getGlyphSet()
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        source[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    order = font.getGlyphOrder()
    for code_point, name, ticked in ((0x2610, "ballotbox", False), (0x2611, "ballotboxcheck", True)):
        pen = TTGlyphPen(None)
        box(pen, ticked)
        glyphs[name] = pen.glyph()
        order = order + [name]
        font["hmtx"].metrics[name] = (SIDE, 90)
        for table in font["cmap"].tables:
            if table.format in (4, 12):
                table.cmap[code_point] = name
    del font["CFF "]
    font.sfntVersion = "\x00\x01\x00\x00"
    font.setGlyphOrder(order)
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    font["loca"] = newTable("loca")
    for name, glyph in glyphs.items():
        glyph.recalcBounds(glyf)
        if glyph.numberOfContours:
            font["hmtx"].metrics[name] = (font["hmtx"].metrics[name][0], glyph.xMin)
    font["maxp"] = maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints", "maxContours",
                  "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    font["head"].glyphDataFormat = 0


def keep_line_height(font, main):
    """A line is as high with a rare character as without."""
    scale = SIDE / main["head"].unitsPerEm
    for table, fields in (("hhea", ("ascent", "descent", "lineGap")),
                          ("OS/2", ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"))):
        for field in fields:
            setattr(font[table], field, round(getattr(main[table], field) * scale))


def rename(font):
    """The licence reserves the sources' names, so the subset has one of its own."""
    for name_id, text in ((1, "Tsunagi Fallback"), (2, "Regular"), (3, "Tsunagi Fallback 1"),
                          (4, "Tsunagi Fallback Regular"), (5, "Version 1.0"), (6, "TsunagiFallback-Regular")):
        font["name"].setName(text, name_id, 3, 1, 0x409)


if __name__ == "__main__":
    main(*sys.argv[1:])
