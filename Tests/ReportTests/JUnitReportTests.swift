import Foundation
import Report
import Testing
import Triage

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// JUnit reports held against the schema of Apache Ant's task (windyroad's `JUnit.xsd`): what each
/// element must and may have, and in which order its children stand.
@Suite struct JUnitReportTests {
    /// What the schema says of an element.
    private struct Rule {
        var required: Set<String> = []
        var optional: Set<String> = []
        /// The names of its children as a regular expression over `name,name,`.
        var children = ""
        var holdsText = false
    }

    private static let rules: [String: Rule] = [
        "testsuites": Rule(children: "(testsuite,)*"),
        "testsuite": Rule(
            required: [
                "name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors",
                "time",
            ],
            optional: ["skipped"], children: "properties,(testcase,)*system-out,system-err,"),
        "properties": Rule(children: "(property,)*"),
        "testcase": Rule(
            required: ["name", "classname", "time"], children: "((skipped|error|failure),)?"),
        "skipped": Rule(optional: ["message"]),
        "failure": Rule(required: ["type"], optional: ["message"], holdsText: true),
        "system-out": Rule(holdsText: true), "system-err": Rule(holdsText: true),
    ]

    /// Reads a document and notes where it is not as the rules say.
    private final class Reader: NSObject, XMLParserDelegate {
        var mistakes: [String] = []
        var elements: [(name: String, attributes: [String: String])] = []
        private var open: [(name: String, children: String)] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            if !open.isEmpty { open[open.count - 1].children += name + "," }
            open.append((name, ""))
            elements.append((name, attributes))
            guard let rule = rules[name] else { return mistakes.append("<\(name)> is unknown") }
            let given = Set(attributes.keys)
            for missing in rule.required.subtracting(given) {
                mistakes.append("<\(name)> has no \(missing)")
            }
            for other in given.subtracting(rule.required).subtracting(rule.optional) {
                mistakes.append("<\(name)> has \(other)")
            }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            guard let closed = open.popLast(), let rule = rules[name] else { return }
            let order = try? Regex(rule.children)
            if order.flatMap({ closed.children.wholeMatch(of: $0) }) == nil {
                mistakes.append("<\(name)> has \(closed.children)")
            }
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            let isBlank = text.allSatisfy(\.isWhitespace)
            if !isBlank, let name = open.last?.name, rules[name]?.holdsText != true {
                mistakes.append("<\(name)> holds text")
            }
        }
    }

    private static func read(_ verdict: Verdict) -> Reader {
        let text = JUnitReport.document(of: SampleVerdict.report(verdict))
        let parser = XMLParser(data: Data(text.utf8))
        let reader = Reader()
        parser.delegate = reader
        if !parser.parse() { reader.mistakes.append("not well-formed: \(text)") }
        return reader
    }

    @Test(
        "reports are as the schema wants them",
        arguments: [SampleVerdict.unhealthy, SampleVerdict.healthy, SampleVerdict.inconclusive])
    func schema(verdict: Verdict) {
        #expect(Self.read(verdict).mistakes == [])
    }

    @Test("the counts of a suite are those of its cases")
    func counts() throws {
        let elements = Self.read(SampleVerdict.unhealthy).elements
        let suite = try #require(elements.first { $0.name == "testsuite" }).attributes
        for (attribute, element) in [
            ("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped"),
        ] {
            #expect(suite[attribute] == "\(elements.count { $0.name == element })")
        }
    }

    @Test("runbooks of one name in two folders are two suites")
    func folders() throws {
        var verdict = SampleVerdict.unhealthy
        for index in verdict.results.indices {
            let folder = index.isMultiple(of: 2) ? "./a" : "b"
            verdict.results[index].line.location.file = "\(folder)/README.md"
        }
        let reader = Self.read(verdict)
        let suites = reader.elements.filter { $0.name == "testsuite" }
        #expect(suites.map { $0.attributes["name"] } == ["a/README_md", "b/README_md"])
        #expect(reader.mistakes == [])
    }

    @Test("markup and what XML can't hold in outside text changes nothing")
    func hostileText() throws {
        var verdict = SampleVerdict.unhealthy
        let text = "]]></failure>&<a b=\"c\">\u{0}\u{1B}[31m\u{FFFE}'"
        for index in verdict.results.indices {
            verdict.results[index].observed = text
            verdict.results[index].line.text = text
            verdict.results[index].evidence = [text]
        }
        #expect(Self.read(verdict).mistakes == [])
    }
}
