import Catalog
import Triage

extension HTMLReport {
    /// Whether the runbook knows a remedy for what leads.
    var hasFixes: Bool { verdict.lead?.fixes.isEmpty == false }

    /// The remedies in order, or where none is known the commands of the step that found it.
    var fix: HTML {
        guard let lead = verdict.lead else { return .empty }
        if !hasFixes { return "\((lead.step?.commands ?? []).map { command($0) })" }
        return "<ol>\n\(lead.fixes.map(item))</ol>\n"
    }

    private func item(_ fix: Fix) -> HTML {
        let words = fix.wordsBeforeCommand
        let text: HTML = words.isEmpty ? .empty : "<p>\(words)</p>\n"
        let isDestructive = fix.isDestructive
        let warning: HTML =
            isDestructive ? "<p class=\"warning\">⚠ This destroys data.</p>\n" : .empty
        let what = isDestructive ? "command that destroys data" : "command"
        let commands = fix.commands.map { command($0, as: what) }
        return isDestructive
            ? "<li><div class=\"destroys\">\n\(text)\(warning)\(commands)</div></li>\n"
            : "<li>\n\(text)\(commands)</li>\n"
    }

    /// How to see that it worked, and what to keep in mind beside it.
    var validation: HTML {
        guard let lead = verdict.lead else { return .empty }
        let items = HTML.list(lead.validation.map { "\($0)" })
        let again = report.checkCommand(for: lead).map { command($0) } ?? .empty
        let notes = lead.entry?.crossIssueNotes ?? []
        let beside: HTML =
            notes.isEmpty
            ? .empty : "<h3>Beside other issues</h3>\n\(HTML.list(notes.map { "\($0)" }))"
        return "\(items)\(again)\(beside)"
    }

    /// Text to paste, its lines kept, with a place for the button.
    ///
    /// - Parameter what: What the button says that it copies.
    func command(_ text: String, as what: String = "command") -> HTML {
        """
        <div class="command" data-what="\(what)"><pre><code>\(HTML.lines(text.pastedLines))</code></pre></div>

        """
    }

    /// Whom to call with what, and a text to send.
    var escalation: HTML {
        guard let note = EscalationMessage(of: report) else { return .empty }
        let owner: HTML =
            note.owner.map { "<p>The runbook is kept by <strong>\($0)</strong>.</p>\n" } ?? .empty
        let gather: HTML =
            note.toGather.isEmpty
            ? .empty
            : "<h3>Gather first</h3>\n\(HTML.list(note.toGather.map { "\($0)" }))"
        return """
            \(owner)\(HTML.list(note.steps.map { "\($0)" }))\(gather)<h3>Text to send</h3>
            \(command(note.message.joined(separator: "\n"), as: "text to send"))
            """
    }

    /// The start of an entry for what leads and has none.
    var stub: HTML {
        guard let stub = verdict.lead.flatMap(EntryStub.init) else { return .empty }
        return """
            <p>To add one, paste this into \(stub.place):</p>
            \(command(stub.markdown, as: "entry"))
            """
    }
}
