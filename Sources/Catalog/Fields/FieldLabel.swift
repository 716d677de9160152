/// The labels that runbooks put before their fields, and the field each one means.
enum FieldLabel {
    /// Every label in lower case with its field; plural forms stand beside singular ones.
    static let table: [EntryField: [String]] = [
        .symptoms: [
            "symptom", "symptoms", "symptom(s)", "what you see", "what you will see",
            "what you'll see", "observed behavior", "observed behaviour", "observed symptoms",
            "observation", "observations", "observed", "you see", "problem", "the problem",
            "problem description", "issue", "error", "errors", "error message", "error messages",
            "error text", "what happens", "what happened", "failure", "failure mode", "behavior",
            "behaviour", "user impact", "appears as", "looks like", "indicators", "signs",
            "trigger", "triggers", "detection", "how it shows", "manifestation", "error logged",
            "actual behavior", "current behavior", "symptom description", "scenario", "context",
            "possible symptoms", "common symptoms", "typical symptoms", "alert", "alerts",
            "you'll see", "you will see", "what users see", "user-visible symptoms", "when",
            "when you see", "what it looks like", "how it looks", "actual", "signal", "signals",
        ],
        .reports: [
            "also reported as", "reported as", "also known as", "also described as",
            "also called", "users report it as", "how users report it", "what users say",
            "users say", "customers say", "callers say", "people say", "in users' words",
            "in other words", "search terms", "search words",
        ],
        .causes: [
            "cause", "causes", "cause(s)", "likely cause", "likely causes", "probable cause",
            "probable causes", "possible cause", "possible causes", "common cause",
            "common causes", "root cause", "root causes", "root cause analysis", "rca", "why",
            "reason", "reasons", "possible reasons", "common reasons", "failure reasons",
            "primary rca hypothesis", "primary hypothesis", "rca hypothesis", "hypothesis",
            "hypotheses", "secondary rca hypotheses", "secondary hypotheses",
            "secondary rca hypothesis", "secondary hypothesis", "most likely cause",
            "most likely causes", "typical cause", "typical causes", "actual root cause",
            "actual root causes", "what causes it", "why it happens", "why this happens",
            "explanation", "usually", "usual cause", "usual causes", "usually means", "means",
            "likely layer", "one-line cause", "potential causes", "potential cause",
            "underlying cause", "contributing factors", "common causes and errors", "because",
            "potential reasons", "suspected cause", "diagnosis/cause", "cause/diagnosis",
            "technical cause", "suspected root cause", "suspected causes", "known causes",
            "known cause", "main cause", "main causes", "frequent causes", "origin",
            "what causes this",
            "why does this happen", "why is this happening", "what's happening",
            "what is happening",
            "what went wrong", "possible root causes", "possible root cause", "likely reason",
            "likely reasons", "typical reasons", "meanings", "usual suspects", "likely culprits",
        ],
        .checks: [
            "check", "checks", "check first", "first check", "diagnosis", "diagnostic",
            "diagnostics", "diagnose", "diagnosis steps", "diagnostic steps", "diagnosing",
            "how to diagnose", "how to check", "how to investigate", "how to investigate it",
            "how to debug", "how to verify", "investigation", "investigate", "investigation steps",
            "where to look", "where to look first", "look for", "look at", "what to check",
            "things to check", "possible checks", "quick check", "quick checks", "checklist",
            "debug", "debugging", "debugging steps", "triage", "verify", "to diagnose",
            "to diagnose the root cause", "confirm", "check in this order", "commands",
            "diagnostic commands", "diagnosis commands", "troubleshooting",
            "troubleshooting steps", "initial steps", "first steps", "how to detect",
            "additional checks", "identify cause", "where", "inspect", "steps to diagnose",
        ],
        .fixes: [
            "fix", "fixes", "the fix", "quick fix", "quick fixes", "fix applied", "long-term fix",
            "long term fix", "short-term fix", "permanent fix", "immediate fix", "how to fix",
            "how to fix it", "how do i fix it", "how do i fix the issue", "solution", "solutions",
            "possible solution", "possible solutions", "quick solution", "solution needed",
            "resolution", "resolutions", "resolution steps", "possible resolutions",
            "potential resolution steps", "how to resolve", "resolve", "mitigation", "mitigations",
            "mitigation steps", "possible mitigations", "detailed mitigation steps",
            "immediate mitigation", "remediation", "remediation steps", "remedy", "remedies",
            "workaround", "workarounds", "temporary workaround", "treatment", "recovery",
            "recovery steps", "recovery action", "recovery procedure", "action", "actions",
            "actions taken", "recommended action", "recommended actions", "action required",
            "immediate action", "immediate actions", "what to do", "steps", "steps to resolve",
            "steps to fix", "procedure", "procedure to fix", "to fix", "to fix manually",
            "to resolve", "fix options", "fix option", "fix strategy", "fix strategy notes",
            "minimal fix paths", "fix path", "fix paths", "fix checklist", "solve", "answer",
            "short answer", "response", "immediate response", "fix and prevention",
            "how to fix and prevent", "next steps", "next step", "what you can do", "do this",
            "try", "suggested fix", "recommendation", "recommendations", "repair", "correction",
            "fix underlying issue", "solution/workaround", "playbook", "runbook",
            "if still occurring", "if it still fails", "if it persists", "if the problem persists",
            "if the issue persists", "planned solution", "planned solutions", "planned fix",
            "proposed fix", "proposed solution", "resolution plan", "fix plan", "remediation plan",
            "mitigation plan", "first response", "on-call action", "operator action",
            "operator actions", "response steps", "resolution path", "how to recover", "recover",
            "to recover", "to mitigate", "if this happens", "containment", "quick action",
            "corrective action", "corrective actions", "how to solve", "how to solve it",
            "how we fixed it", "what fixed it", "the solution", "the workaround", "easy fix",
            "manual fix", "manual recovery", "immediate steps", "first action", "first actions",
        ],
        .signatures: [
            "error signature", "error signatures", "log signature", "log signatures", "signature",
            "signatures", "log message", "log messages", "log line", "log lines", "log pattern",
            "log patterns", "in the logs", "log output", "logs show",
        ],
        .severity: ["severity", "priority", "severity level", "sev"],
        .status: ["status", "state", "resolution status", "current status"],
        .confidence: ["confidence", "confidence level", "certainty"],
        .subsystem: [
            "subsystem", "component", "area", "service", "affected component", "affected service",
            "subsystem/component", "module", "components", "affected system", "affects",
        ],
        .questions: [
            "questions", "open questions", "root-cause questions", "root cause questions",
            "root-cause questions to answer", "questions to answer", "unanswered questions",
        ],
        .validation: [
            "validation", "validation after fix", "validation steps", "verification",
            "verify the fix", "verify fix", "verify resolution", "how to validate", "validate",
            "confirm the fix", "check resolution", "after the fix", "post-fix validation",
            "success criteria", "exit criteria", "after resolving",
        ],
        .evidence: ["evidence", "evidence in code", "supporting evidence"],
        .unprobed: ["not probed", "unprobed", "not probed because"],
        .meaning: [
            "meaning", "description", "summary", "overview", "background", "what it means",
            "alert description", "about", "details",
        ],
        .codes: ["close codes", "error codes", "exit codes", "status codes", "codes"],
        .note: [
            "impact", "potential impact", "customer impact", "business impact", "slo impact",
            "potential downstream impact", "downstream impact",
            "likely files", "likely files to inspect/edit", "likely files to inspect/edit later",
            "files involved", "files to inspect", "related files", "relevant logic",
            "observed endpoints", "observed endpoints in logs", "affected tools", "note", "notes",
            "prevention", "lesson", "lessons", "portfolio lesson", "lessons learned", "references",
            "reference", "see also", "related", "links", "affected", "frequency", "date",
            "detected", "reported", "resolved", "owner", "issue reference", "escalation",
            "fixed in", "commit", "commits", "timeline", "access required", "ignore when",
            "prevention and follow-up", "observability", "example", "false positives",
            "expected resolution time", "long answer", "cross-issue notes", "long-term",
        ],
    ]

