"""Remakes the two font files of this folder; README.md says from what.

usage: make.py FOLDER_OF_NOTO_CJK   (needs fonttools; the folder holds NotoSansCJK-Regular.ttc and -Bold.ttc)
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
SC_FACE = 2  # JP, KR, SC, TC, HK: the order inside the collection

# Blocks beside the Chinese characters; what the face lacks inside them is passed over.
BLOCKS = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x02B0, 0x02FF), (0x0391, 0x03C9),  # Latin with pinyin tones, Greek
    (0x2000, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x218F),  # punctuation, currency, letter-like, number forms
    (0x2190, 0x22FF), (0x2460, 0x24FF),  # arrows, mathematics, enclosed numbers
    (0x2500, 0x2606), (0x2611, 0x2612), (0x2713, 0x2717), (0x2776, 0x277F),  # boxes, geometric marks, ticks
    (0x3000, 0x303F), (0x3220, 0x3229), (0x3300, 0x33FF), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),  # CJK, full width
]
# The face has no small triangle; the pointer of places ("file ▸ sheet ▸ cell") borrows the glyph of ▶.
BORROWED = {0x25B8: 0x25B6}


def characters():
    table = (HERE / "tongyong-8105.txt").read_text(encoding="utf-8").replace("\n", "")
    assert len(table) == 8105 and len(set(table)) == 8105
    gb2312 = set()
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            gb2312.update(bytes([row, cell]).decode("gb2312", "ignore"))
    wanted = {ord(c) for c in table} | {ord(c) for c in gb2312}
    for first, last in BLOCKS:
        wanted.update(range(first, last + 1))
    return wanted


def make(source, target):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.name_languages = [0x409]
    options.font_number = SC_FACE
    font = subset.load_font(str(source), options)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, lender in BORROWED.items():
                if code not in table.cmap and lender in table.cmap:
                    table.cmap[code] = table.cmap[lender]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters())
    subsetter.subset(font)
    subset.save_font(font, str(target), options)
    cmap = TTFont(target).getBestCmap()
    print(target.name, target.stat().st_size, "bytes,", len(cmap), "characters")


for weight in ("Regular", "Bold"):
    make(Path(sys.argv[1]) / f"NotoSansCJK-{weight}.ttc", HERE / f"NotoSansSC-{weight}.otf")
