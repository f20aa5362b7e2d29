"""The other end of the tests in PythonTests.swift: cbor2, an implementation of its own.

`roundtrip.py check` reads lines of name and hexadecimal bytes from standard input, decodes them,
compares them with what the name stands for, and encodes them again in three ways.
`roundtrip.py make` encodes values of its own. `roundtrip.py diagnose` reads lines as `check` does,
and writes each name with the item in diagnostic notation (RFC 8949, section 8). All write one line
an item, tabs between columns.
"""

import math
import struct
import sys

import cbor2

# RFC 8746: typed arrays by tag, as struct spells byte order and element type.
TYPED_ARRAYS = {
    64: "<B", 65: ">H", 66: ">I", 67: ">Q", 69: "<H", 70: "<I", 71: "<Q",
    72: "<b", 73: ">h", 74: ">i", 75: ">q", 77: "<h", 78: "<i", 79: "<q",
    80: ">e", 81: ">f", 82: ">d", 84: "<e", 85: "<f", 86: "<d",
}  # fmt: skip

EXPECTED = {
    "integers": [
        0, 23, 24, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**63 - 1,
        -1, -24, -25, -256, -257, -(2**32), -(2**63),
    ],
    "unsigned": {"most": 2**64 - 1},
    "bignums": [2**64, -(2**64), -(2**64) - 1, 2**127 - 1, -(2**127)],
    "floats": {
        "half": 1.5, "least half": 2.0**-24, "single": 100000.0, "double": 1.1,
        "most": sys.float_info.max, "least": 5e-324, "minus zero": -0.0,
        "infinity": math.inf, "minus infinity": -math.inf,
    },
    "not a number": math.nan,
    "text": "a\0\"\\ü水𐅑e\u0301",
    "long text": "水" * 10000,
    "bytes": bytes(range(256)),
    "nothing": [None, True, None, False],
    "empty": [[], {}, "", b""],
    "integer keys": {1: "one", -1: "minus one", 2**40: "large"},
    "text keys": {"1": 1, "01": 2, "": 3, "ü": 4},
    "nested": {
        "name": "ü",
        "points": [{"x": 1, "y": 2.5}, {"x": -3}],
        "notes": {"a": [1, 2], "b": []},
        "origin": {"x": 0, "y": -0.5},
    },
    "arrays": {
        "int8": [-128, 127], "int16": [-32768, 32767], "int32": [-(2**31), 2**31 - 1],
        "int64": [-(2**63), 2**63 - 1], "uint8": b"\x00\xff", "uint16": [0, 65535],
        "uint32": [0, 2**32 - 1], "uint64": [0, 2**64 - 1],
        "float": [1.5, -0.0, math.inf], "double": [1.1, -0.0, 5e-324],
        "none": [],
    },
}  # fmt: skip


def plain(value):
    """The value with typed arrays as lists."""
    if isinstance(value, cbor2.CBORTag):
        return [number for (number,) in struct.iter_unpack(TYPED_ARRAYS[value.tag], value.value)]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def check():
    for line in sys.stdin:
        name, _, digits = line.rstrip("\n").partition("\t")
        value = cbor2.loads(bytes.fromhex(digits))
        # repr tells 1 from 1.0 and from True, and -0.0 from 0.0.
        found, expected = canonical_repr(plain(value)), canonical_repr(EXPECTED[name])
        verdict = "same" if found == expected else "found " + ascii(found)
        spellings = [
            cbor2.dumps(value),
            cbor2.dumps(value, canonical=True),
            cbor2.dumps(value, indefinite_containers=True),
        ]
        print(name, verdict, *(spelling.hex() for spelling in spellings), sep="\t")


def diagnose():
    for line in sys.stdin:
        name, _, digits = line.rstrip("\n").partition("\t")
        print(name, diagnostic(cbor2.loads(bytes.fromhex(digits))), sep="\t")


def diagnostic(value):
    """The value in diagnostic notation, as far as messages use it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{diagnostic(key)}: {diagnostic(item)}" for key, item in value.items()) + "}"
    if isinstance(value, bytes):
        return f"h'{value.hex()}'"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, cbor2.CBORTag):
        return f"{value.tag}({diagnostic(value.value)})"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(diagnostic(item) for item in value) + "]"
    return repr(value)


def canonical_repr(value):
    """What the value is, whatever the order of its keys."""
    if isinstance(value, dict):
        return repr(sorted((repr(key), canonical_repr(item)) for key, item in value.items()))
    if isinstance(value, list):
        return repr([canonical_repr(item) for item in value])
    return repr(value)


def typed_array(tag, numbers):
    code = TYPED_ARRAYS[tag]
    return cbor2.CBORTag(tag, b"".join(struct.pack(code, number) for number in numbers))


def make():
    for name, value in EXPECTED.items():
        print(name, cbor2.dumps(value).hex(), sep="\t")
        print(name, cbor2.dumps(value, canonical=True).hex(), sep="\t")
        print(name, cbor2.dumps(value, indefinite_containers=True).hex(), sep="\t")
    for tag in TYPED_ARRAYS:
        print("one two", cbor2.dumps(typed_array(tag, [1, 2])).hex(), sep="\t")
    for spelling in (b"\xf9" + struct.pack(">e", 1.5), b"\xfa" + struct.pack(">f", 1.5)):
        print("one and a half", spelling.hex(), sep="\t")
    print("one and a half", cbor2.dumps(1.5).hex(), sep="\t")


if __name__ == "__main__":
    {"check": check, "make": make, "diagnose": diagnose}[sys.argv[1]]()
