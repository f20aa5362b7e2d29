import ArchBridge

let client = try LibraryClient(server: .echoServer, arguments: ["greeting": "good day"])
let echo = client.server
let number: Int32 = try echo.int32(Int32.max)
let text: String = try echo.string("naïve 😀")
let numbers: [Double] = try echo.doubles([1, 2.5, -.infinity])
let none: Int32? = try echo.optional(Int32?.none)
let joined: String = try echo.join(first: "32-bit", second: " Swift")
let greeting: String = try echo.greeting
print(number, text, numbers, none as Any, joined, greeting)
try echo.range.set(3.5)
let range: Double = try echo.range
let add = try echo.function("add", as: ((Int32, Int32) -> Int32).self)
print(range, try add(1, 2))
do {
  try echo.range.set(-1.0)
} catch {
  print(error)
}
print(try echo.help("join"))
client.close()
