"""Parts of an Office file as trees that can be changed and written back, the rest left as it is."""

import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

from linli.lib.tables.marking.package import CannotMark, Package

Element = Any  # lxml has no types of its own


def parsed(xml: bytes) -> Element:
    """The root of a part. Raises `CannotMark` for what is torn or brings declarations along."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise CannotMark("document type declaration")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise CannotMark("torn part") from None


def written(root: Element) -> bytes:
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def drop_part(package: Package, owner: str, kind: str) -> str | None:
    """Take away the relation to a part and the word about its content; gives the part's name,
    which `without` then leaves out of the file."""
    part = package.related(owner, kind)
    if part is None:
        return None
    folder, _slash, name = owner.rpartition("/")
    for index, attribute, suffix in (
        (f"{folder}/_rels/{name}.rels", "Type", f"/{kind}"),
        ("[Content_Types].xml", "PartName", f"/{part}"),
    ):
        root = parsed(package[index])
        for entry in list(root):
            if str(entry.get(attribute) or "").endswith(suffix):
                root.remove(entry)
        package[index] = written(root)
    return part


def without(content: bytes, dropped: set[str]) -> bytes:
    """The file without these parts, the word about the contents first, as programs expect it."""
    output = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in sorted(source.namelist(), key=lambda name: name != "[Content_Types].xml"):
            if name not in dropped:
                archive.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
    return output.getvalue()
