import Catalog
import Testing

@testable import Report

@Suite struct PlaceLinksTests {
    private let links = PlaceLinks(host: "box", directory: "/srv/a b")

    @Test("a place in a file is a link to its line, and nothing in the path can end it early")
    func link() {
        let place = SourceLocation(file: "docs/\u{1B}\\é.md", line: 12)
        #expect(
            links.link("shown", to: place)
                == "\u{1B}]8;;file://box/srv/a%20b/docs/%1B%5C%C3%A9.md#L12\u{1B}\\shown\u{1B}]8;;\u{1B}\\"
        )
        let absolute = links.link("x", to: SourceLocation(file: "/etc/a.md", line: 1))
        #expect(absolute.contains("file://box/etc/a.md#L1"))
    }

    @Test("what is no file is no link", arguments: ["embedded:voxbento.md", "command line"])
    func none(file: String) {
        #expect(links.link("x", to: SourceLocation(file: file, line: 1)) == "x")
    }

    @Test("links take no columns: without them the lines are the same")
    func width() {
        let place = SourceLocation(file: "a.md", line: 3)
        let diagnostic = Diagnostic(.error, rule: "r", "wrong", at: place)
        let plain = DiagnosticText.lines(of: [diagnostic], style: TextStyle())
        let linked = DiagnosticText.lines(of: [diagnostic], style: TextStyle(links: links))
        #expect(plain == "a.md:3:1: error: wrong [r]\n")
        #expect(linked.replacing(/\u{1B}\]8;;[^\u{1B}]*\u{1B}\\/, with: "") == plain)
        #expect(linked != plain)
    }
}
