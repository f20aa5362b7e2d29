import Foundation
import Testing

extension ExampleTests {
  @Test func `every kind of type`() throws {
    let output = try run("types-example", Fixtures.folder.appending(path: "i386").path)
    #expect(
      output == """
        numbers: 1024.0 1.5
        numbers: 3 1000000000000000
        numbers: -1.084202172485504434e-19
        numbers: 0.0 2.0 5.0
        numbers: ldexp: argument 'exponent' is 3000000000; 'int' holds -2147483648 to 2147483647
        numbers: lround: the result is 40000, which Int16 does not hold
        numbers: 3412 4294967295
        texts: 7 5 3
        texts: =value none
        texts: copied
        texts: 5 Größe
        texts: given away
        texts: strlen: argument 'text' has the character '€', which Latin-1 lacks
        texts: getenv: the result is a null pointer; ask for String? to allow for that
        texts: 'it''s'
        pointers: 0.75 6
        pointers: 20644050 0 17
        pointers: ["201", "403"]
        pointers: Sun Sep  9 01:46:40 2001
        pointers: 1234  apples
        pointers: ro size 10
        pointers: [1.5, 20.5, 3.5]
        pointers: 8 bytes at 0x10 are not memory that the helper can use so
        structures: {quot: 3, rem: 2} 3
        structures: 3 2
        structures: 2001 1
        structures: 946728000
        structures: no member 'tm_colour' is in 'struct tm': 'struct tm'
        structures: {tag: 65, value: 2.5, counts: [-1, -2, -3], origin: {x: 1.0, y: 7.5}} -2
        structures: {low: 5, middle: -16, high: 549755813888}
        structures: 321 13
        structures: 1.5 [0, 0, 192, 63]
        structures: [{x: 0.0, y: 0.0}, {x: 1.0, y: -1.0}] 0.0
        structures: [1, 2, 3] 6
        structures: 42 {value: 40, next: null}
        structures: takes_empty: 'struct empty' cannot be passed by value: it has no bytes; \
        pass a pointer to it
        callbacks: [-3, 0, 2, 5, 9]
        callbacks: [0, 2, -3, 5, 9]
        callbacks: qsort: a callback failed: Stop() true
        callbacks: 7
        callbacks: [["2.5", "NULL"], ["text", "7"]]
        callbacks: [1, 2, 3, 4]
        callbacks: 20
        callbacks: 42
        enumerations: 16 0
        enumerations: true
        enumerations: fnmatch: argument 'flags' is -1; 'enum fnm' holds 0 to 4294967295
        enumerations: FNM_CASEFOLDING: no constant FNM_CASEFOLDING is declared; did you mean \
        FNM_CASEFOLD?
        handles: from a statement
        handles: true
        handles: true
        handles: sqlite3_prepare_v2: no such column: nonsense (it returned 1)
        status: -3 instrument_read: the instrument is not armed (it returned -3)
        status: 0.125
        status: 4 [0.0, 1.0, 2.0, 3.0]
        status: AB-100 #4242
        errno: -1 2
        errno: 2 open: No such file or directory (it returned -1)
        errno: opendir: Not a directory (it returned a null pointer)
        variables: 1 5
        variables: -3600 CET
        variables: 16 1
        variables: in6addr_loopback: the variable is const
        variables: its type is not known; declare it, as in `declare("extern int opt
        variadic: -5 five 1.50 1099511627776 7 28
        variadic: 1 2 3
        variadic: snprintf: argument 4 is 1099511627776; C's 'int', which an undeclared Int \
        is, holds -2147483648 to 2147483647; write Int64 for a longer one
        coz: no function coz is in libm.so.6; did you mean cos?

        """)
  }
}
