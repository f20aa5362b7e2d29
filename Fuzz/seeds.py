"""Writes inputs to begin with into FOLDER/TARGET, from the fixtures and gcc: seeds.py FOLDER."""
import pathlib
import struct
import subprocess
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

REQUESTS = {3, 5, 7, 9, 11, 14, 16, 20, 22, 24, 28, 30, 32, 40, 42, 44}
for index, message in enumerate(messages):
    kind, body = int.from_bytes(message[6:8], "little"), message[24:]
    name = f"message-{index:03}"
    write("envelopes", name, bytes([255]) + message)
    write("envelopes", name + "-twice", bytes([7]) + message + message)
    write("values", name, bytes([index % 37]) + body)
    for decoder in range(37):
        write("values", f"{name}-{decoder}", bytes([decoder]) + body)
    if kind in REQUESTS:
        head = bytes([kind]) + len(body).to_bytes(2, "little")
        write("requests", name, head + body)
        safe = body.replace(b"\x63add", b"\x63abs")
        write("requests", name + "-abs", head + safe + head + safe)
        if kind == 44:
            write("servers", name, b"\0" + head[1:] + body)
    elif len(body) < 256:
        for choice in range(12):
            answer = bytes([0, kind, len(body)]) + body
            write("server-replies", f"{name}-{choice}", bytes([choice]) + answer * 3)
        for choice in range(9):
            answer = bytes([0, kind, len(body)]) + body
            write("replies", f"{name}-{choice}", bytes([choice | 0x80]) + answer * 3)

def request(member, *arguments, sets=False):
    body = bytes([0x83, member, 0xF5 if sets else 0xF4, 0x80 + len(arguments)]) + b"".join(arguments)
    return len(body).to_bytes(2, "little") + body


def item(text):
    return bytes.fromhex(text)


start = item("a2 65 7363616c65 fb4000000000000000 65 6e616d6573 81 61 61")
asked = [
    request(0, item("01"), item("21")),
    request(1, item("d8565000 00000000000000 000000000000f03f".replace(" ", "")), item("fa40000000")),
    request(2, item("a1 61 6b 82 61 76 f6")), request(3, item("430102ff"), item("d84d440100ffff")),
    request(3, item("40"), item("f6")), request(4, item("82 81 4101 80")),
    request(5, item("f5"), item("1bffffffffffffffff"), item("62c3a9")),
    request(6), request(6, item("1903e8"), sets=True), request(7),
]
for index, each in enumerate(asked):
    write("servers", f"request-{index}", b"\0" + each)
write("servers", "all", bytes([len(start)]) + start + b"".join(asked))

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
for source in [*(root / "fixtures/libraries").glob("*.f90"), *(root / "Examples").glob("*/*.f90")]:
    write("interfaces", source.stem, b"\0" + source.read_bytes())
    for index, part in enumerate(source.read_text().split("\n  end function")):
        write("interfaces", f"{source.stem}-{index}", b"\0" + part.encode() + b"\nend function\n")
write("interfaces", "compact", b"\0integer function ilaenv(integer ispec, character(*) name, real(8) a(lda, *))")
write("interfaces", "fixed", b"\1C     Old.\n      REAL*8 FUNCTION DASUM(N,DX,\n     $ INCX)\n"
      b"      INTEGER INCX,N\n      REAL*8 DX(*)\n      COMMON /B/ X, Y\n   10 CONTINUE\n      END\n")
for library in (root / ".build/fixtures").glob("*/*.so"):
    content = library.read_bytes()
    write("objects", f"{library.parent.name}-{library.name}", content)
write("loader-texts", "one", b"include /etc/ld.so.conf.d/*.conf\n/usr/lib # here\nhwcap 0 x\n")

