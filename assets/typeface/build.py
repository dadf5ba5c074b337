#!/usr/bin/env python3
"""Makes the two fonts of the program from Pretendard: digits of equal width, and only the characters that are needed.

    python3 build.py FOLDER_WITH_PRETENDARD_OTF OUTPUT_FOLDER

Requires fonttools. README.md states source, versions and licence.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "FaaS Lab Sans"
# The semibold weight is the bold of the family: text of 12 to 16 pixels fills up with a heavier one.
STYLES = {"Regular": "Pretendard-Regular.otf", "Bold": "Pretendard-SemiBold.otf"}
RANGES = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin 1, Latin Extended A and B
    (0x02B0, 0x02FF),  # modifier letters
    (0x0370, 0x052F),  # Greek and Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x23FF),  # punctuation, indices, currencies, letters, numbers, arrows, operators, technical
    (0x2460, 0x27BF),  # enclosed numbers, box drawing, blocks, shapes, symbols, dingbats
    (0x3000, 0x303F),  # CJK punctuation
    (0x3131, 0x318E),  # Hangul letters
    (0x3200, 0x33FF),  # enclosed letters, units
    (0xFF00, 0xFFEF),  # full-width forms
    (0xFFFD, 0xFFFD),
]
# The 2,350 Hangul syllables of KS X 1001, which the codec writes as two bytes. With all 11,172, the fonts would be twice as
# large.
SYLLABLES = [code for code in range(0xAC00, 0xD7A4) if len(chr(code).encode("euc_kr")) == 2]


def tabular(font):
    """The substitutions of the feature tnum, which JavaFX cannot switch on."""
    table = font["GSUB"].table
    mapping = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    mapping.update(getattr(part, "ExtSubTable", part).mapping)
    return mapping


def make(source, target, style):
    font = TTFont(source)
    digits = tabular(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in range(ord("0"), ord("9") + 1):
                table.cmap[code] = digits.get(table.cmap[code], table.cmap[code])  # tables may share their entries
    options = subset.Options()
    # No alternates, which would replace digits again; kerning does not concern digits.
    options.layout_features = ["kern", "ccmp", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.hinting = True
    options.desubroutinize = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)] + SYLLABLES)
    subsetter.subset(font)
    rename(font, style)
    font.recalcTimestamp = False
    font.save(target)
    check(target)


def rename(font, style):
    """The original's reserved name must not be that of a changed font (OFL 1.1, condition 3)."""
    postscript = FAMILY.replace(" ", "") + "-" + style
    names = {1: FAMILY, 2: style, 3: "1.309;" + postscript, 4: f"{FAMILY} {style}", 6: postscript}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    copyright = font["name"].getDebugName(0)
    font["name"].setName(copyright + ". Changed for FaaS Network Lab: fewer characters, digits of equal width.", 0, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x61 | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FullName = f"{FAMILY} {style}"
    top.FamilyName = FAMILY
    top.Weight = style


def check(file):
    font = TTFont(file)
    glyphs = font.getBestCmap()
    widths = {font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}
    kerned = kerned_glyphs(font) & {glyphs[ord(digit)] for digit in "0123456789"}
    if len(widths) != 1 or kerned or not all(code in glyphs for code in SYLLABLES):
        sys.exit(f"{file}: widths of digits {widths}, kerned digits {kerned}, {len(glyphs)} characters")
    print(f"{file}: {Path(file).stat().st_size} bytes, {len(glyphs)} characters, digits {widths.pop()} wide")


def kerned_glyphs(font):
    found = set()
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for part in lookup.SubTable:
            part = getattr(part, "ExtSubTable", part)
            if part.LookupType == 2:
                found |= set(part.Coverage.glyphs)
                found |= {record.SecondGlyph for pairs in getattr(part, "PairSet", []) for record in pairs.PairValueRecord}
                found |= set(part.ClassDef2.classDefs) if part.Format == 2 else set()
    return found


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    for style, name in STYLES.items():
        make(source / name, target / f"{FAMILY.replace(' ', '')}-{style}.otf", style)
