import Demo
import Foundation
import Machine
import TestSupport
import Testing

/// The page of a real run in a real browser, opened from disk.
@Suite(.enabled(if: Chromium.isAvailable)) struct HTMLReportTests {
    private static let page = "report.html"

    /// A browser whose folder has the page of a run on a broken stack.
    private static func browser() async throws -> Chromium {
        let browser = try Chromium()
        let stack = try DemoStack(fault: .mediaServerDown)
        defer { stack.stop() }
        let runbook = try browser.folder.write("demo.md", DemoStack.runbook.bytes)
        let variables = stack.variables.flatMap { ["--set", "\($0.key)=\($0.value)"] }
        let result = try await Program.diagnose(
            [
                "triage", "demo", "--no-embedded", "--runbooks", runbook,
                "--report", "html=\(browser.folder.path)/\(page)",
            ] + variables, in: stack.directory)
        try #require(result.exitCode == 1, "\(result.output)\(result.errorOutput)")
        return browser
    }

    @Test("it says what the terminal says, and its own policy lets its buttons be made")
    func content() async throws {
        let browser = try await Self.browser()
        let document = try await browser.document(of: Self.page)
        for part in [
            "mediamtx: the media server does not answer", "portal fails because of it",
            "demo/go-live", "docker compose restart mediamtx", "✗ root cause", "↳ follows",
            "connection refused", "media on-call", "Text to send",
        ] {
            #expect(document.contains(part), "\(part)")
        }
        #expect(document.contains("<button type=\"button\">"))
    }

    @Test("it is a picture in light and another in dark, and prints")
    func pictures() async throws {
        let browser = try await Self.browser()
        let light = try await browser.screenshot(of: Self.page, .light)
        let dark = try await browser.screenshot(of: Self.page, .dark)
        let signature = Data([0x89, 0x50, 0x4E, 0x47])
        #expect(light.starts(with: signature) && dark.starts(with: signature))
        #expect(light != dark)
        // Whoever wants to see them sets this to a folder.
        if let kept = ProcessInfo.processInfo.environment["DIAGNOSE_KEEP_SCREENSHOTS"] {
            try light.write(to: URL(fileURLWithPath: kept + "/light.png"))
            try dark.write(to: URL(fileURLWithPath: kept + "/dark.png"))
        }
        let paper = String(decoding: try await browser.paper(of: Self.page), as: UTF8.self)
        #expect(paper.hasPrefix("%PDF-"))
        #expect(!paper.matches(of: #/\/Type ?\/Page\b/#).isEmpty)
    }

    /// What the browser measures of the page.
    private struct Measures: Decodable {
        var page: [Int]
        var text: [Int]
        var fetched: Int
    }

    @Test("it has the colours that the system prefers, and fetches nothing even if it could")
    func colours() async throws {
        let browser = try await Self.browser()
        let script = """
            const style = getComputedStyle(document.body);
            const channels = text => text.match(/[0-9]+/g).map(Number);
            return {
              page: channels(style.backgroundColor), text: channels(style.color),
              fetched: performance.getEntriesByType("resource").length };
            """
        let light: Measures = try await browser.value(of: script, in: Self.page, .light)
        let dark: Measures = try await browser.value(of: script, in: Self.page, .dark)
        #expect(light.page.allSatisfy { $0 > 200 } && light.text.allSatisfy { $0 < 80 })
        #expect(dark.page.allSatisfy { $0 < 80 } && dark.text.allSatisfy { $0 > 200 })
        #expect(light.fetched == 0)
    }

    @Test("on a screen of 360 pixels nothing has to be pushed sideways to be read")
    func narrow() async throws {
        let browser = try await Self.browser()
        // A window can't be as narrow, a frame can.
        try browser.folder.write(
            "frame.html",
            """
            <!doctype html><body><iframe width="360" height="800" src="\(Self.page)"></iframe></body>
            """)
        let widths: [Int] = try await browser.widths(in: "frame.html")
        #expect(widths.count == 2)
        #expect(widths.first == 360)
        #expect(widths.last == 360)
    }

    /// What the buttons came to.
    private struct Copies: Decodable {
        var commands: [String]
        var copied: [String]
        var words: [String]
        var selected: String
        var word: String
    }

    @Test("each button copies its command, and where that is not allowed selects it")
    func copy() async throws {
        let browser = try await Self.browser()
        let script = """
            const pause = () => new Promise(done => setTimeout(done, 10));
            // A page may write to the clipboard once it has the focus.
            for (let turn = 0; turn < 2000 && !document.hasFocus(); turn++) await pause();
            const press = async place => {
              const button = place.querySelector("button"), word = button.querySelector("span");
              button.click();
              for (let turn = 0; turn < 2000 && word.textContent == "Copy"; turn++) await pause();
              return word.textContent;
            };
            const places = [...document.querySelectorAll(".command")];
            const commands = places.map(place => place.querySelector("code").textContent);
            const copied = [], words = [];
            for (const place of places) {
              words.push(await press(place));
              copied.push(await navigator.clipboard.readText());
            }
            Object.defineProperty(navigator, "clipboard", { value: undefined });
            const place = places[places.length - 1];
            const word = await press(place);
            return { commands, copied, words, selected: getSelection().toString(), word };
            """
        let copies: Copies = try await browser.value(of: script, in: Self.page)
        #expect(copies.commands.first == "docker compose restart mediamtx")
        #expect(copies.commands.count > 2)
        #expect(copies.copied == copies.commands)
        #expect(copies.words.allSatisfy { $0 == "Copied" })
        #expect(copies.selected == copies.commands.last)
        #expect(["Copied", "Selected"].contains(copies.word))
    }

    /// What axe found.
    private struct Findings: Decodable {
        var violations: [String]
        var passes: Int
    }

    @Test(
        "axe finds nothing that WCAG 2.1 A or AA forbids",
        arguments: [Chromium.Colours.light, .dark])
    func accessibility(colours: Chromium.Colours) async throws {
        let browser = try await Self.browser()
        let file = try #require(TestEnvironment.value("DIAGNOSE_TEST_AXE"))
        let axe = try String(contentsOfFile: file, encoding: .utf8)
        let script = """
            for (const details of document.querySelectorAll("details")) details.open = true;
            const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
            const results = await axe.run(document, { runOnly: tags });
            return {
              passes: results.passes.length,
              violations: results.violations.flatMap(
                rule => rule.nodes.map(node => rule.id + ": " + node.html)) };
            """
        let findings: Findings = try await browser.value(
            of: script, in: Self.page, libraries: [axe], colours)
        #expect(findings.violations.isEmpty)
        #expect(findings.passes > 10)
    }
}

extension Chromium {
    /// How wide the first frame of a page is, and how wide what stands in it.
    fileprivate func widths(in page: String) async throws -> [Int] {
        try await value(
            of: """
                const frame = frames[0];
                if (frame.document.readyState != "complete") {
                  await new Promise(done => frame.addEventListener("load", done));
                }
                return [frame.innerWidth, frame.document.scrollingElement.scrollWidth];
                """, in: page)
    }
}
