import Logs
import Testing

@Suite("Log records")
struct LogRecordsTests {
    /// The first words of each record's lines.
    private func shape(_ text: String) -> [Int] {
        LogRecords(Array(text.utf8)).map(\.lines.count)
    }

    @Test(
        "what continues a line belongs to it",
        arguments: [
            ("a\nb\nc", [1, 1, 1]), ("2026-11-21 06:00:00 a\nb\nc\n2026-11-21 06:00:01 d", [3, 1]),
            (
                """
                2026-11-21 06:00:00,1 ERROR boom
                Traceback (most recent call last):
                  File "app.py", line 1, in <module>
                    main()
                KeyError: 'x'

                During handling of the above exception, another exception occurred:

                Traceback (most recent call last):
                  File "app.py", line 3, in <module>
                Exception: y
                2026-11-21 06:00:01,1 INFO next
                """, [11, 1]
            ),
            (
                """
                INFO:     10.0.0.1:1 - "GET / HTTP/1.1" 500 Internal Server Error
                ERROR:    Exception in ASGI application
                Traceback (most recent call last):
                  File "a.py", line 1, in b
                sqlalchemy.exc.ProgrammingError: (psycopg.errors.UndefinedTable) relation "x"
                LINE 1: SELECT
                                ^
                [SQL: SELECT]
                (Background on this error at: https://sqlalche.me/e/20/f405)
                INFO:     10.0.0.1:1 - "GET / HTTP/1.1" 200 OK
                """, [1, 8, 1]
            ),
            (
                """
                2026-11-21 06:00:00 ERROR failed
                java.lang.IllegalStateException: no
                \tat a.b.C.d(C.java:1)
                \t... 12 more
                Caused by: java.io.IOException: x
                \tat a.b.C.d(C.java:2)
                2026-11-21 06:00:01 INFO next
                """, [6, 1]
            ),
            (
                """
                panic: boom

                goroutine 1 [running]:
                main.main()
                \t/app/main.go:4 +0x1d
                exit status 2
                """, [6]
            ),
            ("{\"a\":1}\n{\"b\":2}\nplain\n{\"c\":3}", [1, 1, 1, 1]),
            ("{\n  \"a\": 1\n}\nready", [3, 1]),
            (
                "2026-11-21T06:00:00.000000000Z 2026-11-21 06:00:00 a\n"
                    + "2026-11-21T06:00:01.000000000Z b\n2026-11-21T06:00:09.000000000Z c", [2, 1]
            ),
            ("level=info a=1\nlevel=info a=2", [1, 1]),
            ("Error: x\n    at f (a.js:1)\n    at g (a.js:2)\nready", [3, 1]),
            ("Traceback (most recent call last):\n  File\nERROR:root:x", [2, 1]),
            ("", []), ("\n", [1]),
        ])
    func records(text: String, expected: [Int]) {
        #expect(shape(text) == expected)
    }

    @Test("the engine's time counts before the program's")
    func times() {
        let text = """
            2026-11-21T06:00:00.000000001Z 2026-11-21T05:00:00Z a
            2026-11-21T06:00:02.000000001Z   continued
            """
        let records = Array(LogRecords(Array(text.utf8)))
        #expect(records.count == 1 && records.first?.number == 1)
        #expect(records.first?.time == records.first?.lines.first?.received.map(LogTime.moment))
    }

    @Test("a record has a bound, so that no log is one")
    func bound() {
        let text = "2026-11-21 06:00:00 a\n" + String(repeating: "x\n", count: 2500)
        #expect(shape(text).reduce(0, +) == 2501)
        #expect(shape(text).count > 2)
    }
}
