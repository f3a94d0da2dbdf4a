"""Bytes → element tree, by expat alone: no DTD, no entity of the document's own, nothing fetched, stated limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from alignplan.formats.interface import ImportRefused
from alignplan.formats.stratml.element import Element
from alignplan.records import record

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_ELEMENTS", "XmlFile", "read", "refuse", "shown"]

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 64
MAX_ELEMENTS = 300_000
"""Elements and attributes of one document, together."""


@record
class XmlFile:
    """A whole document: its root, and what stands around the root."""

    root: Element
    stylesheet: str = ""
    """The text of the `xml-stylesheet` instruction, if there is one."""
    comments: int = 0


def shown(text: str) -> str:
    """Words of a stranger's file, or its name, fit to be shown: on one line, and nothing in it that does not print."""
    return "".join(sign if sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in text)


def refuse(name: str, reason: str, line: int = 0, column: int = 0) -> ImportRefused:
    """The one-line refusal of a file; line and column are left out when they are 0."""
    place = f":{line}:{column}" if line else ""
    message = shown(f"{name}{place}: {reason}")
    return ImportRefused(message if len(message) <= 400 else f"{message[:399]}…")


def read(source: bytes, *, name: str) -> XmlFile:
    """The document in `source`; raises :class:`ImportRefused` naming `name` and the place."""
    if len(source) > MAX_BYTES:
        raise refuse(name, "larger than 16 MiB")
    try:
        return _Builder(name).parse(source)
    except expat.ExpatError as error:
        if error.code == _WRONG_ENCODING and source.lstrip().startswith((b"<?xml", b"\xef\xbb\xbf")):
            return _again_as_utf8(source, name)
        raise _not_well_formed(name, error) from error
    except (LookupError, ValueError) as error:
        raise refuse(name, f"the encoding that it declares cannot be read ({error})", 1, 1) from error


# A declaration that says UTF-16 in a file whose bytes are plainly not: some editors save so.
_WRONG_ENCODING = expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING]


def _again_as_utf8(source: bytes, name: str) -> XmlFile:
    try:
        return _Builder(name, encoding="utf-8").parse(source)
    except expat.ExpatError as error:
        raise _not_well_formed(name, error) from error


def _not_well_formed(name: str, error: expat.ExpatError) -> ImportRefused:
    return refuse(
        name, f"not well-formed XML: {expat.ErrorString(error.code)}", error.lineno, error.offset + 1
    )


@dataclass(slots=True)
class _Builder:
    name: str
    encoding: str | None = None
    parser: expat.XMLParserType = field(init=False)
    root: Element | None = None
    open: list[Element] = field(default_factory=list)
    scopes: list[dict[str, str]] = field(
        default_factory=lambda: [{"xml": "http://www.w3.org/XML/1998/namespace"}]
    )
    stylesheet: str = ""
    comments: int = 0
    count: int = 0

    def __post_init__(self) -> None:
        # Without expat's own namespaces: real documents use prefixes that they never declare.
        self.parser = expat.ParserCreate(self.encoding)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.CommentHandler = self.comment
        # The handler for DTDs is called at the end of the declaration's head; this one at its beginning.
        self.parser.DefaultHandler = self.other
        self.parser.EntityDeclHandler = self.declaration

    def parse(self, source: bytes) -> XmlFile:
        self.parser.Parse(source, True)
        if self.root is None:
            raise self.refused("no element in it")
        return XmlFile(self.root, self.stylesheet, self.comments)

    def refused(self, reason: str) -> ImportRefused:
        return refuse(self.name, reason, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1 + len(attributes)
        if len(self.open) >= MAX_DEPTH:
            raise self.refused(f"elements nested more than {MAX_DEPTH} deep")
        if self.count > MAX_ELEMENTS:
            raise self.refused(f"more than {MAX_ELEMENTS:,} elements and attributes")
        scope = self.scope(attributes)
        prefix, _, local = name.rpartition(":")
        element = Element(local, prefix, scope.get(prefix, ""), self.parser.CurrentLineNumber,
                          self.parser.CurrentColumnNumber + 1,
                          {key: value for key, value in attributes.items() if not _declares(key)})  # fmt: skip
        if self.open:
            self.open[-1].content.append(element)
        else:
            self.root = element
        self.open.append(element)
        self.scopes.append(scope)

    def scope(self, attributes: dict[str, str]) -> dict[str, str]:
        declared = {key.partition(":")[2]: value for key, value in attributes.items() if _declares(key)}
        return self.scopes[-1] | declared if declared else self.scopes[-1]

    def end(self, _name: str) -> None:
        self.open.pop()
        self.scopes.pop()

    def characters(self, text: str) -> None:
        if self.open:
            self.open[-1].content.append(text)

    def instruction(self, target: str, text: str) -> None:
        if target == "xml-stylesheet" and not self.stylesheet:
            self.stylesheet = text.strip()

    def comment(self, _text: str) -> None:
        self.comments += 1

    def other(self, text: str) -> None:
        if text.startswith("<!DOCTYPE"):
            self.declaration()

    def declaration(self, *_what: object) -> None:
        raise self.refused("a document type declaration (DTD) or entity is refused; remove `<!DOCTYPE …>`")


def _declares(attribute: str) -> bool:
    return attribute == "xmlns" or attribute.startswith("xmlns:")
