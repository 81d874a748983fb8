"""HTML in which everything that people wrote is escaped."""

import re
from html import escape

LINKED = ("https://", "http://", "mailto:")
EMPTY = ("meta", "img", "br")
_UNTELLABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Html(str):
    """Text that is HTML already, and is not escaped again."""

    __slots__ = ()


def el(name: str, /, *parts: str, **attributes: str) -> Html:
    """An element; its parts are escaped, but for HTML. `class_` and the like lose their last sign."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(tellable(value))}"'
        for key, value in attributes.items()
    )
    return Html(f"<{name}{told}>" if name in EMPTY else f"<{name}{told}>{joined(*parts)}</{name}>")


def joined(*parts: str) -> Html:
    """The parts one after the other, escaped but for HTML."""
    return Html("".join(part if isinstance(part, Html) else escape(tellable(part)) for part in parts))


def paragraphs(text: str) -> Html:
    """A text as paragraphs: an empty line begins a new one."""
    found = (part.strip() for part in re.split(r"\n\s*\n", text))
    return joined(*(el("p", *_lines(part)) for part in found if part))


def _lines(text: str) -> list[str]:
    found: list[str] = []
    for line in text.split("\n"):
        found += [el("br"), line] if found else [line]
    return found


def link(text: str, url: str) -> Html:
    """A text that leads to the web where its target is one of the web or an address for mail."""
    return el("a", text, href=url) if url.startswith(LINKED) else joined(text)


def tellable(text: str) -> str:
    """The text without what HTML cannot hold."""
    return _UNTELLABLE.sub("\ufffd", text)