    /// The table turned round.
    private static let fields: [String: EntryField] = {
        var fields: [String: EntryField] = [:]
        fields.reserveCapacity(table.values.reduce(0) { $0 + $1.count })
        for table in [ForeignLabels.table, table] {
            for (field, labels) in table {
                for label in labels { fields[label] = field }
            }
        }
        return fields
    }()

    /// The field of a label, or `nil` where it is none.
    ///
    /// Case, a closing colon, a number (`Solution 2`), a remark in brackets (`Fix (optional)`) and a
    /// translation behind a slash (`Symptom / 现象`) do not count.
    static func field(of label: String) -> EntryField? {
        guard label.utf8.count <= 60 else { return nil }
        let whole = normalised(label)
        if let field = fields[whole] { return field }
        var base = whole
        for mark in [UInt8(ascii: "("), UInt8(ascii: ",")] {
            if let end = base.index(ofByte: mark) { base = base[..<end].trimmedBlanks }
        }
        base = withoutNumber(base).trimmedPunctuation
        if base != whole, let field = fields[base] { return field }
        guard base.utf8.contains(where: { $0 == 0x20 || $0 == UInt8(ascii: "/") }) else {
            return nil
        }
        for separator in [" / ", "/", " & ", " and ", " — ", " - "] {
            guard let end = base.offset(of: separator, from: 1) else { continue }
            return fields[String(Substring(base.utf8.prefix(end))).trimmedBlanks]
        }
        return nil
    }

    /// The field of a heading that counts ways out: `Solution 1: Reinstall`, `Option B - Restart`.
    static func field(ofNumbered title: String) -> EntryField? {
        let bytes = title.utf8
        guard let end = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") }) else {
            return counted.contains(title.lowercasedWords.first ?? "") ? .fixes : nil
        }
        let label = String(title[..<end])
        if let word = label.lowercasedWords.first, counted.contains(word) { return .fixes }
        return field(of: label)
    }

    /// Words that count ways out of a failure.
    private static let counted: Set<String> = [
        "option", "method", "approach", "alternative", "solution", "workaround", "fix",
    ]

    /// A label without the number of one of several, as in `Solution 2`; `Status 403` is no label.
    private static func withoutNumber(_ label: String) -> String {
        let digits = label.utf8.reversed().prefix { $0.isASCIIDigit }.count
        return (1...2).contains(digits) ? String(Substring(label.utf8.dropLast(digits))) : label
    }

    /// Whether a byte may stand behind a label without meaning anything.
    private static func isClosing(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "?")
    }

    /// A label in lower case without marks at its ends; emoji before it go, too.
    private static func normalised(_ label: String) -> String {
        var view = Substring(label.lowercased()).utf8
        while let last = view.last, isClosing(last) { view.removeLast() }
        view = view.drop { $0 < 0x80 && !$0.isASCIILetter }
        return String(Substring(view)).withoutLeadingEmoji.trimmedBlanks
    }
}
