"""What the charset that a page names means: the encodings of the web, by the labels and in the way of browsers.

https://encoding.spec.whatwg.org/#names-and-labels. Any other name is none, for Python has codecs that are no encodings.
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

# The labels of each of Python's codecs; browsers take some for wider encodings than they name.
_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf-16 utf-16be utf-16le ucs-2 "
    "csunicode iso-10646-ucs-2 unicode unicodefeff unicodefffe",
    "cp866": "866 cp866 csibm866 ibm866",
    "iso8859-2": "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
    "iso8859-3": "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
    "iso8859-4": "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
    "iso8859-5": "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988",
    "iso8859-6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e "
    "iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "iso8859-7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
    "iso_8859-7:1987 sun_eu_greek",
    "iso8859-8": "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 "
    "iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
    "iso8859-10": "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "mac-roman": "csmacintosh mac macintosh x-mac-roman",
    "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1252": "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 "
    "iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined",
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 "
    "latin5 windows-1254 x-cp1254",
    "cp1255": "cp1255 windows-1255 x-cp1255",
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc-jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "iso2022-jp": "csiso2022jp iso-2022-jp",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "cp949": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
    "windows-949",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
_MARKS = ((BOM_UTF16_LE, "utf-16le"), (BOM_UTF16_BE, "utf-16be"))
# How far into a page its charset is looked for: browsers look through the first 1024 bytes.
_LOOKED_THROUGH = 4096


def charset_of(page: bytes) -> str:
    """Return the encoding that a page says it has, as it writes it in small letters; UTF-8 where it says nothing."""
    for mark, encoding in _MARKS:
        if page.startswith(mark):
            return encoding
    # Only here: hardly any page that is saved today is not UTF-8, and Beautiful Soup takes longer to load than Jinja.
    from bs4.dammit import EncodingDetector  # noqa: PLC0415

    head = page[:_LOOKED_THROUGH]
    return EncodingDetector.find_declared_encoding(head, is_html=True, search_entire_document=True) or "utf-8"


def decoded_from(page: bytes, charset: str) -> str | None:
    """Return the text of a page; None where that is no encoding of the web, or the page is not written in it."""
    codec = charset if page[:2] in dict(_MARKS) else _CODECS.get(charset.strip())
    try:
        return page.decode(codec) if codec else None
    except UnicodeError:
        return None


def text_of_bytes(page: bytes) -> str | None:
    """Return the text of a page: of UTF-8 where it can be that, whatever it says, for nothing else looks like it.

    None where it is neither that nor what it says it is.
    """
    if not page.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        try:
            return page.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass
    return decoded_from(page, charset_of(page))
