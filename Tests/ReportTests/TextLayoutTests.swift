import Testing

@testable import Report

@Suite struct TextLayoutTests {
    @Test(
        "running text is broken between words, long words stand alone",
        arguments: [
            ("one two three", 7, ["one two", "three"]),
            ("one two three", 100, ["one two three"]),
            ("a-very-long-word b", 5, ["a-very-long-word", "b"]),
            ("", 10, [""]), ("   ", 10, [""]),
        ] as [(String, Int, [String])])
    func broken(text: String, room: Int, lines: [String]) {
        #expect(TextLayout.broken(text, at: room) == lines)
    }

    @Test("later lines are aligned behind the lead")
    func hanging() {
        var layout = TextLayout(TextStyle(width: 30))
        layout.paragraph("the quick brown fox jumps over", lead: "- ", indentation: 2)
        #expect(layout.lines == ["  - the quick brown fox jumps", "    over"])
    }

    @Test("a command is never broken, one of several lines keeps its lines")
    func command() {
        var layout = TextLayout(TextStyle(width: 30))
        layout.command("docker compose exec -T portal uv run alembic upgrade head\nexit")
        #expect(
            layout.lines == [
                "    docker compose exec -T portal uv run alembic upgrade head", "    exit",
            ])
    }

    @Test("a command behind a label is never broken")
    func labelled() {
        var layout = TextLayout(TextStyle(width: 30))
        layout.field("fix", command: "show s/ic-05")
        layout.field("fix", command: "diagnose show s/ic-05 --no-embedded")
        #expect(
            layout.lines == [
                "  fix       show s/ic-05", "  fix", "    diagnose show s/ic-05 --no-embedded",
            ])
    }

    @Test("a here-document keeps its empty lines, and nothing stands before its end")
    func document() {
        var layout = TextLayout(TextStyle(width: 30))
        layout.command("cat <<EOF > a\n\nb\nEOF")
        layout.command("cat <<-EOF\n\tc\n\tEOF")
        #expect(layout.lines == ["cat <<EOF > a", "", "b", "EOF", "cat <<-EOF", "c", "EOF"])
    }

    @Test("what would steer a terminal is made harmless")
    func controls() {
        var layout = TextLayout(TextStyle())
        layout.paragraph("a\u{1B}[2J\u{202E}b\nc\r\u{1B}]0;title\u{7}")
        #expect(layout.lines == ["a\u{FFFD}b c\u{FFFD}]0;title\u{FFFD}"])
    }

    @Test("colour appears only where it is allowed")
    func color() {
        #expect(TextStyle(usesColor: false).show("x", as: .bad) == "x")
        #expect(TextStyle(usesColor: true).show("x", as: .bad) == "\u{1B}[1;31mx\u{1B}[0m")
    }

    @Test("gaps do not pile up and none stands first")
    func gaps() {
        var layout = TextLayout(TextStyle())
        layout.gap()
        layout.paragraph("a")
        layout.gap()
        layout.gap()
        layout.heading("b")
        #expect(layout.text == "a\n\nb\n")
    }
}
