"""Bytes to text: compression within bounds, binary files refused, encodings told apart."""

from __future__ import annotations

import codecs
import re
import zlib

from dragoman.sources.errors import SourceError

MAX_BYTES = 20 * 2**20  # of one file, before and after decompression
MAX_CHARS = 1_000_000  # of one article's text: about four novels

# A text file of Windows-1252 has few bytes over 127: curly quotes and accents. More of them speak
# for another script's encoding.
_MOST_HIGH_BYTES = 0.15
_MOST_CONTROLS = 0.02  # share of control characters over which a file is no text
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x7f]")
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.I
)
_NO_CHARSETS = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"}
)
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARIES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)


def decode(data: bytes, where: str, charset: str | None = None) -> str:
    """The text of ``data``, gzip undone.

    Args:
        data: the bytes of a file or page.
        where: what to call it in errors.
        charset: the encoding that the server named, if any.

    Raises:
        SourceError: empty, binary or over ``MAX_BYTES``, before or after decompression.
    """
    check_size(len(data), where)
    if data.startswith(b"\x1f\x8b"):
        data = gunzip(data, where)
    if not data.strip(b" \t\r\n\0"):
        raise SourceError(where, "is empty; give a file or page that holds an article")
    for magic, name in _BINARIES:
        if data.startswith(magic):
            raise SourceError(where, f"is {name}, not text; save its text as .txt or .html first")
    text = _text(data, charset).lstrip("\ufeff")
    controls = len(_CONTROLS.findall(text))
    if controls > max(4, _MOST_CONTROLS * len(text)):
        raise SourceError(where, "is a binary file, not text; give HTML, plain text or JSON")
    return _CONTROLS.sub("", text) if controls else text


def gunzip(data: bytes, where: str) -> bytes:
    """Undo gzip, all its members, up to `MAX_BYTES` bytes.

    Raises:
        SourceError: damaged, cut off, or larger than that once decompressed.
    """
    parts: list[bytes] = []
    room = MAX_BYTES
    while data:
        inflater = zlib.decompressobj(wbits=31)
        try:
            part = inflater.decompress(data, room + 1)
        except zlib.error as error:
            raise SourceError(where, f"is damaged gzip ({error}); fetch it again") from error
        if len(part) > room:
            raise SourceError(where, f"is over {_mib(MAX_BYTES)} MiB once decompressed; refused")
        if not inflater.eof:
            raise SourceError(where, "is gzip that was cut off; fetch it again")
        parts.append(part)
        room -= len(part)
        data = inflater.unused_data.lstrip(b"\0")
        # Thousands of empty members would cost time without ever reaching the bound.
        if len(parts) > 1000:
            raise SourceError(where, "has over 1000 gzip members; refused")
    return b"".join(parts)


def check_size(size: int, where: str) -> None:
    """Raise SourceError where ``size`` bytes are over ``MAX_BYTES``."""
    if size > MAX_BYTES:
        what = f"is over {_mib(MAX_BYTES)} MiB; give one article, or split it into JSON Lines"
        raise SourceError(where, what)


def check_length(text: str, where: str) -> None:
    """Raise SourceError where ``text`` is over ``MAX_CHARS`` characters."""
    if len(text) > MAX_CHARS:
        what = f"its text has {len(text):,} characters, over {MAX_CHARS:,}; split it into articles"
        raise SourceError(where, what)


def _mib(size: int) -> int:
    return size // 2**20


def _text(data: bytes, charset: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:4096])
    for name in (charset, named.group(1).decode("ascii") if named else None):
        text = _declared(data, name)
        if text is not None:
            return text
    return _guessed(data)


def _declared(data: bytes, name: str | None) -> str | None:
    # Pages that say ISO-8859-1 mean Windows-1252 (WHATWG Encoding Standard).
    if name and name.lower() in {"iso-8859-1", "latin1", "latin-1", "iso8859-1", "us-ascii"}:
        name = "cp1252"
    try:
        # Python also has codecs that are no encodings of pages, some of them slow.
        if not name or codecs.lookup(name).name in _NO_CHARSETS:
            return None
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes) -> str:
    high = sum(byte > 127 for byte in data[:100_000])
    if high > _MOST_HIGH_BYTES * min(len(data), 100_000):
        # Imported here: it is needed for the rare file that is neither UTF-8 nor Western.
        from charset_normalizer import from_bytes

        best = from_bytes(data[:20_000]).best()
        if best is not None:
            return data.decode(best.encoding, "replace")
    # UTF-8 with a damaged place stays UTF-8; a file without any valid sequence is Windows-1252.
    as_utf8 = data.decode("utf-8", "replace")
    if as_utf8.count("\ufffd") * 10 <= sum(ord(char) > 127 for char in as_utf8[:200_000]):
        return as_utf8
    return data.decode("cp1252", "replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Western text is zero."""
    sample = data[:2000]
    if len(sample) < 8:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None