# Small libraries whose debug information has all kinds of types.
texts = {
    "c": "typedef struct node node; struct node { int n; node *next; unsigned a : 3; union { int i; double d; }; "
         "char s[4][2]; }; enum e { A, B = 7 }; struct __attribute__((packed)) p { char c; long l; }; "
         "typedef int (*f)(const struct node *, enum e, ...); double table[2][3]; "
         "node *make(int n, f call, struct p value) { return 0; } int say(const char *format, ...) { return 0; }",
    "c++": "namespace n { struct S { int a; virtual int m(); }; int S::m() { return a; } enum class K : char { X }; "
           "int g(S &s, K k) { return s.a; } template <class T> T h(T t) { return t; } template int h(int); } "
           'extern "C" int plain(n::S *s, int n::S::*p) { return s->a; }',
    "f95": "module m\n real(8) :: t(2,3)\ncontains\n function f(a, s, v) result(r)\n  real(8) :: a(:,:)\n"
           "  character(*) :: s\n  integer, value :: v\n  character(4) :: r\n  common /c/ x, y\n"
           "  r = s(v:)\n  x = real(a(1,1))\n end function\nend module\n",
}
for language, text in texts.items():
    for flags in [f"{form} {bits} {more}".split() for bits in ("-m32", "-m64") for more in ("-O0", "-O2")
                  for form in ("-gdwarf-2", "-gdwarf-3", "-gdwarf-4 -fdebug-types-section", "-gdwarf-5 -gz",
                               "-gdwarf-5 -gsplit-dwarf", "-g -flto")]:
        built = (folder / "small.so").resolve()
        command = ["gcc", "-x", language, "-", "-shared", "-nostdlib", "-fPIC", "-w", "-o", str(built), *flags]
        if subprocess.run(command, input=text.encode(), stderr=subprocess.DEVNULL, cwd=folder).returncode == 0:
            write("signatures", f"{language.replace('+', 'x')}{'-'.join(flags)}", built.read_bytes())
            built.unlink()
for left in [*folder.glob("*.mod"), *folder.glob("*.dwo")]:
    left.unlink()

# Small files with lines of every kind, and with unwind tables; then the addresses to look up.
code = "int inner(int *p) { return *p; }\nint outer(int *p) {\n  return inner(p) + 1;\n}\n"
for flags in [f"{form} {bits} {more}".split() for form in ("-gdwarf-2", "-gdwarf-4", "-gdwarf-5 -gz")
              for bits in ("-m32", "-m64") for more in ("-O0", "-O2 -fomit-frame-pointer")]:
    built = folder / "small.so"
    command = ["gcc", "-x", "c", "-", "-shared", "-nostdlib", "-fPIC", "-o", str(built), *flags]
    if subprocess.run(command, input=code.encode(), stderr=subprocess.DEVNULL).returncode != 0:
        continue
    content = built.read_bytes()
    built.unlink()
    name = "-".join(flags)
    addresses = (0x1000, 0x1004, 0x1008, 0x1012)
    write("lines", name, struct.pack("<4H", *addresses) + content)
    for address in addresses:
        stack = struct.pack("<64I", *(0x8000 + 8 * (index % 32) if index % 2 else 0x1005 for index in range(64)))
        write("frames", f"{name}-{address}", struct.pack("<H6B", address, *range(8, 56, 8)) + stack + content)
    # A report whose code is this file's, as though it were the kernel's.
    for machine, count in ((3, 9), (62, 17)):
        registers = [0x8000] * 17
        registers[count - 1] = 0x1804
        lines = b"1000-2000 r-xp 00000000 00:00 1 [vdso]\n2000-9000 r-xp 00001000 00:00 1 @\x00\n"
        for line, kernel in ((lines, content), (lines.replace(b"[vdso]", b"@\x01"), b"")):
            head = struct.pack("<IiiiiiIIQ17QQIIQII", 0x31434241, 11, 1, 0, 7, 7, machine, 0, 16,
                               *registers, 0x1000, min(len(kernel), 16384), len(line) + 80, 0x8000, 2048, 0)
            frames = struct.pack("<512I", *(0x8000 + 8 * (index // 2) if index % 2 == 0 else 0x1905 for index in range(512)))
            write("reports", f"{name}-{machine}-{len(kernel)}", head + line.ljust(512, b"\0") + frames + kernel[:16384])
for library in (root / ".build/fixtures").glob("*/*.so"):
    content = library.read_bytes()
    if len(content) < 65_000:
        write("lines", f"{library.parent.name}-{library.name}", struct.pack("<4H", 0x1100, 0x1180, 0x1200, 0x1280) + content)

for recording in (root / "fixtures/recordings").glob("*.txt"):
    text = "".join(line for line in recording.read_text().splitlines() if not line.startswith("#"))
    write("archives", recording.stem, bytes.fromhex(text))
