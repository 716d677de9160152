import Logs
import Testing

@Suite("Log level")
struct LogLevelTests {
    @Test(
        "the level stands where loggers put it",
        arguments: [
            ("2026-11-21 06:00:00,123 - app - ERROR - x", LogLevel.error),
            ("ERROR:root:x", .error), ("INFO:     10.0.0.1:5000 - \"GET /\" 500", .info),
            ("[Sun Dec 04 04:47:44 2005] [error] mod_jk child", .error),
            ("[Sun Dec 04 04:47:44.1 2005] [core:error] x", .error),
            ("2026/11/21 06:00:00 [warn] 31#31: x", .warning),
            ("2026-11-21 06:00:00 UTC [71] LOG:  checkpoint", .info),
            ("2026-11-21 06:00:00 UTC [71] FATAL:  no pg_hba.conf entry", .critical),
            ("[2026-11-21 06:00:00 +0000] [1] [CRITICAL] WORKER TIMEOUT", .critical),
            ("[2026-11-21 06:00:00,123: WARNING/MainProcess] x", .warning),
            ("2026/11/21 06:00:00 WAR [path a] x", .warning),
            ("2026-11-21 06:00:00 [info     ] event  key=1", .info),
            ("E1121 06:00:00.000000 12 file.go:12] x", .error),
            ("[W 261121 06:00:00 app:12] x", .warning), ("<11>Nov 21 06:00:00 host x", .error),
            ("1:M 21 Nov 2026 06:00:00.123 # Warning: overcommit", .warning),
            ("npm ERR! code ENOENT", .error), ("error: no such file", .error),
            ("2016-09-28 04:30:30, Info                  CBS    x", .info),
            (
                "- 1117838570 2005.06.03 R02 2005-06-03-15.42.50.675872 R02 RAS KERNEL FATAL x",
                .critical
            ),
            (#"{"level":"warn","msg":"x"}"#, .warning), (#"{"level":50,"msg":"x"}"#, .error),
            (#"{"severity":"ERROR"}"#, .error), (#"{"log":{"level":"debug"}}"#, .debug),
            ("ts=2026-11-21T06:00:00Z level=error msg=x", .error),
            ("portal-1  | \u{1B}[31mERROR\u{1B}[0m x", .error),
        ])
    func levels(line: String, expected: LogLevel) {
        #expect(LogLine(Array(line.utf8)[...]).level == expected, "\(line)")
    }

    @Test(
        "words of the message are no level",
        arguments: [
            "Dec 10 06:55:46 host sshd[1]: x", "Fri Dec 04 04:47:44 2005 x", "1121 06:00:00 x",
            "", "the error was found", "ready", "connection error", "errors=0 x", "GET /error 200",
            "an info message", "ValueError: x", "2026-11-21 06:00:00 connection ERRORS",
        ])
    func none(line: String) {
        #expect(LogLine(Array(line.utf8)[...]).level == nil, "\(line)")
    }

    @Test("levels are ordered by how bad they are")
    func order() {
        #expect(LogLevel.allCases == LogLevel.allCases.sorted())
        #expect(LogLevel.error > .warning)
    }
}
