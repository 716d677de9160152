import Foundation
import Machine
import Redaction
import Report
import Triage

/// Where the reports of a run go: one to standard output, any number to files.
struct ReportDelivery: Sendable {
    /// The call.
    private let invocation: Invocation
    /// What goes to standard output.
    private let format: ReportFormat
    /// What goes to files.
    private let files: [(format: ReportFormat, path: String)]

    /// The file that GitHub Actions shows as a job's summary ("Workflow commands for GitHub Actions").
    private static let summaryVariable = "GITHUB_STEP_SUMMARY"

    /// The delivery that the flags ask for.
    ///
    /// - Throws: ``UsageError`` for an unknown format, or a file that can't be written: better told
    ///   before the run than behind it.
    init(_ invocation: Invocation) throws(UsageError) {
        self.invocation = invocation
        if invocation.arguments.has(.events), invocation.arguments.has(.verdictOutput) {
            throw .conflict(.events, .verdictOutput)
        }
        format = try Self.format(named: invocation.arguments.value(of: .verdictOutput) ?? "text")
        files = try invocation.arguments.values(of: .report).map { word throws(UsageError) in
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw .invalidValue(.report, value: word, wants: "FORMAT=FILE, as junit=report.xml")
            }
            let path = invocation.world.absolutePath(String(parts[1]))
            if invocation.world.files.kind(of: path) == .directory {
                throw .unwritable(path: String(parts[1]), reason: "a folder stands there")
            }
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            guard access(folder, W_OK) == 0 else {
                let reason = String(cString: strerror(errno))
                throw .unwritable(path: String(parts[1]), reason: "\(folder): \(reason)")
            }
            return (try Self.format(named: String(parts[0])), path)
        }
    }

    private static func format(named name: String) throws(UsageError) -> ReportFormat {
        guard let format = ReportFormat.named(name) else {
            throw .unknownName(
                noun: "report format", name: name, known: ReportFormat.all.map(\.name))
        }
        return format
    }

    /// Delivers the reports and tells how to exit, as the format on standard output has it.
    ///
    /// - Parameter redactor: What hides secrets in them; that of the call unless told.
    func deliver(_ report: RunReport, hidingBy redactor: Redactor? = nil) -> ExitCode {
        let report = report.redacted(by: redactor ?? invocation.redactor)
        Output.print(
            invocation.arguments.has(.events)
                ? RunEvents.verdict(report) : format.render(report, invocation.style))
        var isWhole = true
        for (format, path) in files {
            isWhole = write(format.render(report, TextStyle()), to: path) && isWhole
        }
        if format.name == ReportFormat.github.name { isWhole = summarise(report) && isWhole }
        if Interruption.happened { return .interrupted }
        if !isWhole { return .internalError }
        return ExitCode(report, as: format)
    }

    private func write(_ text: String, to path: String) -> Bool {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            return true
        } catch {
            return tell(path, error)
        }
    }

    /// Adds the verdict to the job's summary, where there is one.
    private func summarise(_ report: RunReport) -> Bool {
        guard let path = invocation.world.environment[Self.summaryVariable], !path.isEmpty else {
            return true
        }
        do {
            let file = try FileHandle(forWritingTo: URL(filePath: path))
            defer { try? file.close() }
            try file.seekToEnd()
            try file.write(contentsOf: Data(ReportFormat.markdown.render(report, TextStyle()).utf8))
            return true
        } catch {
            return tell(path, error)
        }
    }

    private func tell(_ path: String, _ error: any Error) -> Bool {
        let reason = (error as NSError).localizedDescription
        Output.printError("diagnose: cannot write \(path): \(reason)".printable + "\n")
        return false
    }
}
