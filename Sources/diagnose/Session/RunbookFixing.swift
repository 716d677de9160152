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
            throw .other(
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
                "diagnose: '\(source.file)' is left alone: it is no .md, .markdown or .mdx file"
                    .printableLine)
            return true
        }
        let result = LintFixer.fix(runbook, in: source, verified: verified)
        guard result.edits.isEmpty || source.replace(with: result.bytes, in: world) else {
            return false
        }
        tell(result, about: source.file)
        return true
    }

    private func tell(_ result: LintFixer.Result, about file: String) {
        var shift = 0
        for edit in result.edits {
            let line = "\(file):\(edit.line + shift): fixed: \(edit.summary) [\(edit.rule)]"
            printsText ? Output.print(line.printableLine) : Output.printError(line.printableLine)
            if case .insert(_, let lines) = edit.change { shift += lines.count }
        }
        if !result.refusals.isEmpty {
            Output.printError(DiagnosticText.lines(of: result.refusals, style: TextStyle()))
        }
    }
}

extension RunbookSource {
    /// Puts new bytes in the file's place; says whether it could, and tells why not.
    func replace(with bytes: [UInt8], in world: World) -> Bool {
        do throws(FileFailure) {
            try FileReplacement.replace(world.absolutePath(file), holding: self.bytes, with: bytes)
            return true
        } catch {
            let reason =
                if case .other(_, let reason) = error { reason } else { error.naming(file).summary }
            Output.printError("diagnose: cannot write '\(file)': \(reason)".printableLine)
            return false
        }
    }
}

extension String {
    /// The text as a line that is harmless for a terminal.
    var printableLine: String { printable + "\n" }
}
