import Testing

@testable import Probes

@Suite struct DotEnvFileTests {
    private static let environment = ["HOME": "/root", "EMPTY": "", "SHARED": "outside"]

    private func parse(_ text: String) -> DotEnvFile {
        DotEnvFile(text, environment: Self.environment)
    }

    @Test(
        "a line sets its name to its value",
        arguments: [
            ("A=b", "b"), ("A = b", "b"), ("  A=b", "b"), ("\tA=b  ", "b"), ("A: b", "b"),
            ("export A=b", "b"), ("export\tA=b", "b"), ("A=", ""), ("A=  ", ""), ("A=b c", "b c"),
            ("A=b # comment", "b"), ("A=b#c", "b#c"), ("A=b\t#c", "b\t#c"), ("A=#c", "#c"),
            ("A=x=y", "x=y"), ("A=1:B", "1:B"), ("A=b\r", "b"), ("\u{FEFF}A=b", "b"),
            ("A=a'b'c", "a'b'c"), ("A=\\n", "\\n"),
            ("A='b'", "b"), ("A='b # c' # d", "b # c"), ("A='$HOME'", "$HOME"),
            ("A='it\\'s'", "it's"), ("A='\\n'", "\\n"), ("A=''", ""),
            ("A=\"b\"", "b"), ("A=\"b # c\" # d", "b # c"), ("A=\"\"", ""),
            (#"A="a\"b""#, "a\"b"), (#"A="a\nb""#, "a\nb"), (#"A="a\\nb""#, "a\\nb"),
            (#"A="\t\r\a\b\f\v""#, "\t\r\u{7}\u{8}\u{C}\u{B}"), (#"A="\0101""#, "A"),
            (#"A="\09""#, "\\9"), (#"A="\0400x""#, "\\400x"), (#"A="\0""#, "\\"),
            (#"A="\q""#, "\\q"), (#"A="\$HOME""#, "$HOME"),
            ("A=\"x\ny\nz\"", "x\ny\nz"), ("A='x\ny'", "x\ny"), (#"A="'d'""#, "'d'"),
        ])
    func values(text: String, value: String) {
        let file = parse(text)
        #expect(file["A"] == value)
        #expect(file.mistakes.isEmpty)
        #expect(file.entries.count == 1)
    }

    @Test(
        "references are filled in",
        arguments: [
            ("A=$HOME/x", "/root/x"), ("A=${HOME}x", "/rootx"),
            ("A=\"$HOME $HOME\"", "/root /root"),
            ("A=$NONE", ""), ("A=${NONE:-d}", "d"), ("A=${EMPTY:-d}", "d"), ("A=${EMPTY-d}", ""),
            ("A=${NONE-d}", "d"), ("A=${HOME:-d}", "/root"), ("A=${NONE:-${HOME}}", "/root"),
            ("A=${NONE:-${ALSO:-x}y}z", "xyz"), ("A=${HOME:+set}", "set"), ("A=${EMPTY:+set}", ""),
            ("A=${EMPTY+set}", "set"), ("A=${HOME:?needed}", "/root"), ("A=$$HOME", "$HOME"),
            ("A=$${HOME}", "${HOME}"), ("A=50$ more", "50$ more"), ("A=$1", "$1"), ("A=x$", "x$"),
            ("A=\"a$\"", "a$"), ("A=${NONE:-a:b-c?d}", "a:b-c?d"), ("B=1\nA=$B$B", "11"),
            ("A=1\nA=${A}2", "12"), ("SHARED=inside\nA=$SHARED", "outside"),
        ])
    func references(text: String, value: String) {
        let file = parse(text)
        #expect(file["A"] == value)
        #expect(file.mistakes.isEmpty)
    }

    @Test("a name alone takes its value from the environment")
    func inherited() {
        let file = parse("HOME\nNONE\nexport SHARED\nA=$SHARED")
        #expect(file.values == ["HOME": "/root", "SHARED": "outside", "A": "outside"])
    }

    @Test("blank lines and comments say nothing, and lines are counted")
    func lines() {
        let file = parse("# one\r\n\r\n  # two\nA=\"x\ny\" # z\n\nB.c-d[0]=2\nexportFOO=3")
        #expect(
            file.entries == [
                .init(name: "A", value: "x\ny", line: 4),
                .init(name: "B.c-d[0]", value: "2", line: 7),
                .init(name: "exportFOO", value: "3", line: 8),
            ])
    }

    @Test("the last of two lines with one name counts")
    func repeated() {
        let file = parse("A=1\nA=2")
        #expect(file.entries.count == 2)
        #expect(file.entry("A")?.line == 2)
        #expect(file.values == ["A": "2"])
    }

    @Test(
        "a mistake is noted with its line and the next line is read",
        arguments: [
            "lol$wut", "A B=1", "=1", "A(b)=1", "A=\"never closed", "A='never closed",
            "A=\"b\"c", "A=${HOME", "A=${}", "A=${NONE:?gone}", "A=${HOME!x}",
        ])
    func mistakes(line: String) {
        let file = parse("X=1\n\(line)\nY=2")
        #expect(file.mistakes.map(\.line) == [2])
        #expect(file["X"] == "1")
        #expect(file["Y"] == "2")
        #expect(file.mistakes.allSatisfy { !$0.message.contains("never closed\"") })
    }

    @Test("a mistake never quotes a value")
    func mistakesAreSilent() {
        let file = parse("A=\"hunter2\nB C=hunter2\nD='x'hunter2\nE=${hunter2!}\nhunter2 x")
        #expect(!file.mistakes.isEmpty)
        #expect(file.mistakes.allSatisfy { !$0.message.contains("hunter2") })
    }

    @Test("invalid UTF-8 is replaced")
    func invalidUTF8() {
        #expect(DotEnvFile([0x41, 0x3D, 0xFF])["A"] == "\u{FFFD}")
    }

    @Test("lines that double each other stay bounded")
    func doubling() {
        let doubling = (1...60).map { "A\($0)=$A\($0 - 1)$A\($0 - 1)" }.joined(separator: "\n")
        let file = parse("A0=0123456789\n" + doubling)
        #expect(file.entries.count == 61)
        #expect(file.entries.reduce(0) { $0 + $1.value.utf8.count } <= 32 << 20)
        #expect(!file.mistakes.isEmpty)
    }

    @Test(
        "hostile files are read in linear time",
        arguments: [
            "A=\"x\n", "A='\\'\n", "A=${", "A=${B:-", "A=$\n", "export ", "#\n", "\"", "A=\"\\",
        ])
    func hostile(part: String) {
        let clock = ContinuousClock()
        let taken = clock.measure { _ = parse(String(repeating: part, count: 100_000)) }
        #expect(taken < .seconds(5))
    }
}
