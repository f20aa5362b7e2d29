"""Writes inputs to begin with into FOLDER/TARGET, from the fixtures: seeds.py FOLDER."""
import pathlib
import sys

root = pathlib.Path(__file__).resolve().parent.parent
folder = pathlib.Path(sys.argv[1])


def write(target, name, content):
    place = folder / target
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(content)


messages = []
for line in (root / "fixtures/wire/messages.txt").read_text().splitlines():
    if line.strip() and not line.startswith("#"):
        messages.append(bytes.fromhex(line.split("|")[1]))

REQUESTS = {3, 5, 7, 9, 11, 14, 16, 20, 22, 24, 28, 30, 32, 40}
for index, message in enumerate(messages):
    kind, body = int.from_bytes(message[6:8], "little"), message[24:]
    name = f"message-{index:03}"
    write("envelopes", name, bytes([255]) + message)
    write("envelopes", name + "-twice", bytes([7]) + message + message)
    write("values", name, bytes([index % 29]) + body)
    for decoder in range(29):
        write("values", f"{name}-{decoder}", bytes([decoder]) + body)
    if kind in REQUESTS:
        head = bytes([kind]) + len(body).to_bytes(2, "little")
        write("requests", name, head + body)
        safe = body.replace(b"\x63add", b"\x63abs")
        write("requests", name + "-abs", head + safe + head + safe)
    elif len(body) < 256:
        for choice in range(9):
            answer = bytes([0, kind, len(body)]) + body
            write("replies", f"{name}-{choice}", bytes([choice | 0x80]) + answer * 3)

# A function made ready, then called: what calls it has to follow.
prepare, invoke = bytes.fromhex("8500636162730500" "8105"), bytes.fromhex("0000000000000000" "ffffffffffffffff")
write("requests", "prepared", bytes([22]) + len(prepare).to_bytes(2, "little") + prepare
      + bytes([24]) + len(invoke).to_bytes(2, "little") + invoke)
result = bytes.fromhex("0000000000000000" "2a00000000000000")
prepared = bytes([0, 23, 2, 0x81, 0])
for flags in range(0, 256, 4):
    write("replies", f"result-{flags}", bytes([3]) + prepared + bytes([flags, 25, 16]) + result)
results = (3).to_bytes(4, "little") + bytes(4) + bytes(24)
write("replies", "results", bytes([3]) + prepared + bytes([0, 29, len(results)]) + results)

for header in (root / "fixtures/headers").glob("*/input.h"):
    for index, part in enumerate(header.read_text().split("\n\n")):
        write("declarations", f"{header.parent.name}-{index}", part.encode())
for library in (root / ".build/fixtures").glob("*/*.so"):
    content = library.read_bytes()
    write("objects", f"{library.parent.name}-{library.name}", content)
write("loader-texts", "one", b"include /etc/ld.so.conf.d/*.conf\n/usr/lib # here\nhwcap 0 x\n")
