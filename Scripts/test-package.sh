#!/bin/sh
# Builds and runs a package that depends on this one, outside this repository: the README's first
# program, run and tested, and a client that is generated while building.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p Sources/checksum Tests/checksumTests

cat >Package.swift <<END
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "checksum",
  dependencies: [.package(name: "ArchBridge", path: "$root")],
  targets: [
    .executableTarget(
      name: "checksum", dependencies: [.product(name: "ArchBridge", package: "ArchBridge")]),
    .testTarget(
      name: "checksumTests", dependencies: [.product(name: "ArchBridge", package: "ArchBridge")],
      exclude: ["archbridge.json", "zlib.apinotes"],
      plugins: [.plugin(name: "ArchBridgeBindingsPlugin", package: "ArchBridge")]),
  ]
)
END
cp "$root/Examples/FirstProgram/main.swift" Sources/checksum/main.swift
cat >Tests/checksumTests/archbridge.json <<'END'
{
  "clients": [
    {
      "name": "Zlib", "headers": ["zlib.h"], "library": "libz.so.1", "apinotes": "zlib.apinotes"
    }
  ]
}
END
cat >Tests/checksumTests/zlib.apinotes <<'END'
Name: Zlib
Functions:
- Name: crc32
  SwiftName: checksum(_:of:)
  Parameters:
  - {Position: 1, BoundsSafety: {Kind: counted_by, BoundedBy: len}}
END
cat >Tests/checksumTests/ChecksumTests.swift <<'END'
import ArchBridge
import Testing

@Test func checksum() throws {
  try withLibrary("libz.so.1") { zlib in
    let checksum: UInt32 = try zlib.crc32(0, "hello", 5)
    #expect(checksum == 907_060_870)
  }
}

@Test func generated() throws {
  try withSession(Zlib()) { zlib in
    let checksum = try zlib.checksum(0, of: Array("hello".utf8))
    #expect(checksum == 907_060_870)
  }
}
END

echo "Building and testing a package that depends on ArchBridge"
swift test >test.log 2>&1 || {
  cat test.log
  exit 1
}
if grep -n 'error:' test.log; then
  echo 'test-package: the build says that there is an error, and goes on' >&2
  exit 1
fi
output=$(.build/debug/checksum)
case $output in
  *" says that the checksum is 907060870") echo "$output" ;;
  *)
    echo "test-package: the program printed: $output" >&2
    exit 1
    ;;
esac

echo "Building and testing a package that archbridge new has written"
cd "$folder"
"$root/.build/debug/archbridge" new gauge >/dev/null
cd gauge
swift test >test.log 2>&1 || {
  cat test.log
  exit 1
}
# The second build has nothing to do.
swift build >build.log 2>&1
swift build >build.log 2>&1
if grep -n 'Building the \|Compiling [A-Z]' build.log; then
  echo 'test-package: a build that has nothing to do builds' >&2
  exit 1
fi
# A change of the server, and a new file of it, are in its next program.
sed -i 's/"ScaleError"/ownErrorName/' Sources/GaugeServer/GaugeServer.swift
echo 'let ownErrorName = "OwnError"' >Sources/GaugeServer/Names.swift
sed -i 's/"ScaleError"/"OwnError"/' Tests/GaugeTests/GaugeTests.swift
swift test >test.log 2>&1 || {
  cat test.log
  exit 1
}
if grep -n 'Compiling ArchBridge' test.log; then
  echo 'test-package: a change of a server builds ArchBridge again' >&2
  exit 1
fi
# What is wrong in it is shown where it is.
echo 'let wrong: Int32 = missing' >Sources/GaugeServer/Names.swift
if swift build >build.log 2>&1; then
  echo 'test-package: a server that does not compile is built' >&2
  exit 1
fi
grep -q '/Sources/GaugeServer/Names.swift:1:20: error: ' build.log || {
  cat build.log
  exit 1
}
