import Catalog
import Machine
import Report

/// Mends runbooks on disk, and says what it changed and what it left alone.
struct RunbookFixing {
    /// The outside.
    let world: World
    /// The day to set `last_verified` to, if any.
    let verified: String?
    /// Whether the changes are told on standard output, which otherwise holds one document.
    let printsText: Bool

    /// Mends all runbooks that are the user's own; says whether all that was to be written was.
    ///
    /// - Throws: ``UsageError`` where there are none but shipped ones.
    func fix(_ catalog: Catalog, from sources: [RunbookSource]) throws(UsageError) -> Bool {
        let own = catalog.runbooks.filter { !$0.isEmbedded }
        if own.isEmpty, !catalog.runbooks.isEmpty {
            throw .noRunbooks(
                "only shipped runbooks were found, and they are part of the program; name a file "
                    + "of yours, as in: diagnose lint --fix docs/payments.md")
        }
        var isWhole = true
        for runbook in own {
            guard let source = sources.first(where: { $0.file == runbook.file }) else { continue }
            isWhole = fix(runbook, in: source) && isWhole
        }
        return isWhole
    }

    /// Mends one runbook; says whether it could be written.
    private func fix(_ runbook: Runbook, in source: RunbookSource) -> Bool {
        guard RunbookFinder.isMarkdown(source.file) else {
            Output.printError(
                "diagnose: '\(source.file)' is left alone: it is no .md, .markdown or .mdx file\n"
                    .printableLine)
            return true
        }
        let result = LintFixer.fix(runbook, in: source, verified: verified)
        if !result.edits.isEmpty {
            do throws(FileFailure) {
                try FileReplacement.replace(
                    world.absolutePath(source.file), holding: source.bytes, with: result.bytes)
            } catch {
                Output.printError(
                    "diagnose: cannot write '\(source.file)': \(error.naming(source.file).summary)\n"
                        .printableLine)
                return false
            }
        }
        tell(result, about: source.file)
        return true
    }

    private func tell(_ result: LintFixer.Result, about file: String) {
        var shift = 0
        for edit in result.edits {
            let line = "\(file):\(edit.line + shift): fixed: \(edit.summary) [\(edit.rule)]\n"
            printsText ? Output.print(line.printableLine) : Output.printError(line.printableLine)
            if case .insert(_, let lines) = edit.change { shift += lines.count }
        }
        if !result.refusals.isEmpty {
            Output.printError(DiagnosticText.lines(of: result.refusals, style: TextStyle()))
        }
    }
}

extension String {
    /// The text made harmless for a terminal, its line end kept.
    var printableLine: String { (hasSuffix("\n") ? String(dropLast()) : self).printable + "\n" }
}
