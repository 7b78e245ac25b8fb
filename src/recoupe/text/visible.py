"""Characters that deceive the eye, shown as what they are: bidi controls, invisible characters, control characters."""

INVISIBLE = (
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian selectors and vowel separator
    (0x200B, 0x200C),  # zero width space and non-joiner; the joiner, 200D, holds emoji together
    (0x200E, 0x200F),  # directional marks
    (0x2028, 0x202E),  # line and paragraph separators, directional embeddings
    (0x2060, 0x206F),  # word joiner, isolates, deprecated format characters
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),  # lone surrogates: no encoding can write them
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0x1D173, 0x1D17A),  # invisible musical signs
    (0xE0000, 0xE007F),  # tags
    (0xE0100, 0xE01EF),  # variation selectors without a use in news
)
"""First and last code point of each run."""

CONTROLS = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n"} | {0x7F: "\u2421"}
"""The pictures of control characters; a tab and a line break are what they look like."""

DECEIVING = (
    CONTROLS
    | {code: f"⟦U+{code:04X}⟧" for code in range(0x80, 0xA0)}  # terminals take some of them for commands
    | {code: f"⟦U+{code:04X}⟧" for first, last in INVISIBLE for code in range(first, last + 1)}
)
"""What is shown in the place of each."""


def visible(text: str) -> str:
    """`text` with deceiving characters shown as what they are; the line breaks of Windows become plain ones.

    >>> visible("47\\u202e drones\\x1b[2J")
    '47⟦U+202E⟧ drones␛[2J'
    """
    return text.replace("\r\n", "\n").translate(DECEIVING)
