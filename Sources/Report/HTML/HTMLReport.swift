import Catalog
import Triage

/// A verdict as one page that is complete in itself: it asks no server for anything, opens from
/// disk, and tells all that it tells without a script.
///
/// The Content-Security-Policy allows the page's own style and script by their hashes and nothing
/// else, so that markup from outside could do nothing even if it became markup.
struct HTMLReport {
    let report: RunReport
    var verdict: Verdict { report.verdict }

    /// The page.
    static func page(of report: RunReport) -> String {
        HTMLReport(report: report).page.text
    }

    private var page: HTML {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>\(verdict.health.mark) \(verdict.headline)</title>
        <style>\(raw: HTMLPageStyle.text)</style>
        </head>
        <body>
        \(header)\(navigation)<main>
        \(sections.map(\.html))</main>
        \(footer)<script>\(raw: HTMLPageScript.text)</script>
        </body>
        </html>

        """
    }

    private var policy: String {
        "default-src 'none'; style-src '\(HTMLPageStyle.hash)'; "
            + "script-src '\(HTMLPageScript.hash)'; base-uri 'none'; form-action 'none'"
    }

    private var header: HTML {
        let health = verdict.health
        return """
            <header>
            <div class="verdict \(health.rawValue)">
            <h1><span class="state">\(health.mark) \(health.rawValue.uppercased())<span \
            class="hidden">:</span></span> \(verdict.headline)</h1>
            \(consequences.map { "<p>\($0)</p>\n" as HTML })</div>
            <p class="quiet">\(report.probeCounts), begun \(report.beginText), took \
            \(report.duration.runText)</p>
            </header>

            """
    }

    /// What the first sentence leaves out: what follows, and what else is broken.
    private var consequences: [String] {
        var sentences: [String] = []
        if !verdict.downstream.isEmpty {
            let verb = verdict.downstream.count == 1 ? "fails" : "fail"
            sentences.append(
                "\(verdict.downstream.joined(separator: ", ")) \(verb) because of it.")
        }
        let further = verdict.also.count
        if further > 0 {
            sentences.append(
                "\(further) more \(further == 1 ? "thing is" : "things are") broken on "
                    + "\(further == 1 ? "its" : "their") own account.")
        }
        return sentences
    }

    /// A part of the page under a heading.
    private struct Part {
        var title: String
        var name: String
        var content: HTML
        var html: HTML { .section(title, name: name, content) }
    }

    private var sections: [Part] {
        let parts = [
            Part(title: "What is broken", name: "broken", content: lead),
            Part(title: hasFixes ? "Fix" : "Look closer", name: "fix", content: fix),
            Part(title: "Then check", name: "check", content: validation),
            Part(title: "Components", name: "components", content: components),
            Part(title: "First errors", name: "timeline", content: timeline),
            Part(title: "If that does not help", name: "escalate", content: escalation),
            Part(title: "Also broken, on its own account", name: "also", content: furtherProblems),
            Part(title: "No entry explains this", name: "stub", content: stub),
            Part(title: "All probes", name: "probes", content: allProbes),
        ]
        return parts.filter { !$0.content.isEmpty }
    }

    private var navigation: HTML {
        let links = sections.map { "<li><a href=\"#\($0.name)\">\($0.title)</a></li>\n" as HTML }
        return """
            <nav aria-label="On this page">
            <ul>
            \(links)</ul>
            </nav>

            """
    }

    private var footer: HTML {
        """
        <footer>
        <p>Written by <code>diagnose</code>. Commands come from the runbook: read them before you \
        paste them.</p>
        <p id="said" class="hidden" role="status"></p>
        </footer>

        """
    }
}
